import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ID, TENANT_ID } from '../../src/tenant/known.ts';
import { client, fjordby, type Fjordby } from './running.ts';

let tenant: Fjordby;
beforeAll(async () => {
  tenant = await fjordby();
});
afterAll(() => tenant.close());

const redirect = 'https://localhost:6444/redirect.html';

/** A browser just good enough for the authorization code flow: keeps cookies, follows redirects by hand. */
function browser() {
  const cookies = new Map<string, string>();
  const visit = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(new URL(url, tenant.origin), {
      redirect: 'manual',
      headers: {
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { method: 'POST', body: new URLSearchParams(form).toString() } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  /** Follows redirects until a page, or an address outside the tenant. */
  const follow = async (response: Response): Promise<{ page?: string; path?: string; left?: URL }> => {
    let [at, path] = [response, ''];
    while (at.status >= 300 && at.status < 400) {
      const next = new URL(at.headers.get('location') ?? '', tenant.origin);
      if (next.origin !== tenant.origin) return { left: next };
      path = next.pathname;
      at = await visit(next.href);
    }
    return { page: await at.text(), path };
  };
  return { visit, follow };
}

function authorize(scope: string, verifier: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: APP_ID,
    response_type: 'code',
    redirect_uri: redirect,
    scope,
    state: 's1',
    nonce: 'n1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    response_mode: 'fragment',
    ...more,
  });
  return `${tenant.origin}/${TENANT_ID}/v2.0/authorize?${query.toString()}`;
}

const token = async (form: Record<string, string>) => {
  const response = await fetch(`${tenant.origin}/${TENANT_ID}/v2.0/token`, {
    method: 'POST',
    headers: { Origin: 'https://localhost:6444', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: APP_ID, ...form }).toString(),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, string> };
};

async function signedIn(person: string, scope: string, more: Record<string, string> = {}) {
  const chrome = browser();
  const verifier = randomBytes(32).toString('base64url');
  const asked = await chrome.follow(await chrome.visit(authorize(scope, verifier, more)));
  expect(asked.page).toContain('Hvem vil du være?');
  const after = await chrome.follow(await chrome.visit(asked.path ?? '', { person: `${person}@fjordby.example` }));
  return { chrome, verifier, after };
}

const redeem = (left: URL | undefined, verifier: string) =>
  token({
    grant_type: 'authorization_code',
    code: new URLSearchParams(left?.hash.slice(1)).get('code') ?? '',
    redirect_uri: redirect,
    code_verifier: verifier,
  });

describe('signing in as MSAL does', () => {
  it('gives tokens for Graph with client_info, and refreshes them', async () => {
    const { after, verifier } = await signedIn(
      'ane.kratholm',
      'User.Read https://graph.microsoft.com/Calendars.ReadWrite openid profile offline_access',
    );
    const { status, body, headers } = await redeem(after.left, verifier);
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('https://localhost:6444');
    const graph = client(tenant.origin, body['access_token'] ?? '');
    const me = await graph.get('/me');
    expect(me.body.displayName).toBe('Ane Kratholm');
    expect(JSON.parse(Buffer.from(body['client_info'] ?? '', 'base64url').toString())).toEqual({ uid: me.body.id, utid: TENANT_ID });
    const claims = JSON.parse(Buffer.from((body['id_token'] ?? '').split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({
      oid: me.body.id,
      tid: TENANT_ID,
      preferred_username: 'ane.kratholm@fjordby.example',
      name: 'Ane Kratholm',
      nonce: 'n1',
      iss: `${tenant.origin}/${TENANT_ID}/v2.0`,
    });
    expect((await graph.get('/me/joinedTeams')).status).toBe(403);

    const refreshed = await token({
      grant_type: 'refresh_token',
      refresh_token: body['refresh_token'] ?? '',
      scope: 'User.Read Team.ReadBasic.All openid profile offline_access',
    });
    expect(refreshed.status).toBe(200);
    expect((await client(tenant.origin, refreshed.body['access_token'] ?? '').get('/me/joinedTeams')).status).toBe(200);
    const unconsented = await token({ grant_type: 'refresh_token', refresh_token: refreshed.body['refresh_token'] ?? '', scope: 'Mail.Read' });
    expect(unconsented.body).toMatchObject({ error: 'invalid_grant', suberror: 'consent_required' });
  });

  it('knows the person the second time, without a page', async () => {
    const { chrome, verifier } = await signedIn('ulla.skarvad', 'User.Read openid profile');
    const silent = await chrome.follow(await chrome.visit(authorize('User.Read openid profile', verifier, { prompt: 'none' })));
    expect(silent.left?.hash).toContain('code=');
    const stranger = browser();
    expect((await stranger.follow(await stranger.visit(authorize('User.Read openid', verifier, { prompt: 'none' })))).left?.hash).toContain(
      'error=login_required',
    );
  });

  it('lets one choose another person, the hinted one first', async () => {
    const { after, verifier } = await signedIn('freja.damsbo', 'User.Read openid', {
      prompt: 'select_account',
      login_hint: 'freja.damsbo@fjordby.example',
    });
    expect((await client(tenant.origin, (await redeem(after.left, verifier)).body['access_token'] ?? '').get('/me')).body.displayName).toBe(
      'Freja Damsbo',
    );
  });

  it('asks for consent where nobody gave it, and sends to the administrator where only they can', async () => {
    await tenant.dev('DELETE', '/consent', { scopes: ['Calendars.ReadWrite'] });
    const { after, chrome, verifier } = await signedIn('mona.thuesen', 'Calendars.ReadWrite openid');
    expect(after.page).toContain('Dagsorden beder om adgang');
    const accepted = await chrome.follow(await chrome.visit(after.path ?? '', { action: 'accept' }));
    const { body } = await redeem(accepted.left, verifier);
    expect((await client(tenant.origin, body['access_token'] ?? '').get('/me/events')).status).toBe(200);

    const second = await signedIn('rikke.vindum', 'Calendars.ReadWrite openid');
    const declined = await second.chrome.follow(await second.chrome.visit(second.after.path ?? '', { action: 'cancel' }));
    expect(declined.left?.hash).toContain('error=access_denied');
    const third = await signedIn('rikke.vindum', 'Directory.Read.All openid');
    expect(third.after.page).toContain('Kræver administratorens godkendelse');
    await tenant.dev('POST', '/consent', { scopes: ['Calendars.ReadWrite'] });
  });

  it('refuses an address the app never registered', async () => {
    const chrome = browser();
    const { page } = await chrome.follow(await chrome.visit(authorize('User.Read openid', 'x', { redirect_uri: 'https://elsewhere.example/' })));
    expect(page).toContain('redirect_uri');
  });
});

describe('a token for a test or a host page', () => {
  it('can be refused as the real one is, when consent is missing', async () => {
    const refused = await tenant.dev('POST', '/token', { user: 'ane.kratholm@fjordby.example', scopes: ['Mail.Read'], respectConsent: true });
    expect([refused.status, refused.body.error]).toEqual([400, 'consent_required']);
    expect((await tenant.dev('POST', '/token', { user: 'nobody', scopes: ['User.Read'] })).status).toBe(404);
    expect((await tenant.dev('POST', '/token', { user: 'ane.kratholm@fjordby.example', scopes: ['Made.Up'] })).status).toBe(400);
  });

  it('lists the secretary first and an attendee second', async () => {
    const { body } = await tenant.dev('GET', '/users');
    expect(body.slice(0, 2).map(({ role }: { role: string }) => role)).toEqual(['secretary', 'attendee']);
    expect(body.length).toBeGreaterThanOrEqual(18);
  });
});
