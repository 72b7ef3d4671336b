import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { deleteColumn } from '../../src/graph/listSetup.ts';
import type { Board, CalendarEvent } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const ulla = 'ulla.skarvad';
const agenda = agendaOf(['1 Budget', '2 Personale (lukket)'], { start: at('09.00'), title: 'Direktionsmøde' });

let secretary: Commands;
let board: Board;
let event: CalendarEvent;

const lists = async (site: string) =>
  ((await town.ask(ulla, `/sites/${site}/lists`)).body as { value: { id: string; name: string; displayName: string }[] }).value.filter(({ name }) =>
    name.startsWith('Dagsorden'),
  );
const meetingRows = async () =>
  ((await town.ask(ulla, `/sites/${board.siteId}/lists/DagsordenMoeder/items`)).body as { value: unknown[] }).value.length;
const prepare = () => secretary.board.prepareBoard(board.teamId, () => undefined);

beforeAll(async () => {
  secretary = await town.as(ulla);
  const team = (await secretary.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await secretary.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(secretary, /^Direktionsmøde/);
}, 60_000);

describe('a column that somebody has deleted', () => {
  beforeEach(async () => void (secretary = await town.as(ulla)));

  test.each([
    ['where everybody reads', () => board.siteId, 'DagsordenPunkter', 'Sections'],
    ['where the circle reads', () => board.closedSiteId!, 'DagsordenPunkter', 'Block'],
    ['that meetings are found by', () => board.siteId, 'DagsordenPunkter', 'MeetingKey'],
  ] as const)('%s is named, no first row is left behind, and “Gør stedet klar” mends it', async (_, site, list, column) => {
    const rich = {
      ...agenda,
      items: agenda.items.map((item) => ({ ...item, block: 'BLOK 1', sections: [{ role: 'text' as const, heading: null, text: 'Tekst' }] })),
    };
    const before = await meetingRows();
    await deleteColumn(town.graphOf(ulla), site(), list, column);
    await expect(secretary.agenda.attachAgenda({ event, board, agenda: rich }, () => undefined)).rejects.toMatchObject({
      name: 'SiteNotPrepared',
      detail: { list, columns: column },
    });
    expect(await meetingRows()).toBe(before);
    await prepare();
  });

  test('leaves nothing that keeps the agenda from being attached afterwards', async () => {
    const file = await secretary.agenda.attachAgenda({ event, board, agenda }, () => undefined);
    expect(file.agenda.items.map(({ title }) => title)).toEqual(agenda.items.map(({ title }) => title));
  });
});

describe('a list that somebody has renamed', () => {
  test('is found all the same where Graph knows lists by their titles alone, and is never made a second time', async () => {
    const found = await lists(board.siteId);
    for (const { id, name } of found) {
      const renamed = await town.ask(ulla, `/sites/${board.siteId}/lists/${id}`, {
        method: 'PATCH',
        body: { displayName: `Vores ${name.slice(9)}` },
      });
      expect(renamed.status).toBe(200);
    }
    await town.fault({ path: '/lists/', namesByTitle: true });
    try {
      const before = await (await town.as(ulla)).find.openMeeting((await comingMeeting(secretary, /^Direktionsmøde/)).pointer!);
      expect(before.agenda.items).toHaveLength(2);
      const commands = await town.as(ulla);
      expect(await commands.board.boardState(board.teamId)).toMatchObject({ kind: 'ready' });
      const [first] = before.agenda.items;
      await commands.agenda.changeItem(before, first!, { ...first!, title: 'Budget 2027' });
      await commands.minutes.recordTreatment(before, {
        itemId: first!.id,
        openness: 'open',
        outcome: 'approved',
        decision: 'Ja.',
        publicDecision: '',
        notTreated: false,
      });
      await commands.board.prepareBoard(board.teamId, () => undefined);
      expect((await lists(board.siteId)).map(({ id }) => id).sort()).toEqual(found.map(({ id }) => id).sort());
      expect((await (await town.as(ulla)).find.openMeeting(before.pointer)).agenda.items[0]).toMatchObject({ title: 'Budget 2027' });
    } finally {
      await town.clearFaults();
    }
  });
});
