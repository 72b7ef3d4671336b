// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SignIn } from '../../src/host/host.ts';
import { createNestedSignIn } from '../../src/host/signIn/nested.ts';
import { createTeamsHost } from '../../src/host/teams.ts';
import { ane, config, FakeTeams, handOver, initContext, refused, ulla } from './fakeTeams.ts';

let teams: FakeTeams;
beforeEach(() => {
  teams = new FakeTeams();
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  teams.leave();
});

const fallback = { token: vi.fn(async () => 'by popup'), person: () => null, ask: async () => undefined } satisfies SignIn;
beforeEach(() => {
  fallback.token.mockClear();
});

/** The real teams-js puts the bridge in place; the real msal speaks over it. */
async function signIn(
  expected: Parameters<typeof createNestedSignIn>[1] = async () => ({ objectId: ulla.localAccountId, address: ulla.username }),
): Promise<SignIn> {
  await createTeamsHost(config);
  return createNestedSignIn(config, expected, async () => fallback);
}
const asked = () => teams.bridged.map(({ method }) => method);

describe('tokens handed over by the host', () => {
  test('the first one is asked for silently, the next comes from msal’s memory', async () => {
    const who = await signIn();
    expect(await who.token({ scopes: ['User.Read'] })).toBe('access-u-ulla');
    expect(await who.token({ scopes: ['User.Read'] })).toBe('access-u-ulla');
    expect(asked()).toEqual(['GetInitContext', 'GetToken']);
    expect(who.person()).toEqual({ id: 'u-ulla', name: 'Ulla Skarvad', email: 'ulla.skarvad@fjordby.example' });
  });

  test('there is always a scope of Graph in it', async () => {
    await (await signIn()).token({ scopes: [] });
    expect(teams.bridged[1]?.tokenParams?.scope).toContain('User.Read');
  });

  test('claims of a challenge go past the memory, and we always say that we understand challenges', async () => {
    const who = await signIn();
    await who.token({ scopes: ['User.Read'] });
    await who.token({ scopes: ['User.Read'], claims: '{"access_token":{"nbf":{"essential":true,"value":"1"}}}' });
    expect(asked()).toEqual(['GetInitContext', 'GetToken', 'GetToken']);
    expect(JSON.parse(teams.bridged[1]?.tokenParams?.claims ?? '{}')).toMatchObject({ access_token: { xms_cc: { values: ['CP1'] } } });
    expect(JSON.parse(teams.bridged[2]?.tokenParams?.claims ?? '{}')).toMatchObject({
      access_token: { nbf: { value: '1' }, xms_cc: { values: ['CP1'] } },
    });
  });

  test('a token for another person is not used', async () => {
    teams.bridge = ({ method }) => (method === 'GetInitContext' ? initContext(ane) : handOver(ane));
    const who = await signIn();
    await expect(who.token({ scopes: ['User.Read'] })).rejects.toMatchObject({ name: 'WrongAccount', detail: { tokenOf: ane.username } });
    expect(who.person()).toBeNull();
  });
});

describe('an Outlook that only tells an address', () => {
  const only = (address: string) => async () => ({ objectId: null, address });

  test('the name people sign in with may be that address', async () => {
    expect(await (await signIn(only('Ulla.Skarvad@Fjordby.Example'))).token({ scopes: [] })).toBe('access-u-ulla');
  });

  test('otherwise Graph is asked which addresses the token’s person has', async () => {
    const ask = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => Response.json({ userPrincipalName: ulla.username, proxyAddresses: ['SMTP:us@fjordby.example'] }));
    const who = await signIn(only('us@fjordby.example'));
    expect(await who.token({ scopes: ['User.Read'] })).toBe('access-u-ulla');
    await who.token({ scopes: ['User.Read'] });
    expect(ask.mock.calls.filter(([url]) => String(url).includes('/v1.0/me?'))).toHaveLength(1);
    await expect((await signIn(only('fremmed@fjordby.example'))).token({ scopes: [] })).rejects.toMatchObject({ name: 'WrongAccount' });
  });
});

describe('what only a person can settle', () => {
  const needs = (code: string, description?: string) => (asked: { method: string }) =>
    asked.method === 'GetInitContext'
      ? initContext(ulla)
      : asked.method === 'GetToken'
        ? refused('USER_INTERACTION_REQUIRED', code, description)
        : handOver(ulla);

  test('without a click nothing is opened: SignInNeeded', async () => {
    teams.bridge = needs('interaction_required');
    await expect((await signIn()).token({ scopes: ['User.Read'] })).rejects.toMatchObject({ name: 'SignInNeeded' });
    expect(asked()).toEqual(['GetInitContext', 'GetToken']);
  });

  test('in a click the host’s window is opened', async () => {
    teams.bridge = needs('interaction_required');
    expect(await (await signIn()).token({ scopes: ['User.Read'], interactive: true })).toBe('access-u-ulla');
    expect(asked()).toEqual(['GetInitContext', 'GetToken', 'GetTokenPopup']);
  });

  test.each([
    ['consent_required', ''],
    ['invalid_grant', 'AADSTS65001: The user or administrator has not consented'],
    ['access_denied', 'AADSTS90094: The grant requires admin permission'],
  ])('missing consent is told by name: %s %s', async (code, description) => {
    teams.bridge = needs(code, description);
    await expect((await signIn()).token({ scopes: ['Sites.ReadWrite.All'] })).rejects.toMatchObject({ name: 'ConsentMissing' });
  });

  test('who closes the window is asked again later', async () => {
    teams.bridge = ({ method }) =>
      method === 'GetInitContext'
        ? initContext(ulla)
        : method === 'GetToken'
          ? refused('USER_INTERACTION_REQUIRED', 'interaction_required')
          : refused('USER_CANCEL', 'user_cancelled');
    await expect((await signIn()).ask(['User.Read'])).rejects.toMatchObject({ name: 'SignInNeeded' });
    expect(fallback.token).not.toHaveBeenCalled();
  });
});

describe('a bridge that fails', () => {
  test.each([
    ['NO_NETWORK', 'Offline'],
    ['TRANSIENT_ERROR', 'HostSilent'],
    ['PERSISTENT_ERROR', 'HostSilent'],
    ['ACCOUNT_UNAVAILABLE', 'SignInNeeded'],
  ])('%s is %s', async (status, name) => {
    teams.bridge = ({ method }) => (method === 'GetInitContext' ? initContext(ulla) : refused(status, ''));
    await expect((await signIn()).token({ scopes: ['User.Read'] })).rejects.toMatchObject({ name });
    expect(fallback.token).not.toHaveBeenCalled();
  });

  test('a broker that fails for good gives way to a window of our own, in a click', async () => {
    teams.bridge = ({ method }) => (method === 'GetInitContext' ? initContext(ulla) : refused('PERSISTENT_ERROR', ''));
    expect(await (await signIn()).token({ scopes: ['User.Read'], interactive: true })).toBe('by popup');
  });

  test('DISABLED: another way is taken at once', async () => {
    teams.bridge = ({ method }) => (method === 'GetInitContext' ? initContext(ulla) : refused('DISABLED', 'disabled'));
    expect(await (await signIn()).token({ scopes: ['User.Read'] })).toBe('by popup');
  });

  test('no bridge although the host promised one: another way is taken at once', async () => {
    teams.supports = { app: {}, pages: {} };
    expect(await (await signIn()).token({ scopes: ['User.Read'] })).toBe('by popup');
  });

  test('a bridge that never says hello is given five seconds, and the next call goes the other way', async () => {
    teams.bridge = () => null;
    const who = await signIn();
    await import('@azure/msal-browser');
    vi.useFakeTimers();
    const first = who.token({ scopes: ['User.Read'] }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5_100);
    expect(await first).toMatchObject({ name: 'HostSilent', detail: { seconds: '5' } });
    expect(await who.token({ scopes: ['User.Read'] })).toBe('by popup');
  });

  test('a bridge that says hello late is taken up after all', async () => {
    const answerLater = teams.bridge;
    teams.bridge = () => null;
    const who = await signIn();
    await import('@azure/msal-browser');
    vi.useFakeTimers();
    const first = who.token({ scopes: ['User.Read'] }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5_100);
    await first;
    teams.bridge = answerLater;
    const [late] = teams.bridged;
    const bridge = (window as unknown as { nestedAppAuthBridge: { postMessage(message: string): void } }).nestedAppAuthBridge;
    bridge.postMessage(JSON.stringify({ messageType: 'NestedAppAuthRequest', ...late }));
    await vi.advanceTimersByTimeAsync(10);
    expect(await who.token({ scopes: ['User.Read'] })).toBe('access-u-ulla');
  });

  test('a token that never comes is given fifteen seconds', async () => {
    const who = await signIn();
    await who.token({ scopes: ['User.Read'] });
    teams.bridge = () => null;
    vi.useFakeTimers();
    const token = who.token({ scopes: ['Calendars.ReadWrite'] }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(15_100);
    expect(await token).toMatchObject({ name: 'HostSilent', detail: { seconds: '15' } });
    expect(await who.token({ scopes: ['Calendars.ReadWrite'] })).toBe('by popup');
  });
});
