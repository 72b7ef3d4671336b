import { beforeAll, describe, expect, test } from 'vitest';
import type { Board, CalendarEvent, MeetingFile, Person } from '../../src/meeting/meeting.ts';
import type { AgendaItem } from '../../src/meeting/agenda.ts';
import { attendanceOverTime } from '../../src/meeting/attendanceOverTime.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { attendeesOf, groupOf } from '../../src/meeting/presence.ts';
import { presenceAt } from '../../src/meeting/presenceAt.ts';
import type { Commands, PresenceWish } from '../../src/commands/commands.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const secretary = 'ulla.skarvad';
const colleague = 'ane.kratholm';
const outsider = 'freja.damsbo';
const LIST = 'DagsordenFremmoede';

const agenda = agendaOf(['1 Nyt @08.30-09.00', '2 Budget @09.00-09.30', '3 Ansættelse (lukket) @09.30-10.00', '4 Evt @10.00-10.15'], {
  start: at('08.30'),
});
const [, budget, personal] = agenda.items.map(({ id }) => id) as [never, (typeof agenda.items)[0]['id'], (typeof agenda.items)[0]['id']];

let board: Board;
let event: CalendarEvent;
let file: MeetingFile;
let ulla: Commands;
const named = (name: string): Person => {
  const { id, email } = [...event.invitees, event.organizer!].find((each) => each.name === name)!;
  return { id, name, email };
};

const rows = async (who: string, siteId: string, list = LIST) =>
  (await town.ask(who, `/sites/${siteId}/lists/${list}/items?$expand=fields&$top=500`)).body as {
    value: { id: string; fields: Record<string, unknown> }[];
  };
const note = async (commands: Commands, wish: PresenceWish) => {
  const { notes } = await (await commands.attendance.rollCall()).readPresence(file);
  const made = (await commands.attendance.rollCall()).presenceNote(notes, wish);
  await (await commands.attendance.rollCall()).keepPresence(file, [made]);
  return made;
};

beforeAll(async () => {
  ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(ulla, /^Direktionsmøde/);
  await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  file = await ulla.find.openMeeting((await ulla.find.findEvent(event.id)).pointer!);
});

describe('a roll call', () => {
  test('is called by two people at once, and neither loses anything; what is sent twice is one', async () => {
    const ane = await town.as(colleague);
    await ane.find.openMeeting(file.pointer);
    const people = event.invitees.filter(({ isGroup }) => !isGroup).slice(0, 4);
    const callers = [await ulla.attendance.rollCall(), await ane.attendance.rollCall()];
    const made = people.map((person, place) => {
      const by = callers[place % 2]!;
      return { by, note: by.presenceNote([], { person, kind: 'present' }) };
    });
    await Promise.all(made.map(({ by, note: one }) => by.keepPresence(file, [one])));
    await (await ulla.attendance.rollCall()).keepPresence(file, [made[0]!.note]);
    const { notes } = await (await ane.attendance.rollCall()).readPresence(file);
    expect(notes.map(({ id }) => id).sort()).toEqual(made.map(({ note: { id } }) => id).sort());
    expect(attendeesOf([], notes, []).every((one) => groupOf(one) === 'present')).toBe(true);
    // Who noted it is told by the service.
    expect(new Set(notes.map(({ notedBy }) => notedBy))).toEqual(new Set(['Ulla Skarvad', 'Ane Kratholm']));
    expect((await rows(secretary, board.siteId)).value).toHaveLength(made.length);
  });

  test('comes back as it was noted, and can be read in SharePoint', async () => {
    const bo = named('Ane Kratholm');
    const made = await note(ulla, { person: bo, kind: 'arrived', itemId: budget, time: at('09.10'), insteadOf: named('Ulla Skarvad') });
    const { notes } = await (await ulla.attendance.rollCall()).readPresence(file);
    expect(notes.find(({ id }) => id === made.id)).toEqual(made);
    const row = (await rows(secretary, board.siteId)).value.find(({ fields }) => fields['RowId'] === made.id)!;
    expect(row.fields).toMatchObject({
      Title: 'Ane Kratholm: Kom',
      Noted: 'Kom',
      PersonName: 'Ane Kratholm',
      ClockTime: '09:10',
      InsteadOf: 'Ulla Skarvad',
    });
    const undone = await note(ulla, { person: bo, kind: 'undone', undoes: [made.id] });
    expect((await (await ulla.attendance.rollCall()).readPresence(file)).notes.find(({ id }) => id === undone.id)?.undoes).toEqual([made.id]);
  });

  test('is not asked for when a meeting is opened', async () => {
    await town.emptyLog();
    await ulla.find.openMeeting(file.pointer);
    expect((await town.log()).filter(({ path }) => path.includes(LIST))).toEqual([]);
  });

  test('keeps who is recused from a closed item in the closed circle alone', async () => {
    const made = await note(ulla, { person: named('Ane Kratholm'), kind: 'recused', itemId: personal });
    expect(JSON.stringify(await rows(secretary, board.siteId))).not.toContain(made.id);
    expect(JSON.stringify(await rows(secretary, board.closedSiteId!))).toContain(made.id);
    const freja = await town.as(outsider);
    const theirs = await freja.find.openMeeting(file.pointer);
    expect((await (await freja.attendance.rollCall()).readPresence(theirs)).notes.some(({ kind }) => kind === 'recused')).toBe(false);
    const [ane] = attendeesOf([{ person: named('Ane Kratholm') }], (await (await ulla.attendance.rollCall()).readPresence(file)).notes, []);
    expect(presenceAt(agenda, ane!, personal)).toBe('recused');
  });

  test('takes who is recused along when the item is closed afterwards, and an order that waited meanwhile is kept closed', async () => {
    const made = await note(ulla, { person: named('Ane Kratholm'), kind: 'recused', itemId: budget });
    expect(JSON.stringify(await rows(secretary, board.siteId))).toContain(made.id);
    const before = file;
    file = await ulla.agenda.closeItem(file, budget, null);
    expect(JSON.stringify(await rows(secretary, board.siteId))).not.toContain(made.id);
    expect(JSON.stringify(await rows(secretary, board.closedSiteId!))).toContain(made.id);
    // Noted while the item stood open on somebody's screen.
    const late = (await ulla.attendance.rollCall()).presenceNote([], { person: named('Ulla Skarvad'), kind: 'recused', itemId: budget });
    await (await ulla.attendance.rollCall()).keepPresence(before, [late]);
    expect(JSON.stringify(await rows(secretary, board.siteId))).not.toContain(late.id);
    expect((await (await ulla.attendance.rollCall()).readPresence(file)).notes.map(({ id }) => id)).toContain(late.id);
  });

  describe('where the item is closed while it is noted who is recused', () => {
    const ulls = `${secretary}@fjordby.example`;
    const items = agendaOf(['1 Lejemål', '2 Lokalplan', '3 Vejbelysning', '4 Skoledistrikt', '5 Havnen'], { start: at('08.30') }).items;
    let meeting: MeetingFile;
    let asger: Commands;
    let place = -1;

    beforeAll(async () => {
      asger = await town.as('asger.moelbjerg');
      const base = (await ulla.find.openMeeting(file.pointer)).agenda.items;
      const more = items.map((item) => ({ ...item, id: asItemId(`inhabil-${item.id}`) }));
      await ulla.agenda.attachAgenda({ event, board, agenda: { ...agenda, items: [...base, ...more] }, base }, () => undefined);
      meeting = await ulla.find.openMeeting(file.pointer);
    });

    const nextItem = () => {
      place += 1;
      return asItemId(`inhabil-${items[place]!.id}`);
    };
    const recusalOf = async (itemId: AgendaItem['id']) =>
      (await ulla.attendance.rollCall()).presenceNote([], { person: { id: null, name: `Inhabil ${itemId}`, email: null }, kind: 'recused', itemId });
    /** All that anybody on the site may read of a name, in every version. */
    const openWords = async (): Promise<string> => {
      const { value } = await rows(outsider, board.siteId);
      const versions = await Promise.all(
        value.map(({ id }) => town.ask(outsider, `/sites/${board.siteId}/lists/${LIST}/items/${id}/versions?$expand=fields`)),
      );
      return JSON.stringify([value, versions.map(({ body }) => body)]);
    };
    const inside = async (id: string) => (await rows(secretary, board.closedSiteId!)).value.filter(({ fields }) => fields['RowId'] === id);
    const close = async (itemId: AgendaItem['id']) => asger.agenda.closeItem(await asger.find.openMeeting(meeting.pointer), itemId, null);

    test('and its pane dies before the words, they come where the place lies then; meanwhile nobody is told of it', async () => {
      const itemId = nextItem();
      const made = await recusalOf(itemId);
      await town.fault({ user: ulls, method: 'PATCH', path: LIST, cut: 'before' });
      await expect((await ulla.attendance.rollCall()).keepPresence(meeting, [made])).rejects.toMatchObject({ name: 'Offline' });
      await town.clearFaults();
      expect((await (await asger.attendance.rollCall()).readPresence(meeting)).notes.some(({ id }) => id === made.id)).toBe(false);
      await close(itemId);
      expect(JSON.stringify(await rows(secretary, board.siteId))).not.toContain(made.id);
      await ulla.outbox.retry();
      expect(ulla.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
      expect(await openWords()).not.toContain(made.person.name);
      expect(await inside(made.id)).toMatchObject([{ fields: { PersonName: made.person.name } }]);
    });

    test('and opened again before its pane goes on, there is one row of it', async () => {
      const itemId = nextItem();
      const made = await recusalOf(itemId);
      await town.fault({ user: ulls, method: 'PATCH', path: LIST, cut: 'before' });
      await expect((await ulla.attendance.rollCall()).keepPresence(meeting, [made])).rejects.toMatchObject({ name: 'Offline' });
      await town.clearFaults();
      const closed = await close(itemId);
      const item = closed.agenda.items.find(({ id }) => id === itemId)!;
      await asger.agenda.changeItem(closed, item, { ...item, openness: 'open' });
      await ulla.outbox.retry();
      expect(ulla.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
      const { notes } = await (await ulla.attendance.rollCall()).readPresence(await ulla.find.openMeeting(meeting.pointer));
      expect(notes.filter(({ id }) => id === made.id)).toMatchObject([{ person: made.person, kind: 'recused' }]);
      const all = [...(await rows(secretary, board.siteId)).value, ...(await rows(secretary, board.closedSiteId!)).value];
      expect(all.filter(({ fields }) => fields['RowId'] === made.id)).toHaveLength(1);
    });
  });

  test('is counted over the year by indexed columns, excused never as absent', async () => {
    const ane = await town.as(colleague);
    await ane.apology.sendApology({ file, event: null, scope: { kind: 'meeting' }, substitute: null, message: '' });
    const { notes } = await (await ulla.attendance.rollCall()).readPresence(file);
    const clear = (await ulla.attendance.rollCall()).presenceNote(notes, { person: named('Ane Kratholm'), kind: 'absent' });
    await (await ulla.attendance.rollCall()).keepPresence(file, [clear]);
    await town.emptyLog();
    const held = await (await ulla.attendance.rollCall()).attendanceOfYear(board, Number(event.start.slice(0, 4)));
    expect(held.map(({ key }) => key)).toEqual([file.pointer.key]);
    expect((await town.log()).some(({ path }) => /StartsAt%20ge|StartsAt\+ge|StartsAt ge/.test(path))).toBe(true);
    const after = new Date(Date.parse(event.start) + 1);
    const counted = attendanceOverTime([named('Ane Kratholm'), named('Ulla Skarvad')], held, after);
    expect(counted[0]).toMatchObject({ meetings: 1, present: 0, excused: 1, absent: 0, notNoted: 0 });
    expect(attendanceOverTime([], held, new Date(0))).toEqual([]);
    expect(await (await ulla.attendance.rollCall()).attendanceOfYear(board, 1999)).toEqual([]);
  });

  test('says that the site has to be made ready where its list is missing, and the meeting opens all the same', async () => {
    const lists = (await town.ask(secretary, `/sites/${board.siteId}/lists`)).body as { value: { id: string; displayName: string; name: string }[] };
    const list = lists.value.find(({ name }) => name === LIST)!;
    expect((await town.ask(secretary, `/sites/${board.siteId}/lists/${list.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ulla.find.openMeeting(file.pointer)).agenda.items).toHaveLength(9);
    await expect((await ulla.attendance.rollCall()).readPresence(file)).rejects.toMatchObject({ name: 'SiteNotPrepared' });
    const made = (await ulla.attendance.rollCall()).presenceNote([], { person: named('Ane Kratholm'), kind: 'present' });
    await expect((await ulla.attendance.rollCall()).keepPresence(file, [made])).rejects.toMatchObject({ name: 'SiteNotPrepared' });
    await ulla.board.prepareBoard(board.teamId, () => undefined);
    expect((await (await ulla.attendance.rollCall()).readPresence(file)).notes).not.toContainEqual(made);
  });
});
