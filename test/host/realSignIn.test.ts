import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTenantProcess, type Tenant } from '../graph/tenantProcess.ts';
import { localCertificate } from '../../src/tenant/certificate.ts';
import { bundle, discard, serve, type Served } from './servedPages.ts';
import { freshProfile, openBrowser } from '../realBrowser.ts';

/**
 * The real msal in a real browser against the embedded tenant's identity service: what no imitation of a window shows.
 */
let tenant: Tenant;
let browser: Browser;
let folder = '';
let app: Served;
/** Another site than localhost, as Teams is to an app: storage and channels of its frames are kept apart. */
let stranger: Served;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  await localCertificate('.local/certificate');
  app = await serve(() => folder, 'localhost');
  stranger = await serve(() => folder, '127.0.0.1', {
    '/teams.html': `<!doctype html><title>Fremmed vært</title><iframe src="${app.origin}/" width="600" height="400"></iframe>`,
  });
  tenant = await startTenantProcess({ app: app.origin });
  folder = await bundle(
    { index: './test/host/pages/signIn.ts', redirect: './src/entries/redirect.ts' },
    {
      DAGSORDEN_CLIENT_ID: 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
      DAGSORDEN_AUTHORITY: tenant.authority,
      DAGSORDEN_KNOWN_AUTHORITIES: new URL(tenant.authority).host,
      DAGSORDEN_GRAPH: tenant.graphBase,
      DAGSORDEN_HOST: app.origin,
      DAGSORDEN_ORGANISATION: '',
      DAGSORDEN_TEAMS_HOSTS: '',
    },
  );
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  app.close();
  stranger.close();
  discard(folder);
  tenant.stop();
});
beforeEach(async () => {
  context = await freshProfile(browser);
  page = await context.newPage();
});
afterEach(() => context.close());

/** Runs in the page; an answer that never comes (the page left) is not waited for. */
const run = (where: Page | Frame, what: string) => where.evaluate(`(async () => ${what})()`) as Promise<string>;
const pickUlla = (window: Page) => window.getByRole('button', { name: /Ulla Skarvad/ }).click();

describe('in a plain browser', () => {
  test('a person leaves to sign in, and comes back to the address they left, signed in for all tabs', async () => {
    await page.goto(`${app.origin}/#/m?s=site&k=nøgle`);
    expect(await run(page, 'redirect.token()')).toMatch(/^SignInNeeded/);
    await page.evaluate('void redirect.ask()');
    await pickUlla(page);
    await page.waitForURL(/index|#\/m\?/);
    await expect.poll(() => run(page, 'redirect.token()').catch(() => '')).toMatch(/^ok ey/);
    expect(decodeURI(page.url())).toBe(`${app.origin}/#/m?s=site&k=nøgle`);
    expect(await run(page, 'redirect.person()')).toBe('Ulla Skarvad');

    const other = await context.newPage();
    await other.goto(`${app.origin}/#/referat?k=2`);
    expect(await run(other, 'redirect.token()')).toMatch(/^ok ey/);
    expect(other.url()).toBe(`${app.origin}/#/referat?k=2`);
  });

  test('an identity service that cannot be reached is Offline', async () => {
    await context.route(`${new URL(tenant.authority).origin}/**`, (route) => route.abort());
    await page.goto(app.origin);
    expect(await run(page, 'redirect.token(true)')).toMatch(/^Offline/);
  });

  test('who turns back at the sign-in page is still asked to sign in', async () => {
    await page.goto(app.origin);
    await page.evaluate('void redirect.ask()');
    await page.getByRole('button', { name: 'Annuller' }).click();
    await page.waitForURL(`${app.origin}/**`);
    await expect.poll(() => run(page, 'redirect.token()').catch(() => '')).toMatch(/^SignInNeeded/);
  });
});

describe('by a window of our own', () => {
  test('without a click nothing is opened; in one the person picks who they are', async () => {
    await page.goto(app.origin);
    expect(await run(page, 'popup.token()')).toMatch(/^SignInNeeded/);
    expect(context.pages()).toHaveLength(1);
    const [window, token] = await Promise.all([
      context.waitForEvent('page').then(async (opened) => (await pickUlla(opened), opened)),
      run(page, 'popup.token(true)'),
    ]);
    expect(token).toMatch(/^ok ey/);
    await expect.poll(() => window.isClosed()).toBe(true);
    expect(await run(page, 'popup.token()')).toBe(token);
    expect(await run(page, 'popup.person()')).toBe('Ulla Skarvad');
  });

  test('also from a frame inside another site, where msal’s own channel is cut off', async () => {
    await page.goto(`${stranger.origin}/teams.html`);
    const frame = page.frames().find((each) => each.url().startsWith(app.origin));
    if (frame === undefined) throw new Error('The frame did not load');
    await frame.waitForFunction('window.popup');
    context.on('page', (opened) => void pickUlla(opened).catch(() => undefined));
    expect(await run(frame, 'popup.token(true)')).toMatch(/^ok ey/);
    await expect.poll(() => context.pages().length).toBe(1);
  });
});
