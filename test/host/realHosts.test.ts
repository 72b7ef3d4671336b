import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localCertificate } from '../../src/tenant/certificate.ts';
import { startTenantProcess, type Tenant } from '../graph/tenantProcess.ts';
import { bundle, discard, serve, type Served } from './servedPages.ts';
import { afterTime } from '../patience.ts';
import { freshProfile, openBrowser } from '../realBrowser.ts';

/**
 * The adapters as they are, with the real teams-js, office.js and msal, inside the pages that play Teams and Outlook:
 * contexts, ids and tokens as they come over the wire, and hosts that fail (each single refusal of
 * the bridge: nestedSignIn.test.ts).
 */
let tenant: Tenant;
let browser: Browser;
let folder = '';
let manifests: string;
let app: Served;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  await localCertificate('.local/certificate');
  const pages: Record<string, string> = {};
  app = await serve(() => folder, 'localhost', pages);
  manifests = mkdtempSync(join(tmpdir(), 'dagsorden-manifest-'));
  const manifest = join(manifests, 'manifest.json');
  writeFileSync(manifest, JSON.stringify(manifestOf(app.origin)));
  tenant = await startTenantProcess({ app: app.origin, manifest });
  const home = new URL(tenant.authority).origin;
  pages['/taskpane.html'] =
    `<!doctype html><html lang="da"><head><script src="${home}/office-js/office.js"></script></head><body><script src="/adapter.js"></script></body></html>`;
  pages['/tab.html'] = '<!doctype html><html lang="da"><body><script src="/adapter.js"></script></body></html>';
  folder = await bundle(
    { adapter: './test/host/pages/adapter.ts', redirect: './src/entries/redirect.ts' },
    {
      DAGSORDEN_CLIENT_ID: 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
      DAGSORDEN_AUTHORITY: tenant.authority,
      DAGSORDEN_KNOWN_AUTHORITIES: new URL(tenant.authority).host,
      DAGSORDEN_GRAPH: tenant.graphBase,
      DAGSORDEN_HOST: app.origin,
      DAGSORDEN_ORGANISATION: '',
      DAGSORDEN_TEAMS_HOSTS: home,
    },
  );
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  app.close();
  tenant.stop();
  discard(folder);
  rmSync(manifests, { recursive: true, force: true });
});
beforeEach(async () => {
  context = await freshProfile(browser, { viewport: { width: 1360, height: 860 } });
  page = await context.newPage();
});
afterEach(() => context.close());

function manifestOf(origin: string): object {
  return {
    manifestVersion: '1.22',
    id: '7f9d1c40-55aa-4a0e-9e39-0d8f3a6f5b11',
    version: '1.0.0',
    name: { short: 'Prøveapp' },
    webApplicationInfo: { id: 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f' },
    staticTabs: [{ entityId: 'mine', name: 'Mine møder', contentUrl: `${origin}/tab.html`, scopes: ['personal'] }],
    configurableTabs: [
      {
        configurationUrl: `${origin}/tab.html`,
        scopes: ['team', 'groupChat'],
        context: ['channelTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel'],
      },
    ],
    extensions: [
      {
        runtimes: [{ code: { page: `${origin}/taskpane.html` }, actions: [{ id: 'open', type: 'openPage' }] }],
        ribbons: [{ tabs: [{ groups: [{ controls: [{ label: 'Prøveapp' }] }] }] }],
      },
    ],
  };
}

const home = () => new URL(tenant.authority).origin;

async function frameOf(id: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe#${id}`)).contentFrame();
  if (frame === null) throw new Error(`The iframe ${id} has no page`);
  await frame.waitForFunction('window.facts');
  return frame;
}
const ask = (frame: Frame, what: string) => frame.evaluate(what) as Promise<unknown>;

async function personalTab(query = '', user = 'ulla.skarvad'): Promise<Frame> {
  await page.goto(`${home()}/teams?user=${user}@fjordby.example&view=app${query}`);
  return frameOf('embedded-page');
}

async function meeting(user = 'ulla.skarvad'): Promise<void> {
  await page.goto(`${home()}/teams?user=${user}@fjordby.example&view=calendar`);
  await page
    .locator('.meeting-link', { hasText: /Direktionsmøde/ })
    .first()
    .click();
  await page.locator('.details').waitFor();
}

async function channel(name: string): Promise<void> {
  await page.goto(`${home()}/teams?user=ulla.skarvad@fjordby.example`);
  await page
    .locator('.team', { has: page.getByRole('heading', { name: 'Direktionen' }) })
    .getByRole('link', { name })
    .click();
  await page.locator('.page-head h1', { hasText: name }).waitFor();
}

async function pane(user: string, query = ''): Promise<Frame> {
  await page.goto(`${home()}/outlook?user=${user}@fjordby.example${query}`);
  await page
    .locator('.coming')
    .getByRole('link', { name: /Direktionsmøde/ })
    .first()
    .click();
  await page.locator('.appointment').waitFor();
  await page.getByRole('button', { name: 'Prøveapp', exact: true }).click();
  return frameOf('embedded-task-pane');
}

describe('in Teams', () => {
  test('a personal tab, and the person in it', async () => {
    const frame = await personalTab('&theme=dark&locale=en-us', 'ane.kratholm');
    expect(await ask(frame, 'facts()')).toMatchObject({
      kind: 'teams',
      surface: 'personal',
      language: 'en',
      theme: 'dark',
      meeting: { kind: 'none' },
    });
    expect(await ask(frame, 'whoAmI()')).toBe('Ane Kratholm');
  });

  test('a channel tab knows its team as Graph does', async () => {
    await channel('Generelt');
    await page.getByRole('navigation', { name: 'Generelt' }).getByRole('link', { name: 'Prøveapp' }).click();
    expect(await ask(await frameOf('embedded-page'), 'facts()')).toMatchObject({
      surface: 'channel',
      channel: { teamId: expect.stringMatching(/^[0-9a-f-]{36}$/), channelId: expect.stringContaining('@thread.tacv2'), channelName: 'Generelt' },
    });
  });

  test('a meeting’s details and side panel lead to its join link', async () => {
    await meeting('ane.kratholm');
    await page.getByRole('navigation', { name: 'Direktionsmøde' }).getByRole('link', { name: 'Prøveapp' }).click();
    const details = await frameOf('embedded-page');
    expect(await ask(details, 'facts()')).toMatchObject({ surface: 'meeting', meeting: { kind: 'chat' } });
    expect(await ask(details, 'event()')).toMatch(/^https:\/\/teams.microsoft.com\/l\/meetup-join\//);
    await page.getByRole('link', { name: 'Deltag', exact: true }).click();
    await page.getByRole('button', { name: 'Prøveapp' }).click();
    expect(await ask(await frameOf('embedded-side-panel'), 'facts()')).toMatchObject({ surface: 'sidePanel', meeting: { kind: 'chat' } });
  });

  test('a deep link’s address', async () => {
    const link = `https://teams.microsoft.com/l/entity/7f9d1c40-55aa-4a0e-9e39-0d8f3a6f5b11/mine?context=${encodeURIComponent('{"subEntityId":"/m?k=1"}')}`;
    await page.goto(`${home()}/teams?user=ulla.skarvad@fjordby.example&link=${encodeURIComponent(link)}`);
    expect(await ask(await frameOf('embedded-page'), 'facts()')).toMatchObject({ address: '/m?k=1' });
  });

  test('a new theme is seen at once', async () => {
    const frame = await personalTab();
    await page.getByRole('button', { name: 'Indstillinger' }).click();
    await page.getByLabel('Mørkt').check();
    await expect.poll(() => ask(frame, 'opened.then((host) => host.theme)')).toBe('dark');
  });

  test('the configuration page adds a tab', async () => {
    await channel('Generelt');
    await page.getByRole('button', { name: 'Tilføj en fane' }).click();
    expect(await ask(await frameOf('embedded-settings'), 'facts()')).toMatchObject({ surface: 'config' });
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.getByRole('navigation', { name: 'Generelt' }).getByRole('link', { name: 'Beslutninger' }).waitFor();
  });
});

describe('in Outlook', () => {
  test('an attendee reads: the id that office.js gives opens the event in Graph', async () => {
    const frame = await pane('ane.kratholm');
    expect(await ask(frame, 'facts()')).toMatchObject({
      kind: 'outlook',
      surface: 'appointmentRead',
      language: 'da',
      meeting: { kind: 'event' },
      form: false,
    });
    expect(await ask(frame, 'event()')).toEqual({ subject: 'Direktionsmøde', isOrganizer: false });
    expect(await ask(frame, 'whoAmI()')).toBe('Ane Kratholm');
  });

  test('the organiser writes in the form', async () => {
    const frame = await pane('ulla.skarvad');
    expect(await ask(frame, 'facts()')).toMatchObject({ surface: 'appointmentCompose', meeting: { kind: 'event' }, form: true });
    expect(await ask(frame, 'event()')).toEqual({ subject: 'Direktionsmøde', isOrganizer: true });
    await ask(frame, "opened.then(async ({ invitation }) => invitation.writeHtml('<p>1. Velkomst</p>' + (await invitation.readHtml())))");
    await page.getByText('1. Velkomst').waitFor();
    expect(await ask(frame, 'opened.then(({ invitation }) => invitation.readHtml())')).toMatch(/1\. Velkomst[^]*meetup-join/);
  });

  test('a new appointment has no id until it is saved from the pane, with what stands in its form', async () => {
    await page.goto(`${home()}/outlook?user=ulla.skarvad@fjordby.example&new=1&pane=app`);
    expect(await ask(await frameOf('embedded-task-pane'), 'facts()')).toMatchObject({
      surface: 'appointmentCompose',
      meeting: { kind: 'unsaved' },
      form: true,
    });
    await page.getByLabel('Titel').fill('Skrevet før den blev gemt');
    const saved = await ask(await frameOf('embedded-task-pane'), 'opened.then(async (host) => (await host.invitation.save(), host.meeting))');
    expect(saved).toMatchObject({ kind: 'event', eventId: expect.stringMatching(/^AAMk/) });
    expect(await page.getByLabel('Titel').inputValue()).toBe('Skrevet før den blev gemt');
  });

  test('an event whose id the client leaves out', async () => {
    expect(await ask(await pane('ane.kratholm', '&misbehave=no-item-id'), 'facts()')).toMatchObject({
      surface: 'appointmentRead',
      meeting: { kind: 'none' },
    });
  });
});

describe('hosts that fail', () => {
  test('a Teams that says nothing', async () => {
    const frame = await personalTab('&misbehave=teams-silent');
    expect(await afterTime(page, ask(frame, 'facts()'))).toMatchObject({ name: 'HostSilent', detail: { what: 'Teams' } });
  });

  test('a meeting without its chat', async () => {
    await meeting();
    await page.goto(`${page.url()}&view=stage&panel=app&misbehave=no-chat-id`);
    expect(await ask(await frameOf('embedded-side-panel'), 'facts()')).toMatchObject({ surface: 'sidePanel', meeting: { kind: 'none' } });
  });

  test.each([
    ['naa-interaction', 'ConsentMissing'],
    ['naa-wrong-account', 'WrongAccount'],
    // Another way is taken at once, and there nobody has signed in yet.
    ['naa-disabled', 'SignInNeeded'],
    ['naa-unavailable', 'SignInNeeded'],
  ])('Teams, %s: %s', async (misbehaviour, name) => {
    expect(await ask(await personalTab(`&misbehave=${misbehaviour}`), 'whoAmI()')).toMatchObject({ name });
  });

  test('Teams, naa-init-timeout: HostSilent', async () => {
    const frame = await personalTab('&misbehave=naa-init-timeout');
    expect(await ask(frame, 'facts()')).toMatchObject({ kind: 'teams' });
    expect(await afterTime(page, ask(frame, 'whoAmI()'))).toMatchObject({ name: 'HostSilent' });
  });

  test.each([
    ['naa-bridge-missing', 'SignInNeeded'],
    ['naa-wrong-account', 'WrongAccount'],
  ])('Outlook, %s: %s', async (misbehaviour, name) => {
    expect(await ask(await pane('ane.kratholm', `&misbehave=${misbehaviour}`), 'whoAmI()')).toMatchObject({ name });
  });

  test.each(['naa-unavailable', 'naa-empty-error'])('%s is no dead end: in a click, a window of our own', async (misbehaviour) => {
    const frame = await personalTab(`&misbehave=${misbehaviour}`);
    context.on(
      'page',
      (window) =>
        void window
          .getByRole('button', { name: /Ulla Skarvad/ })
          .click()
          .catch(() => undefined),
    );
    await ask(frame, 'whoAmI()');
    expect(await ask(frame, 'whoAmI(true)')).toBe('Ulla Skarvad');
  });

  test('naa-interaction is no dead end: in a click, the host asks the person', async () => {
    const frame = await personalTab('&misbehave=naa-interaction');
    await ask(frame, 'whoAmI()');
    const name = ask(frame, 'whoAmI(true)');
    await page.getByRole('button', { name: 'Acceptér' }).click();
    expect(await name).toBe('Ulla Skarvad');
  });
});
