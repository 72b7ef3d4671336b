import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { attach } from '../../src/commands/agenda/attach.ts';
import { createCommands } from '../../src/commands/createCommands.ts';
import type { Commands } from '../../src/commands/commands.ts';
import type { Workplace } from '../../src/commands/workplace.ts';
import { openLocalDatabase } from '../../src/device/database.ts';
import { openSeenDatabase } from '../../src/device/seenDatabase.ts';
import { createGraph } from '../../src/graph/client.ts';
import type { Host } from '../../src/host/host.ts';
import { askingPace, CHANGES, FIRST, ONE_AGENDA } from '../../src/meeting/askingPace.ts';
import type { ItemId } from '../../src/meeting/ids.ts';
import type { MeetingFile } from '../../src/meeting/meeting.ts';
import { WRITING_FOR } from '../../src/meeting/writers.ts';
import { createStore } from '../../src/storage/createStore.ts';
import { Database } from '../../src/tenant/database/database.ts';
import { Faults } from '../../src/tenant/dev/faults.ts';
import { RequestLog, type LoggedRequest } from '../../src/tenant/dev/requestLog.ts';
import { loadFixture } from '../../src/tenant/fixtures/load.ts';
import { AccessTokens, keptSigningKey } from '../../src/tenant/identity/accessTokens.ts';
import { APP_ID } from '../../src/tenant/known.ts';
import { personBy } from '../../src/tenant/microsoftGraph/directory/people.ts';
import { answerBatch, isBatch } from '../../src/tenant/microsoftGraph/gateway/batch.ts';
import type { Method } from '../../src/tenant/microsoftGraph/gateway/call.ts';
import { Gateway } from '../../src/tenant/microsoftGraph/gateway/gateway.ts';
import { Router } from '../../src/tenant/microsoftGraph/gateway/router.ts';
import { Throttle } from '../../src/tenant/microsoftGraph/gateway/throttle.ts';
import { WriteGate } from '../../src/tenant/microsoftGraph/gateway/writeGate.ts';
import { routes } from '../../src/tenant/microsoftGraph/routes.ts';
import { keepAsking, type Asker } from '../../src/ui/live/keepAsking.ts';
import { agendaOf, at } from '../meeting/agendas.ts';

const ORIGIN = 'https://localhost:1';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The embedded Microsoft 365 in this process, by the clock of the test: all of its limits, and its log. */
async function quietTown() {
  const db = new Database(undefined);
  loadFixture(db, 'fjordby', Date.now());
  const lines: LoggedRequest[] = [];
  const log = new RequestLog();
  log.add = (line) => void lines.push(line);
  const throttle = new Throttle('all');
  const tenant = {
    db,
    origin: ORIGIN,
    uploadOrigin: ORIGIN,
    appOrigins: [],
    manifestFile: undefined,
    now: () => Date.now(),
    tokens: new AccessTokens(await keptSigningKey(db), ORIGIN),
    faults: new Faults(),
    log,
    throttle,
    resetConnection: () => undefined,
  };
  const gateway = new Gateway(tenant, new Router(routes), throttle, new WriteGate());
  const personOf = (name: string) => personBy(db, `${name}@fjordby.example`)!;
  const fetchAs =
    (name: string): typeof fetch =>
    async (input, init) => {
      const headers = new Headers(init?.headers);
      const { id, upn, displayName } = personOf(name);
      const scopes = new Set((headers.get('authorization') ?? '').split(' ').slice(1));
      const caller = { id, upn, name: displayName, scopes, appId: APP_ID };
      const ids = { requestId: 'r', clientRequestId: undefined };
      const arrival = {
        method: (init?.method ?? 'GET') as Method,
        target: String(input instanceof Request ? input.url : input).slice(`${ORIGIN}/v1.0`.length),
        header: (header: string) => headers.get(header) ?? undefined,
        bytes: Buffer.from(typeof init?.body === 'string' ? init.body : '', 'utf8'),
        ...ids,
      };
      const answer = isBatch(arrival)
        ? await answerBatch(arrival, (inner) => gateway.answer({ ...inner, ...ids }, caller))
        : await gateway.answer(arrival, caller);
      const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
      return Object.assign(new Response(null, { status: answer.status, headers: { 'content-type': 'application/json', ...answer.headers } }), {
        text: () => Promise.resolve(text),
      });
    };
  const storeOf = (name: string) =>
    createStore(
      createGraph({
        baseUrl: `${ORIGIN}/v1.0`,
        token: ({ scopes }) => Promise.resolve(scopes.join(' ')),
        fetch: fetchAs(name),
      }),
    );
  return { personOf, storeOf, lines };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 8, 1, 6) });
});
afterEach(() => {
  vi.useRealTimers();
});

const agenda = agendaOf(['1 Nyt @08.30-09.00', '2 Budget @09.00-09.30', '3 Ansættelse (lukket) @09.30-10.00', '4 Evt @10.00-10.15'], {
  start: at('08.30'),
});

test('forty with an agenda open for an hour, two of whom write, stay under a tenth of what the smallest tenant has, and the two see each other', async () => {
  const town = await quietTown();
  const workplaceOf = (name: string): Workplace => {
    const { id, displayName, upn } = town.personOf(name);
    const host = { signIn: { person: () => ({ id, name: displayName, email: upn }) }, invitation: null, meeting: { kind: 'none' } };
    return {
      host: host as unknown as Host,
      store: town.storeOf(name),
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
      language: 'da',
      appOrigin: 'https://dagsorden.fjordby.example',
      adminConsentLink: '',
    };
  };
  let devices = 0;
  const visit = (name: string): Commands => {
    devices += 1;
    return createCommands(workplaceOf(name), openLocalDatabase(`forty-${devices}`), openSeenDatabase(`forty-seen-${devices}`));
  };
  const atOnce = {
    steps: {
      take: async (_step: string, action: () => Promise<unknown>) => void (await action()),
      begun: () => false,
      skip: () => undefined,
      settle: () => undefined,
    },
    tell: () => undefined,
  };
  const secretary = workplaceOf('ulla.skarvad');
  const team = (await secretary.store.teams()).find(({ name }) => name === 'Direktionen')!;
  const board = await secretary.store.prepareBoard(team, () => undefined);
  const event = (await secretary.store.myEvents(new Date(), new Date(Date.now() + 30 * 86_400_000))).find(
    ({ subject }) => subject === 'Direktionsmøde',
  )!;
  const file = await attach(secretary, { event, board, agenda, treatments: [], base: [], via: 'graph', seen: null }, atOnce as never);
  // The minute in which the site was made ready is over.
  await vi.advanceTimersByTimeAsync(2 * MINUTE);

  const people = 40;
  const names = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo', 'asger.moelbjerg', 'rikke.vindum'];
  const began = Date.now();
  town.lines.length = 0;
  const seen = new Map<string, Map<string, number>>();
  const askers: Asker[] = [];
  /** One open page, as ui/live keeps it. */
  async function openPage(place: number, writes: boolean): Promise<MeetingFile> {
    const commands = visit(names[writes ? place : 2 + (place % 3)]!);
    const opened = await commands.find.openMeeting(file.pointer);
    const watching = await (await commands.live()).watchAgenda(opened);
    let othersWriting = 0;
    const titles = new Map<string, number>();
    seen.set(`${writes ? 'writer' : 'reader'} ${place}`, titles);
    askers.push(
      keepAsking({
        ask: async () => {
          const now = await watching.look(writes);
          othersWriting = now.writers?.length ?? 0;
          for (const { title } of now.items ?? []) if (!titles.has(title)) titles.set(title, Date.now());
        },
        pace: ({ isFirst, failures, putOff }) =>
          askingPace({
            isVisible: true,
            units: (isFirst ? FIRST : CHANGES) * (writes ? 2 : 1),
            mayWrite: writes,
            isWriting: writes,
            othersWriting,
            people,
            isRunning: true,
            quietFor: 0,
            failures,
            putOff,
          }),
        chance: () => ((place * 7919 + Date.now() / 137) % 100) / 100,
      }),
    );
    return opened;
  }
  // They come within three minutes, as people come to a meeting.
  const writers = [await openPage(0, true), await openPage(1, true)];
  for (let place = 2; place < people; place += 1) {
    await openPage(place, false);
    await vi.advanceTimersByTimeAsync((3 * MINUTE) / people);
  }

  const items: readonly ItemId[] = file.agenda.items.filter(({ openness }) => openness === 'open').map(({ id }) => id);
  const signs = await Promise.all([0, 1].map(async (place) => (await visit(names[place]!).live()).tellWriting(file)));
  const savedAt = new Map<string, { readonly at: number; readonly by: number }>();
  for (let minute = 3; minute < 60; minute += 1) {
    for (const place of [0, 1]) {
      const itemId = items[minute % items.length]!;
      if (minute % (WRITING_FOR / 2 / MINUTE) === 0) await signs[place]!.say(writers[place]!, itemId);
      if (minute % 2 === place && minute < 58) {
        const store = town.storeOf(names[place]!);
        const { agenda: now } = await store.openMeeting(file.pointer);
        const title = `Punkt rettet i minut ${minute}`;
        await store.changeItems(
          file.pointer,
          now.items,
          now.items.map((item) => (item.id === itemId ? { ...item, title } : item)),
        );
        savedAt.set(title, { at: Date.now(), by: place });
      }
    }
    await vi.advanceTimersByTimeAsync(MINUTE);
  }
  for (const asker of askers) asker.stop();

  const inLists = town.lines.filter(({ path }) => path.startsWith('/sites/'));
  const perMinute = Array.from({ length: 60 }, (_, minute) =>
    inLists
      .filter(({ time }) => Math.floor((Date.parse(time) - began) / MINUTE) === minute)
      .reduce((sum, { requestCharge }) => sum + requestCharge, 0),
  );
  const units = perMinute.reduce((sum, each) => sum + each, 0);
  expect(town.lines.filter(({ status }) => status === 429)).toEqual([]);
  expect(units).toBeLessThan(60 * ONE_AGENDA);
  for (const minute of perMinute.slice(3)) expect(minute).toBeLessThanOrEqual(ONE_AGENDA);

  // Whoever writes has the other's words within ten seconds, and everybody within a minute and a half; the first question of so many pages is spread over three.
  const waits = (who: RegExp, from = 0) =>
    [...savedAt].flatMap(([title, { at: saved, by }]) =>
      [...seen]
        .filter(([name]) => who.test(name) && name !== `writer ${by}` && saved - began >= from)
        .map(([, titles]) => (titles.get(title) ?? Infinity) - saved),
    );
  expect(savedAt.size).toBeGreaterThan(40);
  expect(Math.max(...waits(/^writer/))).toBeLessThanOrEqual(10 * SECOND);
  expect(Math.max(...waits(/^reader/, 7 * MINUTE))).toBeLessThanOrEqual(90 * SECOND);
  expect(Math.max(...waits(/^reader/))).toBeLessThanOrEqual(4 * MINUTE);
}, 120_000);
