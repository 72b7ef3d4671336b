import { beforeAll, describe, expect, test } from 'vitest';
import { newItem, type AgendaItem } from '../../src/meeting/agenda.ts';
import { asItemId, asMeetingKey } from '../../src/meeting/ids.ts';
import type { Board, MeetingPointer } from '../../src/meeting/meeting.ts';
import type { MeetingRow } from '../../src/storage/meetingRow.ts';
import type { Store } from '../../src/storage/store.ts';
import { at } from '../meeting/agendas.ts';
import { fjordby, type LogLine } from '../commands/fjordby.ts';

const town = fjordby();
let store: Store;
let board: Board;
beforeAll(async () => {
  store = town.storeOf('ulla.skarvad', (input, init) => {
    requests += 1;
    return fetch(input, init);
  });
  const team = (await store.teams()).find((each) => each.name === 'Direktionen')!;
  board = await store.prepareBoard(team, () => undefined);
});

let requests = 0;
let meetings = 0;
async function newMeeting(): Promise<MeetingPointer> {
  meetings += 1;
  const pointer = { siteId: board.siteId, closedSiteId: board.closedSiteId, key: asMeetingKey(meetings.toString(16).padStart(32, '0')) };
  const row: MeetingRow = {
    key: pointer.key,
    head: { title: 'Direktionsmøde', date: '2026-12-08', endDate: null, start: at('09.00'), end: null, location: null, chair: null },
    iCalUId: `040000008200E00074C5B7101A82E00${meetings}`,
    originalStart: null,
    start: '2026-12-08T08:00:00Z',
    end: '2026-12-08T11:00:00Z',
    status: { agenda: 'draft', sentAt: null, minutes: 'none' },
  };
  await store.putMeeting(pointer, row);
  return pointer;
}

/** Item ids are unique over all meetings, as they are in life. */
const paperOf = (pointer: MeetingPointer, count: number): AgendaItem[] =>
  Array.from({ length: count }, (_, index) =>
    newItem(asItemId(`${pointer.key.slice(-4)}-${index + 1}`), {
      number: String(index + 1),
      title: `Punkt ${index + 1}`,
      sections: [{ role: 'text', heading: null, text: `Tekst til punkt ${index + 1}.\n\nMere tekst.` }],
    }),
  );
const moved = (items: readonly AgendaItem[], from: number, to: number): AgendaItem[] => {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)];
};
const closing = (items: readonly AgendaItem[], index: number): AgendaItem[] =>
  items.map((item, each) => (each === index ? { ...item, openness: 'closed' as const, neutralTitle: 'Personalesag' } : item));
const itemsOf = async (pointer: MeetingPointer) => (await store.openMeeting(pointer)).agenda.items;

/** What went over the wire: a batch is one request, what is in it are writes of their own. */
async function counted(action: () => Promise<unknown>): Promise<{ requests: number; writes: LogLine[] }> {
  await town.emptyLog();
  const before = requests;
  await action();
  return { requests: requests - before, writes: (await town.log()).filter((line) => line.method !== 'GET') };
}

describe('what an agenda costs', () => {
  test('sixty items are attached in four requests, and a second time in one', async () => {
    const pointer = await newMeeting();
    const items = paperOf(pointer, 60);
    const first = await counted(() => store.writeItems(pointer, items, () => undefined));
    expect(first.requests).toBeLessThanOrEqual(4);
    expect(first.writes).toHaveLength(60);
    expect(await itemsOf(pointer)).toEqual(items);
    const again = await counted(() => store.writeItems(pointer, items, () => undefined));
    expect(again).toMatchObject({ requests: 1, writes: [] });
  });

  test('moving one of sixty items is two requests and one row; changing, adding and removing one are as well', async () => {
    const pointer = await newMeeting();
    const items = paperOf(pointer, 60);
    await store.writeItems(pointer, items, () => undefined);
    let now: readonly AgendaItem[] = items;
    const change = async (after: readonly AgendaItem[]) => {
      const cost = await counted(() => store.changeItems(pointer, now, after));
      expect(cost.requests).toBeLessThanOrEqual(2);
      expect(cost.writes).toHaveLength(1);
      now = after;
      expect(await itemsOf(pointer)).toEqual(after);
      return cost.writes[0]!.method;
    };
    expect(await change(moved(now, 50, 3))).toBe('PATCH');
    expect(await change(now.map((item, index) => (index === 7 ? { ...item, title: 'Et andet punkt' } : item)))).toBe('PATCH');
    expect(await change([...now.slice(0, 20), newItem(asItemId('added'), { title: 'Nyt punkt' }), ...now.slice(20)])).toBe('POST');
    expect(await change(now.filter((_, index) => index !== 30))).toBe('DELETE');
    expect(await counted(() => store.changeItems(pointer, now, now))).toMatchObject({ writes: [] });
  });
});

/** Everything at once, in a small agenda: what is written is cut at each write in turn. */
describe.each([
  ['the connection is cut just before a write', { cut: 'before' }],
  ['the connection is cut when a write is done and its answer is lost', { cut: 'after' }],
  ['a write meets another', { status: 409, code: 'resourceModified' }],
  ['a write meets another although it took effect', { status: 409, code: 'resourceModified', effect: true }],
  ['a write is put off', { status: 429, code: 'activityLimitReached', retryAfter: 0 }],
  ['a write is too old', { status: 412, code: 'resourceModified' }],
])('%s', (_, fault) => {
  test('the rest follows, in order', { timeout: 60_000 }, async () => {
    for (let nth = 0; ; nth += 1) {
      expect(nth, 'a patch has fewer writes than this').toBeLessThan(20);
      const pointer = await newMeeting();
      const before = closing(paperOf(pointer, 6), 1);
      await store.writeItems(pointer, before, () => undefined);
      const after = closing(
        [newItem(asItemId(`${pointer.key}-new`), { title: 'Nyt' }), ...moved(before, 5, 0).filter((_, index) => index !== 4)].map((item, index) =>
          index === 2 ? { ...item, title: 'HEMMELIG', neutralTitle: 'Personalesag' } : item,
        ),
        4,
      ).map((item) => (item.id === before[1]!.id ? { ...item, openness: 'open' as const, neutralTitle: null } : item));
      const opens = (await store.openMeeting(pointer)).closedRows;
      await town.emptyLog();
      await town.fault({ ...fault, path: String.raw`/items(/\d+(/fields)?)?$`, after: nth, count: 1 });
      await store.changeItems(pointer, before, after, opens);
      const met = (await town.log()).filter((line) => line.fault !== undefined).length;
      await town.clearFaults();
      expect(await itemsOf(pointer)).toEqual(after);
      if (met === 0) break;
      expect(nth).toBeLessThan(10);
    }
  });
});

test('who is outside the closed circle changes and moves what is open, and takes nothing closed away', async () => {
  const pointer = await newMeeting();
  const items = closing(paperOf(pointer, 4), 1);
  await store.writeItems(pointer, items, () => undefined);
  const outsider = town.storeOf('freja.damsbo');
  const seen = (await outsider.openMeeting(pointer)).agenda.items;
  const mine = moved(seen, 3, 0).map((item) => (item.id === items[0]!.id ? { ...item, title: 'Rettet udefra' } : item));
  await outsider.changeItems(pointer, seen, mine);
  expect((await itemsOf(pointer)).map((item) => item.title)).toEqual(['Punkt 4', 'Rettet udefra', 'Punkt 2', 'Punkt 3']);
  const without = mine.filter((item) => item.openness === 'open');
  await expect(outsider.changeItems(pointer, mine, without)).rejects.toMatchObject({ name: expect.stringMatching(/NotAllowed|NotFound/) });
  expect(await itemsOf(pointer)).toHaveLength(4);
});
