import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [secretary, insider, outsider] = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo'];
const fresh = (person: string, device: string) => town.as(person, { kind: 'none' }, { fresh: true, device });

let board: Board;
let event: CalendarEvent;
let file: MeetingFile;

beforeAll(async () => {
  const ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(ulla, /^Direktionsmøde/);
  const agenda = agendaOf(['1 Budget', '2 Personsag'], { start: at('09.00'), title: 'Direktionsmøde' });
  file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
}, 60_000);
beforeEach(() => town.emptyLog());
afterEach(() => town.clearFaults());

/** What an opening of this person on this device asked for, the list names in order, and what it cost. */
async function opening(person: string, device: string) {
  const commands = await fresh(person, device);
  await town.emptyLog();
  const opened = await commands.find.openMeeting(file.pointer);
  const asked = (await town.log()).filter(({ path }) => path.startsWith('/sites/'));
  const lists = asked.map(({ path }) => /\/lists\/Dagsorden(\w+)/.exec(path)?.[1] ?? path);
  return { opened, lists, units: asked.reduce((sum, { requestCharge }) => sum + requestCharge, 0), asked };
}

const recordLists = ['Referat', 'Udgivelse'];
/** Requests of one batch are numbered by it: of two batches, two would have the same number. */
const oneBatch = ({ asked }: Awaited<ReturnType<typeof opening>>) =>
  asked.every(({ batchId }) => batchId !== undefined) && new Set(asked.map(({ batchId }) => batchId)).size === asked.length;

describe('before the meeting', () => {
  test('an outsider pays nine units on a new device, and eight from then on: the closed place is asked once, for half', async () => {
    const first = await opening(outsider, 'freja');
    expect(first.units).toBe(9);
    expect(first.asked.filter(({ status }) => status === 403)).toHaveLength(1);
    const second = await opening(outsider, 'freja');
    expect(second.units).toBe(8);
    expect(second.lists).toEqual(['Moedeforum', 'Moeder', 'Punkter', 'Afbud']);
    expect(second.opened.closedAccess).toBe('no');
  });

  test('one of the circle pays at most twelve from the second time on, all in one batch', async () => {
    await opening(insider, 'ane');
    const second = await opening(insider, 'ane');
    expect(second.units).toBeLessThanOrEqual(12);
    expect(second.opened.closedAccess).toBe('yes');
    expect(second.asked.every(({ batchId }) => batchId !== undefined)).toBe(true);
    for (const list of recordLists) expect(second.lists).not.toContain(list);
  });
});

describe('what was published', () => {
  test('half of it is there for whoever goes on with it, and all of it for everybody; a device that has seen it asks in one batch', async () => {
    const ulla = await town.as(secretary);
    let open = await ulla.find.openMeeting(file.pointer);
    for (const { id } of open.agenda.items) {
      const treatment = { itemId: id, openness: 'open', outcome: 'approved', decision: 'Godkendt.', publicDecision: '', notTreated: false } as const;
      await ulla.minutes.recordTreatment(open, treatment);
    }
    open = await ulla.find.openMeeting(file.pointer);
    await town.fault({ path: '/messages', status: 403 });
    const log = await ulla.publish.publishMinutes(open, () => undefined, true);
    expect(log.some(({ state }) => state !== 'done')).toBe(true);

    const half = await opening(secretary, 'ulla-2');
    expect(half.opened.status.minutes).toBe('none');
    expect(half.opened.publications).toHaveLength(log.length);
    expect(half.opened.minutes).not.toBeNull();

    await town.clearFaults();
    expect((await ulla.publish.publishMinutes(half.opened, () => undefined, true)).every(({ state }) => state === 'done')).toBe(true);
    const [first, second] = [await opening(outsider, 'freja-2'), await opening(outsider, 'freja-2')];
    for (const { opened, lists, units } of [first, second]) {
      expect(opened.minutes?.lines).toHaveLength(2);
      expect(units).toBeLessThanOrEqual(13);
      for (const list of recordLists) expect(lists).toContain(list);
    }
    expect(second.units).toBe(12);
    expect(oneBatch(second)).toBe(true);
  });

  test('opening minutes = 1 $batch, also for those of the circle; what is said of the draft and what is to be done are not in it', async () => {
    await opening(insider, 'ane-2');
    const second = await opening(insider, 'ane-2');
    expect(second.opened.minutes?.lines).toHaveLength(2);
    expect(oneBatch(second)).toBe(true);
    expect(second.lists.filter((list) => ['Godkendelse', 'Opfoelgning', 'Fremmoede', 'Skriver', 'Medlemmer'].includes(list))).toEqual([]);
  });
});
