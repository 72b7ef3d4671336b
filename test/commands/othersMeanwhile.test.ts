import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { AgendaItem } from '../../src/meeting/agenda.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

/** What others do between somebody's reading and somebody's pressing a button. */
const town = fjordby();
let ulla: Commands;
let asger: Commands;
let board: Board;
let event: CalendarEvent;
let file: MeetingFile;
let turn = 0;

beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  asger = await town.as('asger.moelbjerg');
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(ulla, /^Direktionsmøde/);
});

/** Three open items, attached over whatever the test before left. */
beforeEach(async () => {
  turn += 1;
  const plain = agendaOf(['1 Nyt @09.00-09.20', '2 Ledelse på Vej og Park', '3 Evt'], { start: at('09.00'), title: 'Direktionsmøde' });
  const items = plain.items.map((item) => ({ ...item, id: asItemId(`${turn}-${item.id}`) }));
  const base = file === undefined ? [] : (await ulla.find.openMeeting(file.pointer)).agenda.items;
  file = await ulla.agenda.attachAgenda({ event, board, agenda: { ...plain, items }, base }, () => undefined);
});

const second = (): AgendaItem => file.agenda.items[1]!;
const openRows = (list: string) => town.ask('freja.damsbo', `/sites/${board.siteId}/lists/${list}/items?$expand=fields&$top=500`);

/** Every version of every row that anybody on the site may read. */
async function everythingOpen(list: string): Promise<string> {
  const { body } = await openRows(list);
  const rows = (body as { value: { id: string }[] }).value;
  const versions = await Promise.all(
    rows.map((row) => town.ask('freja.damsbo', `/sites/${board.siteId}/lists/${list}/items/${row.id}/versions?$expand=fields`)),
  );
  expect(versions.map(({ status }) => status)).toEqual(rows.map(() => 200));
  return JSON.stringify([body, versions.map((answer) => answer.body)]);
}

describe('an agenda revised from an older copy', () => {
  test('does not open what has been closed since', async () => {
    await asger.agenda.closeItem(file, second().id, null);
    const items = file.agenda.items.map((item, index) => (index === 0 ? { ...item, title: 'Nyt fra borgmesteren' } : item));
    const order = { event, board, agenda: { ...file.agenda, items }, base: file.agenda.items };
    await expect(ulla.agenda.attachAgenda(order, () => undefined)).rejects.toMatchObject({ name: 'Conflict', detail: { by: 'Asger Mølbjerg' } });
    const outside = await (await town.as('freja.damsbo')).find.openMeeting(file.pointer);
    expect(JSON.stringify(outside.agenda)).not.toContain('Vej og Park');
  });

  test('does not undo what others wrote, nor drop what they added', async () => {
    await asger.agenda.changeItem(file, second(), { ...second(), presenters: ['Poul Kringelholm'] });
    const order = { event, board, agenda: file.agenda, base: file.agenda.items };
    const changed = file.agenda.items.map((item, index) => (index === 1 ? { ...item, title: 'Ledelse' } : item));
    await expect(ulla.agenda.attachAgenda({ ...order, agenda: { ...file.agenda, items: changed } }, () => undefined)).rejects.toMatchObject({
      name: 'Conflict',
      detail: { by: 'Asger Mølbjerg' },
    });
    expect((await ulla.find.openMeeting(file.pointer)).agenda.items[1]).toMatchObject({
      title: 'Ledelse på Vej og Park',
      presenters: ['Poul Kringelholm'],
    });
  });

  test('names nobody for what is written in an item that was closed before', async () => {
    const closed = await asger.agenda.closeItem(file, second().id, null);
    const seen = await ulla.find.openMeeting(file.pointer);
    await asger.agenda.changeItem(closed, closed.agenda.items[1]!, { ...closed.agenda.items[1]!, presenters: ['Poul Kringelholm'] });
    const items = seen.agenda.items.map((item, index) => (index === 0 ? { ...item, title: 'Nyt fra borgmesteren' } : item));
    const refused = await ulla.agenda
      .attachAgenda({ event, board, agenda: { ...seen.agenda, items }, base: seen.agenda.items, seen }, () => undefined)
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'Conflict' });
    expect((refused as { detail: object }).detail).not.toHaveProperty('by');
  });

  test('may be sent again when it was cut off', async () => {
    const items = file.agenda.items.map((item) => ({ ...item, title: `${item.title}, revideret` }));
    const order = { event, board, agenda: { ...file.agenda, items }, base: file.agenda.items };
    await ulla.agenda.attachAgenda(order, () => undefined);
    expect((await ulla.agenda.attachAgenda(order, () => undefined)).agenda.items).toEqual(items);
  });

  test('may be made anew where the first try got no further than the rows', async () => {
    const next = (await ulla.find.listMyMeetings(new Date(), new Date(Date.now() + 60 * 86_400_000))).find(
      (each) => each.iAmOrganizer && each.pointer === null && each.key !== event.key,
    )!;
    const paper = (name: string) => {
      const items = file.agenda.items.map((item) => ({ ...item, id: asItemId(`${name}-${item.id}`), title: name }));
      return { ...file.agenda, items };
    };
    await town.fault({ path: '/extensions', status: 403, code: 'ErrorAccessDenied', count: 2 });
    await expect(ulla.agenda.attachAgenda({ event: next, board, agenda: paper('first') }, () => undefined)).rejects.toMatchObject({
      name: 'NotAllowed',
    });
    await town.clearFaults();
    const attached = await ulla.agenda.attachAgenda({ event: next, board, agenda: paper('second') }, () => undefined);
    expect(attached.agenda.items).toEqual(paper('second').items);
  });

  test('leaves no open version of what it closes', async () => {
    const items = file.agenda.items.map((item, index) => (index === 1 ? { ...item, openness: 'closed' as const } : item));
    await ulla.agenda.attachAgenda({ event, board, agenda: { ...file.agenda, items }, base: file.agenda.items }, () => undefined);
    const rowsOfThis = await everythingOpen('DagsordenPunkter');
    expect(rowsOfThis).toContain(second().id);
    expect(rowsOfThis).not.toContain('Vej og Park');
  });
});

describe('an item changed from an older copy', () => {
  test('keeps the words another wrote when it is closed', async () => {
    await asger.agenda.changeItem(file, second(), { ...second(), title: 'Ledelse på Vej og Park og i Havnen' });
    await expect(ulla.agenda.closeItem(file, second().id, null)).rejects.toMatchObject({ name: 'Conflict', detail: { by: 'Asger Mølbjerg' } });
    const closed = await ulla.agenda.closeItem(await ulla.find.openMeeting(file.pointer), second().id, null);
    expect(closed.agenda.items[1]).toMatchObject({ title: 'Ledelse på Vej og Park og i Havnen', openness: 'closed' });
  });

  test('is not written where all can read it when it has been closed', async () => {
    await asger.agenda.closeItem(file, second().id, null);
    await expect(ulla.agenda.changeItem(file, second(), { ...second(), presenters: ['Poul Kringelholm'] })).rejects.toMatchObject({
      name: 'Conflict',
      detail: { by: 'Asger Mølbjerg' },
    });
    expect(await everythingOpen('DagsordenPunkter')).not.toContain('Poul Kringelholm');
  });

  test('names who changed the same', async () => {
    await asger.agenda.changeItem(file, second(), { ...second(), title: 'Asgers ord' });
    await expect(ulla.agenda.changeItem(file, second(), { ...second(), title: 'Ullas ord' })).rejects.toMatchObject({
      name: 'Conflict',
      fields: [{ mine: 'Ullas ord', theirs: 'Asgers ord' }],
      detail: { by: 'Asger Mølbjerg' },
    });
  });

  test('is there for the closed circle when its closing was cut off', async () => {
    // The open row is deleted, and the neutral one that takes its place is refused.
    await town.fault({ method: 'POST', path: 'DagsordenPunkter/items', after: 1, status: 403, code: 'accessDenied', count: 1 });
    await expect(ulla.agenda.closeItem(file, second().id, null)).rejects.toMatchObject({ name: 'NotAllowed' });
    await town.clearFaults();
    const inside = await ulla.find.openMeeting(file.pointer);
    expect(inside.agenda.items[1]).toMatchObject({ title: 'Ledelse på Vej og Park', openness: 'closed' });
    expect(JSON.stringify(await (await town.as('freja.damsbo')).find.openMeeting(file.pointer))).not.toContain('Vej og Park');
    await ulla.agenda.closeItem(inside, second().id, 'Personalesag');
  });
});

describe('minutes published from an older copy', () => {
  async function decideAll(): Promise<void> {
    for (const { id, openness } of (await ulla.find.openMeeting(file.pointer)).agenda.items) {
      await ulla.minutes.recordTreatment(file, {
        itemId: id,
        openness,
        outcome: 'approved',
        decision: `Godkendt ${turn}.`,
        publicDecision: '',
        notTreated: false,
      });
    }
    file = await ulla.find.openMeeting(file.pointer);
  }

  test('do not tell what has been closed since', async () => {
    await decideAll();
    await asger.agenda.closeItem(file, second().id, null);
    await expect(ulla.publish.publishMinutes(file, () => undefined)).rejects.toMatchObject({ name: 'Conflict' });
    expect(await everythingOpen('DagsordenReferat')).not.toContain('Vej og Park');
    expect((await ulla.find.openMeeting(file.pointer)).publications).toEqual([]);
  });

  test('that failed halfway are made anew where an item has been closed since, without a version of its words', async () => {
    await decideAll();
    await town.fault({ method: 'POST', path: '/messages', status: 403, code: 'Forbidden', count: 1 });
    const first = await ulla.publish.publishMinutes(file, () => undefined);
    expect(first.map((line) => `${line.target} ${line.state}`)).toEqual(['lists done', 'channel failed']);
    expect(await everythingOpen('DagsordenReferat')).toContain('Vej og Park');
    await ulla.agenda.closeItem(file, second().id, null);
    file = await ulla.find.openMeeting(file.pointer);
    await ulla.publish.publishMinutes(file, () => undefined);
    expect(await everythingOpen('DagsordenReferat')).not.toContain('Vej og Park');
    const published = await ulla.find.openMeeting(file.pointer);
    expect(published.status.minutes).toBe('published');
    expect(published.minutes?.lines.map((line) => line.title)).toEqual(['Nyt', 'Ledelse på Vej og Park', 'Evt']);
  });
});
