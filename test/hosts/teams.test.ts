import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { timeRunsOut } from '../patience.ts';
import { appFrame, isReady, openTheHosts } from './theHosts.ts';
import type { TheHosts } from './theHosts.ts';

let hosts: TheHosts;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  hosts = await openTheHosts();
});
afterAll(async () => hosts.close());
beforeEach(async () => {
  context = await hosts.freshContext();
  page = await context.newPage();
});
afterEach(async () => context.close());

const secretary = 'ulla.skarvad';

async function openTeams(query: string, user = secretary): Promise<void> {
  await page.goto(`${hosts.origin}/teams?user=${user}@fjordby.example${query}`);
  await page.locator('main > *').first().waitFor();
}

/** The app in the person's own space, with teams-js ready. */
async function openPersonalTab(query = '', user = secretary): Promise<Frame> {
  await openTeams(`&view=app${query}`, user);
  const frame = await appFrame(page, 'embedded-page');
  await isReady(frame);
  return frame;
}

async function openChannel(team: string, channel: string): Promise<void> {
  await openTeams('');
  await page
    .locator('.team', { has: page.getByRole('heading', { name: team }) })
    .getByRole('link', { name: channel })
    .click();
  await page.locator('.page-head h1', { hasText: channel }).filter({ hasText: team }).waitFor();
}

async function openMeeting(title: RegExp, user = secretary): Promise<void> {
  await openTeams('&view=calendar', user);
  await page.locator('.meeting-link', { hasText: title }).first().click();
  await page.locator('.details').waitFor();
}

interface Context {
  readonly page: { frameContext: string; id: string; subPageId?: string };
  readonly app: { theme: string; locale: string };
  readonly user: { loginHint: string };
  readonly chat?: { id: string };
  readonly meeting?: { id: string };
  readonly channel?: { displayName: string; membershipType: string };
  readonly team?: { groupId?: string };
  readonly sharePointSite?: { teamSiteUrl: string };
}

const contextIn = (frame: Frame): Promise<Context> => frame.evaluate<Context>('ready.then(() => microsoftTeams.app.getContext())');

describe('the app in its places', () => {
  test('the personal tab knows the person, the theme and the language', async () => {
    const frame = await openPersonalTab('&theme=dark&locale=en-us');
    expect(await contextIn(frame)).toMatchObject({
      page: { frameContext: 'content', id: 'mine' },
      app: { theme: 'dark', locale: 'en-us' },
      user: { loginHint: 'ulla.skarvad@fjordby.example' },
    });
    expect(new URL(frame.url()).searchParams.get('theme')).toBe('dark');
  });

  test('a board’s General channel comes with the tab, in the team’s own site', async () => {
    await openChannel('Direktionen', 'Generelt');
    await page.getByRole('navigation', { name: 'Generelt' }).getByRole('link', { name: 'Prøveapp' }).click();
    const told = await contextIn(await appFrame(page, 'embedded-page'));
    expect(told.channel).toMatchObject({ displayName: 'Generelt', membershipType: 'Regular' });
    expect(told.team?.groupId).toMatch(/^[0-9a-f-]{36}$/);
    expect(told.sharePointSite?.teamSiteUrl).toMatch(/\/sites\/Direktionen$/i);
  });

  test('in a private channel there is no group, and the site is the channel’s own', async () => {
    await openChannel('Direktionen', 'Lukkede punkter');
    await page.getByRole('button', { name: 'Tilføj en fane' }).click();
    const settings = await appFrame(page, 'embedded-settings');
    const told = await contextIn(settings);
    expect(told.channel?.membershipType).toBe('Private');
    expect(told.team?.groupId).toBeUndefined();
    expect(told.sharePointSite?.teamSiteUrl).toMatch(/lukkede/i);
  });

  test('the details tab of a meeting has its chat but no event id', async () => {
    await openMeeting(/Direktionsmøde/);
    await page.getByRole('navigation', { name: 'Direktionsmøde' }).getByRole('link', { name: 'Prøveapp' }).click();
    const told = await contextIn(await appFrame(page, 'embedded-page'));
    expect(told.chat?.id).toMatch(/^19:meeting_.*@thread\.v2$/);
    expect(atob(told.meeting?.id ?? '')).toBe(`0#${told.chat?.id}#0`);
    expect(told.page.frameContext).toBe('content');
  });

  test('in the joined meeting the app runs in a side panel of 320 pixels', async () => {
    await openMeeting(/Direktionsmøde/);
    await page.getByRole('link', { name: 'Deltag', exact: true }).click();
    await page.getByRole('button', { name: 'Prøveapp' }).click();
    const frame = await appFrame(page, 'embedded-side-panel');
    expect((await contextIn(frame)).page.frameContext).toBe('sidePanel');
    expect(await frame.evaluate('innerWidth')).toBe(320);
    const details = await frame.evaluate<{ details: { title: string } }>('microsoftTeams.meeting.getMeetingDetailsVerbose()');
    expect(details.details.title).toBe('Direktionsmøde');
    await page.reload();
    await appFrame(page, 'embedded-side-panel');
  });

  test('meeting details are refused without their permission', async () => {
    await openMeeting(/Direktionsmøde/);
    await page.goto(`${page.url()}&view=stage&panel=app&misbehave=no-meeting-details`);
    const frame = await appFrame(page, 'embedded-side-panel');
    expect(await frame.evaluate('ready.then(() => microsoftTeams.meeting.getMeetingDetailsVerbose()).catch((error) => error.message)')).toBe('1000');
  });

  test('a deep link’s sub-page reaches the app', async () => {
    const link = encodeURIComponent(
      `https://teams.microsoft.com/l/entity/7f9d1c40-55aa-4a0e-9e39-0d8f3a6f5b11/mine?context=${encodeURIComponent('{"subEntityId":"møde-17"}')}`,
    );
    await openTeams(`&link=${link}`);
    expect((await contextIn(await appFrame(page, 'embedded-page'))).page.subPageId).toBe('møde-17');
  });
});

describe('the meeting stage', () => {
  const share = `new Promise((resolve) => microsoftTeams.meeting.shareAppContentToStage((error, done) => resolve(error ? error.errorCode : done), location.origin + '/tab.html?surface=stage&row=7'))`;
  const sharing = 'new Promise((resolve) => microsoftTeams.meeting.getAppContentStageSharingState((error, state) => resolve(state.isAppSharing)))';

  test('shows what the side panel shares, in a frame context of its own, until somebody ends it', async () => {
    await openMeeting(/Direktionsmøde/);
    await page.goto(`${page.url()}&view=stage&panel=app`);
    const panel = await appFrame(page, 'embedded-side-panel');
    await isReady(panel);
    expect(await panel.evaluate(sharing)).toBe(false);
    expect(await panel.evaluate(share)).toBe(true);
    const stage = await appFrame(page, 'embedded-stage');
    expect((await contextIn(stage)).page.frameContext).toBe('meetingStage');
    expect(new URL(stage.url()).searchParams.get('row')).toBe('7');
    expect(await panel.evaluate(sharing)).toBe(true);
    await page.getByRole('button', { name: 'Stop deling' }).click();
    await page.locator('iframe#embedded-stage').waitFor({ state: 'detached' });
    expect(await panel.evaluate(sharing)).toBe(false);
  });

  test('is closed to an app whose manifest does not ask for it', async () => {
    hosts.install({ authorization: {} });
    try {
      await openMeeting(/Direktionsmøde/);
      await page.goto(`${page.url()}&view=stage&panel=app`);
      const panel = await appFrame(page, 'embedded-side-panel');
      await isReady(panel);
      expect(await panel.evaluate(share)).toBe(1000);
      expect(await page.locator('iframe#embedded-stage').count()).toBe(0);
    } finally {
      hosts.install();
    }
  });
});

describe('an app that does not come up', () => {
  const alert = () => page.getByRole('alert');

  test('is given thirty seconds where its manifest asks for the loading indicator', async () => {
    hosts.install({ showLoadingIndicator: true });
    try {
      await openTeams('&view=app');
      await isReady(await appFrame(page, 'embedded-page'));
      await timeRunsOut(page, 29_000);
      expect(await alert().count()).toBe(0);
      await timeRunsOut(page, 30_000);
      await alert().getByText('Prøveapp').waitFor();
      await alert().getByRole('button').click();
      const again = await appFrame(page, 'embedded-page');
      await again.waitForFunction('window.ready');
      await again.evaluate('ready.then(() => microsoftTeams.app.notifySuccess())');
      await timeRunsOut(page);
      expect(await alert().count()).toBe(0);
    } finally {
      hosts.install();
    }
  });

  test('can say so itself', async () => {
    const frame = await openPersonalTab();
    await frame.evaluate("microsoftTeams.app.notifyFailure({ reason: microsoftTeams.app.FailedReason.Other, message: 'Listen mangler' })");
    await alert().getByText('Listen mangler').waitFor();
  });
});

describe('a Teams that misbehaves', () => {
  test('teams-slow: every answer takes two seconds', async () => {
    await openTeams('&view=app&misbehave=teams-slow');
    const frame = await appFrame(page, 'embedded-page');
    const taken = await frame.evaluate<number>(
      '(async () => { await ready; const began = Date.now(); await microsoftTeams.app.getContext(); return Date.now() - began; })()',
    );
    expect(taken).toBeGreaterThan(1_900);
  });

  test('teams-silent: initialize is never answered', async () => {
    await openTeams('&view=app&misbehave=teams-silent');
    const frame = await appFrame(page, 'embedded-page');
    expect(await frame.evaluate("Promise.race([ready.then(() => 'there'), new Promise((resolve) => setTimeout(resolve, 1500, 'nothing'))])")).toBe(
      'nothing',
    );
  });

  test('no-auth-popup: the window is not let open', async () => {
    const frame = await openPersonalTab('&misbehave=no-auth-popup');
    const answer = await frame.evaluate(
      "microsoftTeams.authentication.authenticate({ url: location.origin + '/signIn.html' }).catch((error) => error.message)",
    );
    expect(answer).toBe('FailedToOpenWindow');
  });

  test('no-chat-id: the meeting’s context comes without its chat', async () => {
    await openMeeting(/Direktionsmøde/);
    await page.goto(`${page.url()}&view=stage&panel=app&misbehave=no-chat-id`);
    const told = await contextIn(await appFrame(page, 'embedded-side-panel'));
    expect([told.chat?.id, typeof told.meeting?.id]).toEqual([undefined, 'string']);
  });
});

describe('what the host does for the app', () => {
  test('its back button is the app’s where the app asks for it', async () => {
    await openTeams('&view=calendar');
    await page.getByRole('navigation', { name: 'Teams' }).getByRole('link', { name: 'Prøveapp' }).click();
    const frame = await appFrame(page, 'embedded-page');
    await frame.evaluate(
      "ready.then(() => microsoftTeams.pages.backStack.registerBackButtonHandler(() => { heard.push('back'); return heard.length === 1; }))",
    );
    const back = page.getByRole('button', { name: 'Gå tilbage' });
    await back.click();
    await frame.waitForFunction('heard.length === 1');
    expect(new URL(page.url()).searchParams.get('view')).toBe('app');
    // The second time the app has nothing to go back to and says so: the host goes.
    await back.click();
    await page.waitForURL(/view=calendar/);
    await back.click();
    expect(page.url()).not.toContain('view=app');
  });

  test('what it cannot do it does not promise', async () => {
    const frame = await openPersonalTab();
    const promised = await frame.evaluate(
      "['pages.backStack', 'pages.config', 'pages.currentApp', 'pages.tabs', 'pages.fullTrust', 'pages.appButton', 'stageView', 'dialog.url', 'calendar', 'mail', 'chat', 'people'].filter((name) => name.split('.').reduce((at, part) => at[part], microsoftTeams).isSupported())",
    );
    expect(promised).toEqual(['pages.backStack', 'pages.config', 'pages.currentApp', 'dialog.url']);
  });

  test('a change of theme is heard at once', async () => {
    const frame = await openPersonalTab();
    await frame.evaluate('microsoftTeams.app.registerOnThemeChangeHandler((theme) => heard.push(theme))');
    await page.getByRole('button', { name: 'Indstillinger' }).click();
    await page.getByLabel('Mørkt').check();
    await frame.waitForFunction('heard.length > 0');
    expect(await frame.evaluate('heard')).toEqual(['dark']);
    expect((await contextIn(frame)).app.theme).toBe('dark');
  });

  test('the theme is the system’s until another is chosen', async () => {
    const frame = await openPersonalTab();
    await frame.evaluate('microsoftTeams.app.registerOnThemeChangeHandler((theme) => heard.push(theme))');
    await page.emulateMedia({ colorScheme: 'dark' });
    await frame.waitForFunction('heard.length === 1');
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await frame.waitForFunction('heard.length === 2');
    await page.getByRole('button', { name: 'Indstillinger' }).click();
    await page.getByLabel('Lyst').check();
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
    await frame.waitForFunction('heard.length > 2');
    expect(await frame.evaluate('heard')).toEqual(['dark', 'contrast', 'default']);
    expect((await contextIn(frame)).app.theme).toBe('default');
  });

  test('a tab is added through the configuration page and is there afterwards', async () => {
    await openChannel('Direktionen', 'Generelt');
    await page.getByRole('button', { name: 'Tilføj en fane' }).click();
    const frame = await appFrame(page, 'embedded-settings');
    await isReady(frame);
    expect(await page.getByRole('button', { name: 'Gem', exact: true }).isDisabled()).toBe(true);
    await frame.evaluate(`microsoftTeams.pages.config.registerOnSaveHandler((event) => {
      microsoftTeams.pages.config
        .setConfig({ entityId: 'beslutninger', contentUrl: location.origin + '/tab.html?surface=decisions', suggestedDisplayName: 'Beslutninger' })
        .then(() => event.notifySuccess());
    }); microsoftTeams.pages.config.setValidityState(true);`);
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    const tab = await appFrame(page, 'embedded-page');
    expect((await contextIn(tab)).page.id).toBe('beslutninger');
    expect(await tab.evaluate('microsoftTeams.pages.getConfig()')).toMatchObject({ entityId: 'beslutninger', suggestedDisplayName: 'Beslutninger' });
    await page.reload();
    await page.getByRole('navigation', { name: 'Generelt' }).getByRole('link', { name: 'Beslutninger' }).waitFor();
  });

  test('a dialog hands its result to the page that opened it', async () => {
    const frame = await openPersonalTab();
    const answer = frame.evaluate(
      "new Promise((resolve) => microsoftTeams.dialog.url.open({ url: location.origin + '/tab.html?surface=dialog', title: 'Afbud', size: { height: 300, width: 400 } }, resolve))",
    );
    const dialog = await appFrame(page, 'embedded-dialog');
    expect((await contextIn(dialog)).page.frameContext).toBe('task');
    await dialog.evaluate("microsoftTeams.dialog.url.submit({ afbud: 'ja' })");
    expect(await answer).toEqual({ err: null, result: { afbud: 'ja' } });
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('a dialog that is closed says so', async () => {
    const frame = await openPersonalTab();
    const answer = frame.evaluate<{ err: string }>(
      "new Promise((resolve) => microsoftTeams.dialog.url.open({ url: location.origin + '/tab.html?surface=dialog', title: 'Afbud' }, resolve))",
    );
    await appFrame(page, 'embedded-dialog');
    await page.getByRole('dialog').getByRole('button', { name: 'Luk' }).click();
    expect((await answer).err).toMatch(/cancelled/i);
  });

  test('the app navigates to another of its pages', async () => {
    const frame = await openPersonalTab();
    await frame.evaluate("void microsoftTeams.pages.currentApp.navigateTo({ pageId: 'more', subPageId: 'pkt-4' })");
    await page.waitForURL(/tab=more/);
    const next = await appFrame(page, 'embedded-page');
    await next.waitForURL(/surface=more/);
    await next.waitForFunction('window.ready');
    expect((await contextIn(next)).page).toMatchObject({ id: 'more', subPageId: 'pkt-4' });
  });

  test('a sign-in window reports back', async () => {
    const frame = await openPersonalTab();
    const answer = await frame.evaluate(
      "microsoftTeams.authentication.authenticate({ url: location.origin + '/signIn.html', width: 400, height: 400 })",
    );
    expect(answer).toBe('et svar');
  });

  test('success is answered', async () => {
    const frame = await openPersonalTab();
    expect(await frame.evaluate('microsoftTeams.app.notifySuccess()')).toMatchObject({ hasFinishedSuccessfully: true });
  });
});

describe('signing in through the host', () => {
  const client = 'msal.createNestablePublicClientApplication(clientSettings)';
  const silent = `(async () => { const client = await ${client}; try { const answer = await client.acquireTokenSilent({ scopes: ['User.Read'] }); return answer.account.username; } catch (error) { return error.name + ' ' + error.errorCode; } })()`;

  test('Graph takes the token the host hands over', async () => {
    const frame = await openPersonalTab('', 'ane.kratholm');
    const name = await frame.evaluate(`(async () => {
      const client = await ${client};
      const answer = await client.acquireTokenSilent({ scopes: ['User.Read'] });
      const me = await fetch(tenantOrigin + '/v1.0/me', { headers: { Authorization: 'Bearer ' + answer.accessToken } });
      return (await me.json()).displayName;
    })()`);
    expect(name).toBe('Ane Kratholm');
  });

  test.each([
    ['naa-interaction', /^InteractionRequiredAuthError/],
    ['naa-disabled', /nested_app_auth_bridge_disabled/],
    ['naa-account-unavailable', /no_account_found/],
    ['naa-no-network', /no_network_connectivity/],
    ['naa-persistent', /7q6cl/],
    ['naa-interaction-always', /^InteractionRequiredAuthError/],
    ['naa-transient', /temporarily_unavailable/],
    ['naa-untrusted-origin', /untrusted_origin/],
    ['naa-empty-error', /^ServerError/],
    ['naa-wrong-account', /^(?!ulla).*@fjordby\.example$/],
  ])('misbehaviour %s is what msal then says', async (misbehaviour, words) => {
    const frame = await openPersonalTab(`&misbehave=${misbehaviour}`);
    expect(await frame.evaluate(silent)).toMatch(words);
  });

  test.each(['naa-timeout', 'naa-init-timeout'])('with %s nothing ever comes', async (misbehaviour) => {
    const frame = await openPersonalTab(`&misbehave=${misbehaviour}`);
    expect(await frame.evaluate(`Promise.race([${silent}, new Promise((resolve) => setTimeout(resolve, 1500, 'nothing'))])`)).toBe('nothing');
  });

  test('with naa-unavailable the app is told there is none', async () => {
    const frame = await openPersonalTab('&misbehave=naa-unavailable');
    expect(await frame.evaluate('microsoftTeams.nestedAppAuth.isNAAChannelRecommended()')).toBe(false);
    expect(await frame.evaluate('typeof window.nestedAppAuthBridge')).toBe('undefined');
  });

  test('consent is asked in the host and remembered by the issuer', async () => {
    const frame = await openPersonalTab('', 'mona.thuesen');
    await fetchDev('DELETE', '/_dev/consent', { scopes: ['People.Read'] });
    const refused = await frame.evaluate(
      `${client}.then((client) => client.acquireTokenSilent({ scopes: ['People.Read'] })).catch((error) => error.name)`,
    );
    expect(refused).toBe('InteractionRequiredAuthError');
    const asked = frame.evaluate<string>(
      `${client}.then((client) => client.acquireTokenPopup({ scopes: ['People.Read'] })).then((answer) => answer.account.username)`,
    );
    await page.getByRole('dialog').getByText('People.Read').waitFor();
    await page.getByRole('button', { name: 'Acceptér' }).click();
    expect(await asked).toBe('mona.thuesen@fjordby.example');
    await page.reload();
    const again = await appFrame(page, 'embedded-page');
    await isReady(again);
    expect(
      await again.evaluate(
        `${client}.then((client) => client.acquireTokenSilent({ scopes: ['People.Read'] })).then((answer) => answer.account.username)`,
      ),
    ).toBe('mona.thuesen@fjordby.example');
  });

  test('closing the consent dialog cancels', async () => {
    const frame = await openPersonalTab('&misbehave=naa-interaction');
    const asked = frame.evaluate<string>(
      `${client}.then((client) => client.acquireTokenPopup({ scopes: ['User.Read'] })).catch((error) => error.errorCode)`,
    );
    await page.getByRole('button', { name: 'Annuller' }).click();
    expect(await asked).toBe('user_canceled');
  });
});

describe('people in channels', () => {
  test('a post stands in the channel for the other members, with links that open outside', async () => {
    await openChannel('Direktionen', 'Generelt');
    await page.getByLabel('Skriv et opslag').fill('Referatet er klar <b>nu</b>');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Referatet er klar <b>nu</b>').waitFor();
    await openTeams('', 'freja.damsbo');
    await page
      .locator('.team', { has: page.getByRole('heading', { name: 'Direktionen' }) })
      .getByRole('link', { name: 'Generelt' })
      .click();
    await page.getByText('Referatet er klar <b>nu</b>').waitFor();
  });

  test('the reader of the channel does not see the closed circle’s channel', async () => {
    await openTeams('', 'freja.damsbo');
    await page.getByRole('heading', { name: 'Direktionen', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: /Lukkede punkter/ }).count()).toBe(0);
  });
});

async function fetchDev(method: string, path: string, body: object): Promise<void> {
  const answer = await context.request.fetch(`${hosts.origin}${path}`, { method, data: body });
  expect(answer.ok()).toBe(true);
}
