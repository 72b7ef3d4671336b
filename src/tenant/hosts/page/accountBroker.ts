import { fetchLocalTokens, GraphRefusal, rememberConsent } from '../graphClient/session.ts';
import { NestedAuthBridge, NestedAuthRefusal } from '../wire/nestedAppAuth.ts';
import type { NestedAuthAccount, NestedAuthHost, NestedAuthRequest, NestedAuthTokens } from '../wire/nestedAppAuth.ts';
import type { Misbehaviour } from '../wire/misbehaviour.ts';
import { decodeTokenPayload } from './tokenPayload.ts';
import type { Person } from './people.ts';

/** Asks the person in the host whether an app may have these scopes; false when they say no. */
export type AskConsent = (request: NestedAuthRequest) => Promise<boolean>;

/** The bridge of one app page: hands over tokens of the local issuer for the person the host page plays. */
export function accountBridge(options: {
  person: Person;
  /** Somebody else, for the wrong-account misbehaviour. */
  stranger: Person;
  misbehaviours: () => ReadonlySet<Misbehaviour>;
  askConsent: AskConsent;
}): NestedAuthBridge {
  const environment = location.host;

  async function tokens(person: Person, request: NestedAuthRequest): Promise<NestedAuthTokens> {
    try {
      const local = await fetchLocalTokens(person.userPrincipalName, request.scopes, { clientId: request.clientId, respectConsent: true });
      return { ...local, scopes: request.scopes, account: accountOf(person, environment, local.idToken || local.accessToken) };
    } catch (error) {
      throw error instanceof GraphRefusal ? asRefusal(error) : error;
    }
  }

  const host: NestedAuthHost = {
    account: () => accountOf(options.person, environment, ''),
    silentTokens: (request) => tokens(options.person, request),
    async askedTokens(request) {
      if (await needsAsking(request)) {
        if (!(await options.askConsent(request))) throw new NestedAuthRefusal('USER_CANCEL', 'user_canceled', 'The person closed the window.');
        await rememberConsent(options.person.userPrincipalName, request.clientId, request.scopes);
      }
      return tokens(options.person, request);
    },
    strangersTokens: (request) => tokens(options.stranger, request),
    misbehaviours: options.misbehaviours,
  };

  /** With consent in place the window of a real host closes by itself. */
  async function needsAsking(request: NestedAuthRequest): Promise<boolean> {
    const wrong = options.misbehaviours();
    if (wrong.has('naa-interaction') || wrong.has('naa-interaction-always')) return true;
    return tokens(options.person, request).then(
      () => false,
      (error: unknown) => error instanceof NestedAuthRefusal && error.status === 'USER_INTERACTION_REQUIRED',
    );
  }

  return new NestedAuthBridge(host);
}

const localTenantId = 'f10dbe00-1a2b-4c3d-8e4f-5a6b7c8d9e0f';

function accountOf(person: Person, environment: string, token: string): NestedAuthAccount {
  const tenantId = (token && decodeTokenPayload(token)?.tid) || localTenantId;
  return { objectId: person.id, tenantId, username: person.userPrincipalName, name: person.displayName, environment };
}

function asRefusal(error: GraphRefusal): NestedAuthRefusal {
  if (error.status === 0) return new NestedAuthRefusal('NO_NETWORK', error.code, error.message);
  const needsPerson = ['consent_required', 'interaction_required', 'invalid_grant', 'login_required'].includes(error.code);
  return new NestedAuthRefusal(needsPerson ? 'USER_INTERACTION_REQUIRED' : 'PERSISTENT_ERROR', error.code, error.message);
}
