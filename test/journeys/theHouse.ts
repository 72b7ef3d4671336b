import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { ensureJourneyBuild, journeyPlaces } from '../../src/tools/build/journeyBuild.ts';
import type { LocalBuild } from '../../src/tools/build/ensureBuild.ts';
import { folders } from '../../src/tools/folders.ts';
import { serveApp, withMoved } from '../../src/tools/serveApp.ts';
import { startTenant } from '../../src/tools/tenantProcess.ts';
import type { TenantAddresses } from '../../src/tools/tenantProcess.ts';
import { holdTimeLimits } from '../patience.ts';

/** A person of the fixture, as `GET /_dev/users` tells them. */
export interface Inhabitant {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
}

/** Fjordby Kommune for one journey: a tenant nobody has used before, and the app beside it. */
export interface House {
  readonly addresses: TenantAddresses;
  readonly appOrigin: string;
  inhabitants(): Promise<Inhabitant[]>;
  /** A Graph access token for a person, by name before the @ (`ane.kratholm`) or whole UPN. */
  tokenFor(person: string, scopes: readonly string[]): Promise<string>;
  /** Asks Graph with such a token; `path` is below v1.0. */
  graph(
    person: string,
    path: string,
    options?: { method?: string; body?: unknown; scopes?: readonly string[] },
  ): Promise<{ status: number; body: unknown }>;
  /** As the global one, trusting the tenant's certificate. */
  readonly fetch: typeof fetch;
  /** Calls `/_dev/PATH` (docs/tenant.md). */
  dev(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Installs a fault (src/tenant, docs/tenant.md); it goes away with the journey's tenant. */
  fault(fault: Record<string, unknown>): Promise<void>;
  clearFaults(): Promise<void>;
  /** Keeps a picture as test-results/pictures/JOURNEY/NAME.png. */
  picture(page: Page, name: string): Promise<void>;
}

const upn = (person: string) => (person.includes('@') ? person : `${person}@fjordby.example`);
/** What a person consents to before using all of the app. */
export const everyScope: readonly string[] = [
  'User.Read',
  'User.ReadBasic.All',
  'Calendars.ReadWrite',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'ChannelMember.Read.All',
  'ChannelMessage.Send',
  'Chat.ReadBasic',
];

/** Minutes for what takes seconds: only what hangs is ended by a clock. */
const patience = 600_000;

export const test = base.extend<{ house: House }, { build: LocalBuild; browser: Browser }>({
  // Made before the run (wholeRun.ts); here it is only found.
  build: [async ({}, use) => use(await ensureJourneyBuild(() => undefined)), { scope: 'worker', timeout: patience }],
  browser: [
    async ({ browser }, use) => {
      const open = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const context = await open(options);
        await holdTimeLimits(context);
        return context;
      };
      await use(browser);
      browser.newContext = open;
    },
    { scope: 'worker' },
  ],
  house: async ({ browser, build, request }, use, testInfo) => {
    const moved = new Map<string, string>();
    const app = await serveApp({ folder: build.folder, port: 0, teamsHosts: `https://${journeyPlaces.tenant}`, moved });
    moved.set(journeyPlaces.app, new URL(app.origin).host);
    const manifest = testInfo.outputPath('manifest.json');
    writeFileSync(manifest, withMoved(readFileSync(build.manifest, 'utf8'), moved));
    const tenant = await startTenant({ port: 0, data: null, appOrigin: app.origin, manifest, patience });
    moved.set(journeyPlaces.tenant, new URL(tenant.addresses.home).host);
    // Papers go to the tenant by another name, as they go to SharePoint.
    moved.set(journeyPlaces.tenant.replace('localhost', '127.0.0.1'), new URL(tenant.addresses.home).host.replace('localhost', '127.0.0.1'));
    const { addresses } = tenant;
    const dev = new URL('/_dev/', addresses.home);
    const tokens = new Map<string, string>();
    const tokenFor = async (person: string, scopes: readonly string[]) => {
      const key = `${person} ${scopes.join(' ')}`;
      const known = tokens.get(key);
      if (known !== undefined) return known;
      const answer = await request.post(new URL('token', dev).href, { data: { user: upn(person), scopes } });
      if (!answer.ok()) throw new Error(`No token for ${person}: ${answer.status()} ${await answer.text()}`);
      const { access_token: token } = (await answer.json()) as { access_token: string };
      tokens.set(key, token);
      return token;
    };
    await use({
      addresses,
      appOrigin: app.origin,
      inhabitants: async () => (await request.get(new URL('users', dev).href)).json() as Promise<Inhabitant[]>,
      tokenFor,
      graph: async (person, path, { method = 'GET', body, scopes = everyScope } = {}) => {
        const headers = { Authorization: `Bearer ${await tokenFor(person, scopes)}` };
        const answer = await request.fetch(`${addresses.graph}${path}`, { method, headers, ...(body === undefined ? {} : { data: body }) });
        const text = await answer.text();
        return { status: answer.status(), body: text === '' ? null : (JSON.parse(text) as unknown) };
      },
      fetch: async (input, init) => {
        const headers = Object.fromEntries(new Headers(init?.headers));
        const address = input instanceof Request ? input.url : String(input);
        const answer = await request.fetch(address, { method: init?.method ?? 'GET', headers, ...(init?.body ? { data: String(init.body) } : {}) });
        return new Response(answer.status() === 204 ? null : new Uint8Array(await answer.body()), {
          status: answer.status(),
          headers: answer.headers(),
        });
      },
      dev: async (method, path, body) => {
        const answer = await request.fetch(new URL(path, dev).href, { method, ...(body === undefined ? {} : { data: body }) });
        if (!answer.ok()) throw new Error(`${method} /_dev/${path}: ${answer.status()} ${await answer.text()}`);
        const text = await answer.text();
        return text === '' ? null : (JSON.parse(text) as unknown);
      },
      fault: async (fault) => {
        const answer = await request.post(new URL('faults', dev).href, { data: fault });
        if (!answer.ok()) throw new Error(`The fault was not taken: ${answer.status()} ${await answer.text()}`);
      },
      clearFaults: async () => {
        await request.delete(new URL('faults', dev).href);
      },
      picture: async (page, name) => {
        const folder = join(folders.results, 'pictures', testInfo.titlePath[0]?.replace(/^.*\/|\.journey\.ts$|\.spec\.ts$/g, '') ?? 'journey');
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
      },
    });
    // Pages that stay open go on asking, and what serves them is about to go.
    await Promise.all(browser.contexts().map((context) => context.close()));
    const ended = await Promise.race([tenant.ended, Promise.resolve(null)]);
    if (ended !== null) testInfo.errors.push({ message: `The embedded tenant ended during the journey.\n${ended.lastWords}` });
    await Promise.all([tenant.stop(), app.stop()]);
  },
});

export { expect } from '@playwright/test';
