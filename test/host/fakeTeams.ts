import { app } from '@microsoft/teams-js';
import { parseConfig, type AppConfig } from '../../src/host/config.ts';

export const hostOrigin = 'https://localhost:7463';

export const config: AppConfig = parseConfig({
  DAGSORDEN_CLIENT_ID: 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
  DAGSORDEN_AUTHORITY: `${hostOrigin}/f10dbe00-1a2b-4c3d-8e4f-5a6b7c8d9e0f`,
  DAGSORDEN_KNOWN_AUTHORITIES: 'localhost:7463',
  DAGSORDEN_GRAPH: `${hostOrigin}/v1.0`,
  DAGSORDEN_HOST: 'https://localhost:7464',
  DAGSORDEN_ORGANISATION: '',
  DAGSORDEN_TEAMS_HOSTS: hostOrigin,
});

interface Message {
  id: number;
  uuidAsString: string;
  func: string;
  args: unknown[];
  data?: string;
}

export interface Bridge {
  method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  requestId: string;
  tokenParams?: { scope: string; claims?: string; clientId: string };
}

export const ulla = {
  homeAccountId: 'u-ulla.f10dbe00-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
  environment: 'localhost:7463',
  tenantId: 'f10dbe00-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
  username: 'ulla.skarvad@fjordby.example',
  localAccountId: 'u-ulla',
  name: 'Ulla Skarvad',
};
export const ane = {
  ...ulla,
  homeAccountId: `u-ane.${ulla.tenantId}`,
  username: 'ane.kratholm@fjordby.example',
  localAccountId: 'u-ane',
  name: 'Ane Kratholm',
};

/** A token as the identity service issues it; nobody checks the signature of an id token handed over by the host. */
export function tokenFor(account: typeof ulla, extra: object = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ oid: account.localAccountId, tid: account.tenantId, preferred_username: account.username, name: account.name, ...extra })}.x`;
}

/** What the bridge hands over when all is well. */
export function handOver(account: typeof ulla, accessToken = `access-${account.localAccountId}`) {
  return {
    success: true,
    token: { access_token: accessToken, id_token: tokenFor(account), expires_in: 3600, scope: 'User.Read', token_type: 'Bearer' },
    account,
  };
}
export const initContext = (account: typeof ulla) => ({
  success: true,
  initContext: {
    sdkName: 'fake',
    sdkVersion: '1',
    capabilities: { queryAccount: true },
    accountContext: { homeAccountId: account.homeAccountId, environment: account.environment, tenantId: account.tenantId },
  },
});
export const refused = (status: string, code: string, description = 'sagt på engelsk') => ({ success: false, error: { status, code, description } });

/** The window that Teams is, to the page inside it: answers teams-js' messages, and can be told not to. */
export class FakeTeams {
  /** Flat, as the host sends it; teams-js makes an app.Context of it. */
  context: Record<string, unknown> = {
    entityId: 'dagsorden',
    frameContext: 'content',
    hostName: 'Teams',
    hostClientType: 'web',
    locale: 'da-dk',
    theme: 'default',
    userObjectId: ulla.localAccountId,
    userPrincipalName: ulla.username,
    loginHint: ulla.username,
    sessionId: 's',
  };
  supports: Record<string, unknown> = { app: { notifySuccessResponse: {} }, pages: { config: {} }, nestedAppAuth: {} };
  nestedRecommended = true;
  /** Functions that are heard and never answered. */
  readonly silent = new Set<string>();
  readonly heard: Message[] = [];
  readonly bridged: Bridge[] = [];
  bridge: (asked: Bridge) => object | null = ({ method }) => (method === 'GetInitContext' ? initContext(ulla) : handOver(ulla));

  readonly #window = { postMessage: (message: Message) => queueMicrotask(() => this.#hear(message)) };

  constructor() {
    Object.defineProperty(window, 'parent', { value: this.#window, configurable: true });
    Object.defineProperty(window, 'top', { value: this.#window, configurable: true });
  }

  /** Takes this window away again, and teams-js' memory of it. */
  leave(): void {
    app._uninitialize();
    Reflect.deleteProperty(window, 'nestedAppAuthBridge');
    Object.defineProperty(window, 'parent', { value: window, configurable: true });
    Object.defineProperty(window, 'top', { value: window, configurable: true });
    sessionStorage.clear();
  }

  /** Tells the page something unasked, such as a new theme or a press on Save. */
  tell(func: string, ...args: unknown[]): void {
    this.#say({ func, args });
  }

  argsOf(func: string): unknown[][] {
    return this.heard.filter((message) => message.func === func).map(({ args }) => args);
  }

  #hear(message: Message): void {
    this.heard.push(message);
    if (this.silent.has(message.func)) return;
    const answer = this.#answer(message);
    if (answer !== null) this.#say({ id: message.id, uuidAsString: message.uuidAsString, args: answer });
  }

  #answer({ func, data }: Message): unknown[] | null {
    switch (func) {
      case 'initialize': {
        const runtime = {
          apiVersion: 4,
          isLegacyTeams: false,
          isNAAChannelRecommended: this.nestedRecommended,
          hostVersionsInfo: {},
          supports: this.supports,
        };
        return [this.context['frameContext'], 'web', '2.58.0', JSON.stringify(runtime)];
      }
      case 'getContext':
        return [this.context];
      case 'appInitialization.success':
      case 'settings.setSettings':
        return [true];
      case 'nestedAppAuth.execute': {
        const asked = JSON.parse(data ?? '') as Bridge;
        this.bridged.push(asked);
        const answer = this.bridge(asked);
        return answer && [null, JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: asked.requestId, ...answer })];
      }
      default:
        return null;
    }
  }

  #say(data: object): void {
    const event = new MessageEvent('message', { data, origin: hostOrigin });
    Object.defineProperty(event, 'source', { value: this.#window });
    window.dispatchEvent(event);
  }
}
