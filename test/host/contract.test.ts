// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBrowserHost } from '../../src/host/browser.ts';
import type { Host, HostKind } from '../../src/host/host.ts';
import { createOutlookHost } from '../../src/host/outlook.ts';
import { createTeamsHost } from '../../src/host/teams.ts';
import { FakeMedia } from './fakeMedia.ts';
import { FakeOutlook } from './fakeOutlook.ts';
import { config, FakeTeams } from './fakeTeams.ts';

/** One way of being hosted: how to open it, and how its surroundings change. */
interface Surroundings {
  open(): Promise<Host>;
  opened(): string[];
  turnDark(): void;
  turnLight(): void;
  close(): void;
}

const surroundings: Record<HostKind, () => Surroundings> = {
  teams: () => {
    const teams = new FakeTeams();
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    return {
      open: () => createTeamsHost(config),
      opened: () => open.mock.calls.map(([url]) => String(url)),
      turnDark: () => teams.tell('themeChange', 'dark'),
      turnLight: () => teams.tell('themeChange', 'default'),
      close: () => teams.leave(),
    };
  },
  outlook: () => {
    const outlook = new FakeOutlook().reading('AAMk/+');
    return {
      open: () => createOutlookHost(config),
      opened: () => outlook.opened,
      turnDark: () => outlook.turn(true),
      turnLight: () => outlook.turn(false),
      close: () => vi.unstubAllGlobals(),
    };
  },
  browser: () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['da-DK', 'en']);
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    return {
      open: async () => createBrowserHost(config),
      opened: () => open.mock.calls.map(([url]) => String(url)),
      turnDark: () => media.choose('dark'),
      turnLight: () => media.choose('light'),
      close: () => undefined,
    };
  },
};

let media: FakeMedia;
beforeEach(() => {
  media = new FakeMedia();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(Object.keys(surroundings) as HostKind[])('the contract, in %s', (kind) => {
  let around: Surroundings;
  beforeEach(() => {
    around = surroundings[kind]();
  });
  afterEach(() => around.close());

  test('tells where we are, in which language and how it looks', async () => {
    const host = await around.open();
    expect(host).toMatchObject({ kind, language: 'da', theme: 'light', address: null });
  });

  test('tells of each change of theme until it is asked to stop', async () => {
    const host = await around.open();
    const heard: string[] = [];
    const stop = host.onTheme((theme) => heard.push(theme));
    const other = vi.fn();
    host.onTheme(other)();
    around.turnDark();
    await vi.waitFor(() => expect(host.theme).toBe('dark'));
    expect(heard).toEqual(['dark']);
    stop();
    around.turnLight();
    await vi.waitFor(() => expect(host.theme).toBe('light'));
    expect(heard).toEqual(['dark']);
    expect(other).not.toHaveBeenCalled();
  });

  test('opens a link outside the pane', async () => {
    (await around.open()).openLink('https://fjordby.example/bilag.pdf');
    expect(around.opened()).toEqual(['https://fjordby.example/bilag.pdf']);
  });

  test('nobody is signed in before the first token', async () => {
    expect((await around.open()).signIn.person()).toBeNull();
  });

  test('may be told twice that something is on screen, or that nothing is', async () => {
    const host = await around.open();
    host.shown();
    host.shown();
    host.failed('ingen forbindelse');
  });
});
