import { isRecord, parseJsonRecord, recordAt, textAt } from './record.ts';
import type { Misbehaviour } from './misbehaviour.ts';

/**
 * The nested-app-auth bridge as msal-browser speaks it (msal-browser src/naa: BridgeRequestEnvelope,
 * TokenRequest, TokenResponse, AccountInfo, InitContext, BridgeStatusCode).
 */
export interface NestedAuthRequest {
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  readonly requestId: string;
  readonly clientId: string;
  /** Scopes as asked for, without the OpenID ones. */
  readonly scopes: readonly string[];
  readonly claims: string | null;
}

export type NestedAuthStatus =
  | 'USER_INTERACTION_REQUIRED'
  | 'USER_CANCEL'
  | 'NO_NETWORK'
  | 'TRANSIENT_ERROR'
  | 'PERSISTENT_ERROR'
  | 'DISABLED'
  | 'ACCOUNT_UNAVAILABLE'
  | 'NESTED_APP_AUTH_UNAVAILABLE';

/** The account the host is signed in with. */
export interface NestedAuthAccount {
  readonly objectId: string;
  readonly tenantId: string;
  readonly username: string;
  readonly name: string;
  /** Host and port of the authority. */
  readonly environment: string;
}

/** Tokens for one request, from the local issuer. */
export interface NestedAuthTokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly string[];
  readonly account: NestedAuthAccount;
}

/** A refusal: one of the bridge's statuses with the code and words the identity service gave. */
export class NestedAuthRefusal extends Error {
  override readonly name = 'NestedAuthRefusal';
  readonly status: NestedAuthStatus;
  readonly code: string;
  constructor(status: NestedAuthStatus, code: string, description: string) {
    super(description);
    this.status = status;
    this.code = code;
  }
}

/** What the bridge needs from the page around it. */
export interface NestedAuthHost {
  account(): NestedAuthAccount;
  /** Tokens without asking anyone; throws NestedAuthRefusal. */
  silentTokens(request: NestedAuthRequest): Promise<NestedAuthTokens>;
  /** Tokens after asking the person; throws NestedAuthRefusal. */
  askedTokens(request: NestedAuthRequest): Promise<NestedAuthTokens>;
  /** Tokens of somebody else, for the wrong-account misbehaviour. */
  strangersTokens(request: NestedAuthRequest): Promise<NestedAuthTokens>;
  misbehaviours(): ReadonlySet<Misbehaviour>;
}

const openIdScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

/** The request in the `data` of a `nestedAppAuth.execute` call, or null when it is none. */
export function parseNestedAuthRequest(text: string): NestedAuthRequest | null {
  const envelope = parseJsonRecord(text);
  if (!envelope || envelope['messageType'] !== 'NestedAppAuthRequest') return null;
  const method = envelope['method'];
  if (method !== 'GetInitContext' && method !== 'GetToken' && method !== 'GetTokenPopup') return null;
  const params = recordAt(envelope, 'tokenParams');
  return {
    method,
    requestId: textAt(envelope, 'requestId'),
    clientId: textAt(params, 'clientId'),
    scopes: textAt(params, 'scope')
      .split(' ')
      .filter((scope) => scope && !openIdScopes.has(scope)),
    claims: typeof params['claims'] === 'string' ? params['claims'] : null,
  };
}

const refusals: Partial<Record<Misbehaviour, NestedAuthRefusal>> = {
  'naa-disabled': new NestedAuthRefusal('DISABLED', 'bridge_disabled', 'Nested app authentication is switched off by the administrator.'),
  'naa-account-unavailable': new NestedAuthRefusal('ACCOUNT_UNAVAILABLE', 'account_unavailable', 'The host has no account for this app.'),
  'naa-no-network': new NestedAuthRefusal('NO_NETWORK', 'no_network', 'The host has no network.'),
  'naa-transient': new NestedAuthRefusal('TRANSIENT_ERROR', 'temporarily_unavailable', 'The identity service is busy.'),
  'naa-persistent': new NestedAuthRefusal('PERSISTENT_ERROR', '7q6cl', 'Something went wrong. [7q6cl]'),
  'naa-untrusted-origin': new NestedAuthRefusal('PERSISTENT_ERROR', 'untrusted_origin', 'The origin is not valid for Nested App Auth.'),
  'naa-empty-error': new NestedAuthRefusal('PERSISTENT_ERROR', '', ''),
  'naa-interaction-always': new NestedAuthRefusal('USER_INTERACTION_REQUIRED', 'interaction_required', 'The person has to sign in.'),
};

/** Answers requests on the bridge. One instance per app page, since "the first request" is counted in it. */
export class NestedAuthBridge {
  readonly #host: NestedAuthHost;
  #askedOnce = false;

  constructor(host: NestedAuthHost) {
    this.#host = host;
  }

  /** The answer as JSON text, or null when the host (misbehaving) never answers. */
  async answer(request: NestedAuthRequest): Promise<string | null> {
    try {
      const body = await this.#body(request);
      return body && JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: request.requestId, success: true, ...body });
    } catch (error) {
      const refusal = error instanceof NestedAuthRefusal ? error : new NestedAuthRefusal('TRANSIENT_ERROR', 'host_error', String(error));
      return JSON.stringify({
        messageType: 'NestedAppAuthResponse',
        requestId: request.requestId,
        success: false,
        error: { status: refusal.status, code: refusal.code, subError: '', description: refusal.message, properties: {} },
      });
    }
  }

  async #body(request: NestedAuthRequest): Promise<object | null> {
    const wrong = this.#host.misbehaviours();
    if (request.method === 'GetInitContext') {
      if (wrong.has('naa-init-timeout')) return null;
      const { objectId, tenantId, environment } = this.#host.account();
      return {
        initContext: {
          sdkName: 'local-host',
          sdkVersion: '1.0.0',
          capabilities: { queryAccount: true },
          accountContext: { homeAccountId: `${objectId}.${tenantId}`, environment, tenantId },
        },
      };
    }
    if (wrong.has('naa-timeout')) return null;
    // openid or profile alone make real hosts fail or crash (oj#5001).
    if (request.scopes.length === 0) throw new NestedAuthRefusal('PERSISTENT_ERROR', 'invalid_scope', 'At least one resource scope is needed.');
    if (wrong.has('naa-wrong-account')) return tokenBody(await this.#host.strangersTokens(request));
    if (request.method === 'GetTokenPopup') {
      const outright = [...wrong].map((name) => (name === 'naa-interaction-always' ? undefined : refusals[name])).find(Boolean);
      if (outright) throw outright;
      const tokens = await this.#host.askedTokens(request);
      this.#askedOnce = true;
      return tokenBody(tokens);
    }
    const outright = [...wrong].map((name) => refusals[name]).find(Boolean);
    if (outright) throw outright;
    if (wrong.has('naa-interaction') && !this.#askedOnce) {
      throw new NestedAuthRefusal('USER_INTERACTION_REQUIRED', 'consent_required', 'The person has not consented to these permissions.');
    }
    return tokenBody(await this.#host.silentTokens(request));
  }
}

function tokenBody(tokens: NestedAuthTokens): object {
  const { account } = tokens;
  return {
    token: {
      access_token: tokens.accessToken,
      id_token: tokens.idToken,
      expires_in: tokens.expiresInSeconds,
      scope: tokens.scopes.join(' '),
      token_type: 'Bearer',
      properties: null,
    },
    account: {
      homeAccountId: `${account.objectId}.${account.tenantId}`,
      localAccountId: account.objectId,
      environment: account.environment,
      tenantId: account.tenantId,
      username: account.username,
      loginHint: account.username,
      name: account.name,
    },
  };
}

/** True when a message event's data is a call on the bridge, from teams-js or from office.js. */
export function isNestedAuthCall(data: unknown): boolean {
  return isRecord(data) && data['func'] === 'nestedAppAuth.execute';
}
