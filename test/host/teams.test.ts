// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTabConfig } from '../../src/host/tabConfig.ts';
import { createTeamsHost } from '../../src/host/teams.ts';
import { config, FakeTeams } from './fakeTeams.ts';

let teams: FakeTeams;
beforeEach(() => {
  teams = new FakeTeams();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  teams.leave();
  location.hash = '';
});

describe('where we stand in Teams', () => {
  const chatId = '19:meeting_NGY@thread.v2';
  const meeting = { chatId, meetingId: btoa(`0#${chatId}#0`) };
  const channel = { channelId: '19:generelt@thread.tacv2', channelName: 'Generelt', teamId: '19:hold@thread.tacv2', groupId: 'g-direktionen' };
  test.each([
    ['the personal tab', {}, { surface: 'personal', meeting: { kind: 'none' }, channel: null }],
    [
      'a channel tab',
      channel,
      { surface: 'channel', meeting: { kind: 'none' }, channel: { teamId: 'g-direktionen', channelId: channel.channelId, channelName: 'Generelt' } },
    ],
    ['a private channel, whose group Teams does not tell', { ...channel, groupId: undefined }, { surface: 'channel', channel: null }],
    ["the meeting's details", meeting, { surface: 'meeting', meeting: { kind: 'chat', chatId }, channel: null }],
    ['the side panel', { ...meeting, frameContext: 'sidePanel' }, { surface: 'sidePanel', meeting: { kind: 'chat', chatId } }],
    ['the configuration page', { ...channel, frameContext: 'settings' }, { surface: 'config' }],
    ['a deep link', { subEntityId: '/m?s=1&k=2' }, { address: '/m?s=1&k=2' }],
    ['an English contrast theme', { locale: 'en-us', theme: 'contrast' }, { language: 'en', theme: 'contrast' }],
    ['a theme of tomorrow', { theme: 'glass' }, { theme: 'light' }],
  ])('%s', async (_, context, expected) => {
    Object.assign(teams.context, context);
    expect(await createTeamsHost(config)).toMatchObject(expected);
  });

  test('an address after # is taken where Teams names none', async () => {
    location.hash = '#/m?s=1';
    expect((await createTeamsHost(config)).address).toBe('/m?s=1');
  });
});

describe('a host that does not answer', () => {
  test.each([['initialize'], ['getContext']])('%s: we give up after five seconds and say so', async (func) => {
    vi.useFakeTimers();
    teams.silent.add(func);
    const opened = createTeamsHost(config).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(await Promise.race([opened, 'waiting'])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(200);
    expect(await opened).toMatchObject({ name: 'HostSilent', detail: { seconds: '5' } });
  });

  test('an origin that is not allowed to play Teams is not listened to', async () => {
    vi.useFakeTimers();
    const opened = createTeamsHost({ ...config, teamsHostOrigins: [] }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5_100);
    expect(await opened).toMatchObject({ name: 'HostSilent' });
  });

  test('outside Teams this is told at once', async () => {
    teams.leave();
    await expect(createTeamsHost(config)).rejects.toMatchObject({ name: 'HostSilent' });
  });
});

test('Teams hears once that we are on screen, and nothing after that', async () => {
  const host = await createTeamsHost(config);
  host.shown();
  host.shown();
  host.failed('for sent');
  await vi.waitFor(() => expect(teams.argsOf('appInitialization.success')).toHaveLength(1));
  expect(teams.argsOf('appInitialization.appLoaded')).toHaveLength(1);
  expect(teams.argsOf('appInitialization.failure')).toEqual([]);
});

test('Teams hears why nothing can be shown', async () => {
  (await createTeamsHost(config)).failed('Konfigurationen mangler');
  await vi.waitFor(() => expect(teams.argsOf('appInitialization.failure')[0]?.slice(0, 2)).toEqual(['Other', 'Konfigurationen mangler']));
});

test('a link into Teams stays in Teams', async () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  (await createTeamsHost(config)).openLink('https://teams.microsoft.com/l/message/19%3Ax/1');
  await vi.waitFor(() => expect(teams.argsOf('executeDeepLink')).toMatchObject([['https://teams.microsoft.com/l/message/19%3Ax/1']]));
  expect(open).not.toHaveBeenCalled();
});

describe('the page where a tab is added', () => {
  beforeEach(() => {
    Object.assign(teams.context, { frameContext: 'settings', channelId: '19:c', groupId: 'g' });
  });
  const settings = {
    entityId: 'direktionen',
    contentUrl: 'https://localhost:7464/tab.html?surface=channel',
    websiteUrl: 'https://localhost:7464/',
    displayName: 'Dagsorden',
  };

  test('Save is lit, and pressing it stores the tab and is answered once', async () => {
    const page = await createTabConfig(config);
    page.onSave(
      () => settings,
      (error) => expect.unreachable(String(error)),
    );
    page.setReady(true);
    await vi.waitFor(() => expect(teams.argsOf('settings.setValidityState')).toEqual([[true]]));
    teams.tell('settings.save', {});
    await vi.waitFor(() => expect(teams.argsOf('settings.save.success')).toHaveLength(1));
    expect(teams.argsOf('settings.setSettings')).toEqual([
      [{ entityId: 'direktionen', contentUrl: settings.contentUrl, websiteUrl: settings.websiteUrl, suggestedDisplayName: 'Dagsorden' }],
    ]);
  });

  test('a save that cannot be done is told to Teams and to the page', async () => {
    const page = await createTabConfig(config);
    const failures: unknown[] = [];
    page.onSave(
      () => {
        throw new Error('Stedet er ikke gjort klar');
      },
      (error) => failures.push(error),
    );
    teams.tell('settings.save', {});
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    expect(teams.argsOf('settings.save.failure')).toEqual([['Stedet er ikke gjort klar']]);
    expect(teams.argsOf('settings.save.success')).toEqual([]);
  });
});
