import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { foldTreatment } from '../../src/meeting/decisions.ts';
import type { MeetingFile, Treatment } from '../../src/meeting/meeting.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

/** What is written on and on while the connection is gone, and what the tenant gets of it when it is back. */
const town = fjordby();
const secretary = 'ulla.skarvad';

let file: MeetingFile;
let devices = 0;
let isDown = false;
/** When each write left, in milliseconds, by what it was sent to. */
let left: { readonly method: string; readonly at: number }[] = [];

const network: typeof fetch = async (input, init) => {
  if (isDown) throw new TypeError('fetch failed');
  const url = input instanceof Request ? input.url : String(input);
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
  if (method !== 'GET' && /DagsordenBehandling\/items/.test(url)) left.push({ method, at: performance.now() });
  return fetch(input, init);
};

beforeAll(async () => {
  const ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  const board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  const agenda = agendaOf(['1 Budget', '2 Anlæg', '3 Eventuelt', '4 Løn'], { start: at('09.00'), title: 'Direktionsmøde' });
  file = await ulla.agenda.attachAgenda({ event: await comingMeeting(ulla, /^Direktionsmøde/), board, agenda }, () => undefined);
}, 60_000);

beforeEach(async () => {
  isDown = false;
  left = [];
  await town.emptyLog();
});

const pane = (): Promise<Commands> => town.as(secretary, { kind: 'none' }, { network, device: `uden-net-${(devices += 1)}` });
const blankAt = (place: number): Treatment => treatmentOf(file.agenda, [], file.agenda.items[place]!);

/** The decision of an item, changed so many times while nothing gets through; each builds on the last, as the field that saves itself orders them. */
async function changes(ulla: Commands, place: number, times: number, from = blankAt(place)): Promise<Treatment> {
  let stands = from;
  for (let nth = 1; nth <= times; nth += 1) {
    const next: Treatment = { ...stands, outcome: 'approved', decision: `${stands.decision} ord${nth}`.trim(), notes: `Note ${nth}` };
    const onto = { ...file, treatments: foldTreatment(file.treatments, stands) };
    await expect(ulla.minutes.recordTreatment(onto, next)).rejects.toMatchObject({ name: 'Offline' });
    stands = next;
  }
  return stands;
}

async function returns(ulla: Commands): Promise<void> {
  isDown = false;
  await ulla.outbox.retry();
  await vi.waitFor(() => expect(ulla.outbox.state()).toMatchObject({ pending: 0, sending: false }), { timeout: 30_000, interval: 50 });
}

/** The writes of decisions that the tenant has in its log. */
const written = async (): Promise<number> =>
  (await town.log()).filter(
    ({ method, path, status }) => ['POST', 'PATCH'].includes(method) && /\/lists\/DagsordenBehandling\/items/.test(path) && status < 300,
  ).length;
const storedAt = async (place: number): Promise<Treatment> => {
  const read = await (await town.as(secretary)).find.openMeeting(file.pointer);
  return treatmentOf(read.agenda, read.treatments, read.agenda.items[place]!);
};

describe('a minute without a connection', () => {
  test('ten changes of one decision leave as two writes, three seconds apart: the first had begun', async () => {
    const ulla = await pane();
    isDown = true;
    const last = await changes(ulla, 0, 10);
    expect(ulla.outbox.state()).toMatchObject({ pending: 10, stuck: [] });
    await returns(ulla);
    expect(await written()).toBe(2);
    expect(left[1]!.at - left[0]!.at).toBeGreaterThanOrEqual(3_000);
    expect(await storedAt(0)).toMatchObject({ decision: last.decision, outcome: 'approved', notes: 'Note 10' });
  }, 60_000);

  test('as one write where none had begun, each decision by itself', async () => {
    const ulla = await pane();
    isDown = true;
    await expect(ulla.minutes.recordTreatment(file, { ...blankAt(3), decision: 'Først' })).rejects.toMatchObject({ name: 'Offline' });
    const one = await changes(ulla, 1, 5);
    const other = await changes(ulla, 2, 5);
    await returns(ulla);
    expect(await written()).toBe(3);
    expect(await storedAt(1)).toMatchObject({ decision: one.decision });
    expect(await storedAt(2)).toMatchObject({ decision: other.decision });
  }, 60_000);

  test('what another wrote meanwhile stays, beside all of mine', async () => {
    const ulla = await pane();
    const before = await storedAt(1);
    isDown = true;
    await expect(ulla.minutes.recordTreatment(file, { ...blankAt(3), dissent: 'Imod' })).rejects.toMatchObject({ name: 'Offline' });
    const last = await changes(ulla, 1, 4, before);
    const asger = await town.as('asger.moelbjerg');
    const read = await asger.find.openMeeting(file.pointer);
    await asger.minutes.recordTreatment(read, { ...before, dissent: 'Asger stemte imod.' });
    await town.emptyLog();
    await returns(ulla);
    expect(await written()).toBe(2);
    expect(await storedAt(1)).toMatchObject({ decision: last.decision, dissent: 'Asger stemte imod.' });
  }, 60_000);

  test('one’s own notes leave as one write too', async () => {
    const ulla = await pane();
    const [item, second] = file.agenda.items;
    isDown = true;
    const keep = (id: string, before: string, after: string) =>
      expect(ulla.notes.keepNote(file.pointer, item!.id === id ? item!.id : second!.id, before, after)).rejects.toMatchObject({ name: 'Offline' });
    await keep(second!.id, '', 'Andet');
    for (let nth = 0; nth < 5; nth += 1) await keep(item!.id, 'x'.repeat(nth), 'x'.repeat(nth + 1));
    await returns(ulla);
    const puts = (await town.log()).filter(({ method, path, status }) => method === 'PUT' && /approot/.test(path) && status < 300);
    expect(puts).toHaveLength(2);
    expect(await ulla.notes.readNote(file.pointer, item!.id)).toBe('xxxxx');
  }, 60_000);
});
