import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { interactionPolicy, Provider, type Client, type KoaContext } from 'oidc-provider';
import type { Database } from '../database/database.ts';
import { setting } from '../database/settings.ts';
import { mailOf, personBy } from '../microsoftGraph/directory/people.ts';
import { APP_ID, GRAPH_AUDIENCE, TENANT_ID } from '../known.ts';
import type { Tenant } from '../tenant.ts';
import { knownScopes } from './appScopes.ts';
import { consented } from './consents.ts';
import { logoutPage, problemPage } from './pages.ts';
import { interactions } from './interactions.ts';
import { sqliteAdapter, type StoredRecord } from './sqliteAdapter.ts';
import { graphClaims, tokenLifetime } from './accessTokens.ts';

/** The tenant's identity provider, mounted as Entra ID is: issuer `/<tenant>/v2.0`, discovery below it. */
export interface IdentityProvider {
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const oidcScopes = ['openid', 'profile', 'email', 'offline_access'];
const pages = ['/', '/index.html', '/tab.html', '/config.html', '/taskpane.html', '/redirect.html', '/auth.html'];
const dayInSeconds = 86_400;

export function identityProvider(tenant: Tenant): IdentityProvider {
  const prefix = `/${TENANT_ID}/v2.0`;
  const provider = new Provider(tenant.tokens.issuer, configuration(tenant));
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route === 'token' && typeof context.body === 'object' && context.body !== null)
      inEntraWords(context, context.body as Record<string, unknown>);
  });
  provider.on('server_error', (...values) => console.error('identity provider:', values.at(-1)));
  const callback = provider.callback();
  const answerInteraction = interactions(tenant, provider);
  return {
    serve: async (request, response) => {
      const url = request.url ?? '/';
      if (url.startsWith('/signin/')) return answerInteraction(request, response);
      request.url = plainLogoutRequest(plainAuthorizeRequest(url.slice(prefix.length) || '/', tenant));
      // oidc-provider finds where it is mounted by taking its own address off the end of this one.
      Object.assign(request, { originalUrl: prefix + request.url });
      return callback(request.method === 'POST' && request.url === '/token' ? await plainTokenRequest(request, tenant) : request, response);
    },
  };
}

function configuration(tenant: Tenant): Record<string, unknown> {
  const { db } = tenant;
  const policy = interactionPolicy.base();
  // Entra ID knows prompt=select_account; oidc-provider wants it declared.
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return {
    adapter: sqliteAdapter(
      db,
      () => tenant.now(),
      (kind, payload) => withEveryConsent(tenant, kind, payload),
    ),
    jwks: { keys: [tenant.tokens.signingKey] },
    clients: [
      {
        client_id: APP_ID,
        client_name: 'Dagsorden',
        token_endpoint_auth_method: 'none',
        application_type: 'web',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: redirects(tenant),
        post_logout_redirect_uris: redirects(tenant),
      },
    ],
    routes: { authorization: '/authorize', token: '/token', jwks: '/keys', end_session: '/logout', userinfo: '/userinfo', revocation: '/revoke' },
    scopes: oidcScopes,
    claims: { openid: ['sub', 'oid', 'tid', 'ver'], profile: ['name', 'preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    cookies: {
      keys: [setting(db, 'cookie key', () => randomBytes(32).toString('base64url'))],
      long: { signed: true, sameSite: 'none', secure: true },
      short: { signed: true, sameSite: 'none', secure: true },
    },
    ttl: {
      AccessToken: tokenLifetime,
      AuthorizationCode: 600,
      IdToken: 3600,
      RefreshToken: dayInSeconds,
      Interaction: 3600,
      Session: 14 * dayInSeconds,
      Grant: 14 * dayInSeconds,
    },
    issueRefreshToken: (_context: KoaContext, client: Client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: (context: KoaContext, form: string) => logoutPage(context, form) },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => GRAPH_AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: knownScopes.join(' '),
          audience: GRAPH_AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: tokenLifetime,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: (_context: KoaContext, token: { accountId?: string; clientId?: string; scope?: string }) => {
      const person = token.accountId === undefined ? undefined : personBy(db, token.accountId);
      return person ? { ...graphClaims(person, token.clientId ?? APP_ID), scp: token.scope ?? '', ver: '2.0' } : undefined;
    },
    findAccount: (_context: KoaContext, id: string) => accountOf(db, id),
    loadExistingGrant: (context: GrantContext) => grantOf(db, context),
    interactions: { policy, url: (_context: KoaContext, { uid }: { uid: string }) => `/signin/${uid}` },
    renderError: (context: KoaContext, out: { error: string; error_description?: string }) => problemPage(context, out),
  };
}

/** A person as the id token shows them. */
function accountOf(db: Database, id: string): { accountId: string; claims: () => Record<string, unknown> } | undefined {
  const person = personBy(db, id);
  if (!person) return undefined;
  const claims = {
    sub: person.id,
    oid: person.id,
    tid: TENANT_ID,
    ver: '2.0',
    name: person.displayName,
    preferred_username: person.upn,
    email: mailOf(person),
  };
  return { accountId: person.id, claims: () => claims };
}

type GrantContext = KoaContext & { oidc: { provider: Provider } };

/** What the person has consented to for this app, as a grant made anew for the sign-in under way. */
async function grantOf(db: Database, context: GrantContext): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { provider, client, session } = context.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(oidcScopes.join(' '));
  const scopes = [...consented(db, client.clientId, session.accountId)];
  if (scopes.length > 0) grant.addResourceScope(GRAPH_AUDIENCE, scopes.join(' '));
  await grant.save(14 * dayInSeconds);
  return grant;
}

/**
 * Entra ID's refresh tokens stand for a person and an app, not for the scopes of the day: whatever is consented to can be
 * had with them. So a stored token or grant is read with today's consents.
 */
function withEveryConsent(tenant: Tenant, kind: string, payload: StoredRecord): StoredRecord {
  if (typeof payload.accountId !== 'string' || (kind !== 'RefreshToken' && kind !== 'Grant')) return payload;
  const scopes = [...consented(tenant.db, APP_ID, payload.accountId)].join(' ');
  if (kind === 'Grant') return { ...payload, resources: { [GRAPH_AUDIENCE]: scopes } };
  return { ...payload, scope: `${oidcScopes.join(' ')} ${scopes}` };
}

function redirects(tenant: Tenant): string[] {
  return tenant.appOrigins.flatMap((origin) => pages.map((page) => `${origin}${page}`));
}

/**
 * MSAL writes Graph's scopes bare, with the resource before them, or as `.default` (everything consented); and it may send
 * a hint or a claims request the provider does not know. Put into the provider's words here.
 */
function plainAuthorizeRequest(url: string, tenant: Tenant): string {
  const mark = url.indexOf('?');
  if (mark < 0 || !url.startsWith('/authorize')) return url;
  const query = new URLSearchParams(url.slice(mark + 1));
  const scope = query.get('scope');
  if (scope !== null) query.set('scope', plainScopes(scope, tenant));
  query.delete('claims');
  return `${url.slice(0, mark)}?${query.toString()}`;
}

/**
 * Entra leads back to a registered `post_logout_redirect_uri` with nothing that says whose it is (MSAL names no client there); the provider
 * wants to know the client whose addresses it is held against (learn.microsoft.com/entra/identity-platform/v2-protocols-oidc).
 */
function plainLogoutRequest(url: string): string {
  const mark = url.indexOf('?');
  if (mark < 0 || !url.startsWith('/logout?')) return url;
  const query = new URLSearchParams(url.slice(mark + 1));
  if (query.has('post_logout_redirect_uri') && !query.has('id_token_hint') && !query.has('client_id')) query.set('client_id', APP_ID);
  return `${url.slice(0, mark)}?${query.toString()}`;
}

function plainScopes(scope: string, tenant: Tenant): string {
  const names = scope.split(' ').map((name) => name.replace(`${GRAPH_AUDIENCE}/`, ''));
  return [...new Set(names.flatMap((name) => (name === '.default' ? [...consented(tenant.db, APP_ID, '*')] : [name])))].join(' ');
}

/**
 * Refreshing, MSAL asks for offline_access, which the provider drops without prompt=consent: taken out, or it answers
 * invalid_scope. The answer is the same request with a plainer body.
 */
async function plainTokenRequest(request: IncomingMessage, tenant: Tenant): Promise<IncomingMessage> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const scope = form.get('scope');
  if (scope !== null) {
    const names = plainScopes(scope, tenant).split(' ');
    form.set('scope', names.filter((name) => form.get('grant_type') !== 'refresh_token' || name !== 'offline_access').join(' '));
  }
  form.delete('claims');
  const body = Buffer.from(form.toString(), 'utf8');
  const { method, url, socket, httpVersion, rawHeaders } = request;
  const headers = { ...request.headers, 'content-length': String(body.length) };
  const plain = Object.assign(Readable.from([body]), {
    method,
    url,
    socket,
    httpVersion,
    rawHeaders,
    headers,
    originalUrl: (request as { originalUrl?: string }).originalUrl,
  });
  return plain as unknown as IncomingMessage;
}

/** What MSAL in AAD mode expects of a token answer: client_info, from which it makes the home account id `oid.tid`; and for a scope nobody consented to an error it asks the person about. */
function inEntraWords(context: KoaContext, body: Record<string, unknown>): void {
  const accountId = context.oidc.account?.accountId;
  if (body['error'] === 'invalid_scope') {
    context.body = {
      error: 'invalid_grant',
      error_description: 'AADSTS65001: The user or administrator has not consented to use the application with the requested permissions.',
      error_codes: [65001],
      suberror: 'consent_required',
    };
  } else if (accountId !== undefined) {
    context.body = { ...body, client_info: Buffer.from(JSON.stringify({ uid: accountId, utid: TENANT_ID })).toString('base64url') };
  }
}
