// Typing in the minutes of a long meeting, letter by letter, in a real browser: the app's own build, a tenant beside it, a council's 80 items with decisions.
import { writeFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { agendaOf, at } from '../../../test/meeting/agendas.ts';
import { attach } from '../../commands/agenda/attach.ts';
import type { Workplace } from '../../commands/workplace.ts';
import { createGraph } from '../../graph/client.ts';
import type { Host } from '../../host/host.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { asItemId } from '../../meeting/ids.ts';
import { createStore } from '../../storage/createStore.ts';
import { printRoute } from '../../ui/kit/route.ts';
import { findBrowser } from '../browser.ts';
import { ensureJourneyBuild, journeyPlaces } from '../build/journeyBuild.ts';
import { serveApp, withMoved } from '../serveApp.ts';
import { startTenant } from '../tenantProcess.ts';

const ITEMS = 80;
const LETTERS = 200;
/** Milliseconds from a key to the picture that shows it. */
const LIMIT = 50;
const SECRETARY = 'ulla.skarvad@fjordby.example';
const SCOPES = [
  'Calendars.ReadWrite',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'User.ReadBasic.All',
];

/** `npm run bench -- minutes`: from a key to the picture that shows it, in the decision's plain field and in its notes, at 80 items. */
export async function run(): Promise<void> {
  const build = await ensureJourneyBuild(() => undefined);
  const scratch = mkdtempSync(join(tmpdir(), 'dagsorden-bench-'));
  const moved = new Map<string, string>();
  const app = await serveApp({ folder: build.folder, port: 0, teamsHosts: `https://${journeyPlaces.tenant}`, moved });
  moved.set(journeyPlaces.app, new URL(app.origin).host);
  const manifest = join(scratch, 'manifest.json');
  writeFileSync(manifest, withMoved(readFileSync(build.manifest, 'utf8'), moved));
  const tenant = await startTenant({ port: 0, data: null, appOrigin: app.origin, manifest });
  moved.set(journeyPlaces.tenant, new URL(tenant.addresses.home).host);
  const { executablePath, args, env } = findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args], env });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', viewport: { width: 400, height: 900 } });
    const page = await context.newPage();
    const file = await longMeeting(page, { graph: tenant.addresses.graph, home: tenant.addresses.home, appOrigin: app.origin });
    await page.goto(`${app.origin}/index.html${printRoute({ page: 'record', pointer: file.pointer })}`);
    await page.getByRole('button', { name: 'Log ind' }).click();
    await page.getByRole('button', { name: /Ulla Skarvad/ }).click();
    await page.getByRole('textbox', { name: 'Beslutning' }).waitFor();
    await page.waitForLoadState('networkidle');
    const waits = await typed(page, 'Beslutning');
    tell('a decision', waits);
    await page.getByText('Mindretalsudtalelse og noter').click();
    tell('the notes', await typed(page, 'Noter'));
  } finally {
    await browser.close();
    await Promise.all([tenant.stop(), app.stop()]);
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Milliseconds from each key until the frame after it was painted. */
async function typed(page: Page, name: string): Promise<number[]> {
  const field = page.getByRole('textbox', { name, exact: true });
  await field.focus();
  await page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(globalThis, { waits });
    // Before every other listener; what the page does for the letter is done by the task after the frame was drawn.
    window.addEventListener(
      'keydown',
      (event) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => waits.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        }),
      true,
    );
  });
  const words = 'Udvalget tiltraeder indstillingen med bemaerkninger. ';
  await page.keyboard.type(words.repeat(Math.ceil(LETTERS / words.length)).slice(0, LETTERS), { delay: 60 });
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    const all = (globalThis as unknown as { waits: number[] }).waits;
    return all.splice(0);
  });
}

function tell(where: string, waits: readonly number[]): void {
  const sorted = [...waits].sort((a, b) => a - b);
  const share = (part: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;
  const over = sorted.filter((wait) => wait > LIMIT).length;
  console.log(
    `  ${where.padEnd(12)} ${sorted.length} letters: half ${share(0.5)} ms, 95 % ${share(0.95)} ms, the slowest ${share(1)} ms; over ${LIMIT} ms: ${over}`,
  );
  if (share(0.95) > LIMIT) process.exitCode = 1;
}

interface Places {
  readonly graph: string;
  readonly home: string;
  readonly appOrigin: string;
}

/** The executive board's next meeting with 80 items, every other one decided. */
async function longMeeting(page: Page, { graph: baseUrl, home, appOrigin }: Places): Promise<MeetingFile> {
  const ask = page.request;
  const { access_token: token } = (await (
    await ask.post(new URL('_dev/token', home).href, { data: { user: SECRETARY, scopes: SCOPES } })
  ).json()) as { access_token: string };
  const trusting: typeof fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const headers = Object.fromEntries(new Headers(init?.headers));
    const answer = await ask.fetch(address, { method: init?.method ?? 'GET', headers, ...(init?.body ? { data: String(init.body) } : {}) });
    const body = answer.status() === 204 ? null : new Uint8Array(await answer.body());
    return new Response(body, { status: answer.status(), headers: answer.headers() });
  };
  const store = createStore(createGraph({ baseUrl, token: () => Promise.resolve(token), fetch: trusting }));
  const team = (await store.teams()).find(({ name }) => name === 'Direktionen');
  if (!team) throw new Error('The fixture has no Direktionen');
  const board = await store.prepareBoard(team, () => undefined);
  const event = (await store.myEvents(new Date(), new Date(Date.now() + 30 * 86_400_000))).find(({ subject }) => subject === 'Direktionsmøde');
  if (!event) throw new Error('There is no coming meeting');
  const lines = Array.from({ length: ITEMS }, (_, place) => `${place + 1} Sag nummer ${place + 1}`);
  const plain = agendaOf(lines, { start: at('09.00'), title: 'Byrådsmøde' });
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`bench/${item.id}`) })) };
  const host: Pick<Host, 'invitation'> = { invitation: null };
  const workplace: Workplace = {
    // Attaching asks the host for an open form only.
    host: host as Host,
    store,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    language: 'da',
    appOrigin,
    adminConsentLink: '',
  };
  const steps = {
    take: async (_: string, action: () => Promise<unknown>) => void (await action()),
    begun: () => false,
    cutOff: () => false,
    skip: () => undefined,
    settle: () => undefined,
  };
  const order = { event, board, agenda, treatments: [], base: [], via: 'graph' as const, seen: null };
  const file = await attach(workplace, order, { steps, tell: () => undefined });
  for (const { id: itemId, openness } of agenda.items.filter((_, place) => place % 2 === 1)) {
    const decided = {
      itemId,
      openness,
      outcome: 'approved' as const,
      decision: 'Indstillingen blev godkendt.',
      publicDecision: '',
      notTreated: false,
    };
    await store.putTreatment(file.pointer, null, decided);
  }
  return file;
}
