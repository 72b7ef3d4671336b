import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { isoDay } from '../../src/meeting/danishTime.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { answersOf } from '../../src/meeting/attendance.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
const [secretary, attendee, reader] = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo'];
const DAY = 86_400_000;

let board: Board;
let ulla: Commands;

beforeAll(async () => {
  ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
});
afterEach(() => town.clearFaults());

/** A day so many days from now at a Danish hour in winter, as an instant. */
const instant = (days: number, hour: number) => `${isoDay(new Date(Date.now() + days * DAY))}T${String(hour).padStart(2, '0')}:00:00`;
const romance = (dateTime: string) => ({ dateTime, timeZone: 'Romance Standard Time' });

interface Attached {
  readonly file: MeetingFile;
  readonly event: CalendarEvent;
}

/** A meeting of its own, with an agenda in its invitation. */
async function attached(subject: string, head: Partial<MeetingFile['agenda']> = {}, lines = ['1 Budget', '2 Evt']): Promise<Attached> {
  const made = await town.ask(secretary, '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: romance(instant(4, 9)),
      end: romance(instant(4, 11)),
      location: { displayName: 'Lokale 1.07' },
      attendees: [
        { type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example', name: 'Ane Kratholm' } },
        { type: 'required', emailAddress: { address: 'poul.kringelholm@fjordby.example', name: 'Poul Kringelholm' } },
      ],
    },
  });
  const { event } = await ulla.find.findEvent((made.body as { id: string }).id);
  const plain = agendaOf(lines, { title: subject, start: at('09.00'), end: at('11.00'), date: isoDay(event!.start), ...head });
  // Rows are told apart by the ids of their items.
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(crypto.randomUUID()) })) };
  const file = await ulla.agenda.attachAgenda({ event: event!, board, agenda }, () => undefined);
  return { file, event: (await ulla.find.findEvent(event!.id)).event! };
}

const patched = async (id: string, body: unknown) =>
  expect((await town.ask(secretary, `/me/events/${id}`, { method: 'PATCH', body })).status).toBe(200);
const moved = (id: string, days = 7) => patched(id, { start: romance(instant(days, 13)), end: romance(instant(days, 15)) });
/** The organiser's pane beside the meeting. */
async function paneOf(person: string, eventId: string): Promise<{ commands: Commands; file: MeetingFile; event: CalendarEvent }> {
  const commands = await town.as(person, { kind: 'event', eventId });
  const found = await commands.find.findMeeting();
  return { commands, file: await commands.find.openMeeting(found.pointer!), event: found.event! };
}
const ownEventOf = async (person: string, file: MeetingFile) => (await (await town.as(person)).find.findMyEvent(file))!;
const rowOf = async (file: MeetingFile) => (await town.storeOf(reader).openMeeting(file.pointer)).occasion;

async function treated(commands: Commands, file: MeetingFile): Promise<void> {
  for (const { id } of file.agenda.items)
    await commands.minutes.recordTreatment(file, {
      itemId: id,
      openness: 'open',
      outcome: 'approved',
      decision: 'Godkendt.',
      publicDecision: '',
      notTreated: false,
    });
}

describe('a meeting that is moved after its agenda was attached', () => {
  test('is told at its new time everywhere as soon as the organiser sees it: row, board, minutes, channel', async () => {
    const { file, event } = await attached('Flyttet møde');
    await moved(event.id);
    const pane = await paneOf(secretary, event.id);
    const day = isoDay(pane.event.start);
    expect(pane.file.occasion).toMatchObject({ start: pane.event.start, standing: 'moved', movedFrom: event.start.replace('.000Z', 'Z') });
    expect(await rowOf(file)).toMatchObject({ start: pane.event.start.replace('.000Z', 'Z'), standing: 'moved' });
    const listed = (await (await town.as(reader)).board.listBoardMeetings(board)).find(({ pointer }) => pointer.key === file.pointer.key)!;
    expect(isoDay(listed.start)).toBe(day);
    expect(listed.occasion.standing).toBe('moved');
    await treated(pane.commands, pane.file);
    const now = await pane.commands.find.openMeeting(file.pointer);
    const preview = await pane.commands.publish.previewPublication(now);
    expect(preview.outsiders.head).toMatchObject({ date: day, start: '13:00', end: '15:00' });
    const log = await pane.commands.publish.publishMinutes(now, () => undefined);
    expect(log.every(({ state }) => state === 'done')).toBe(true);
    const published = await (await town.as(reader)).find.openMeeting(file.pointer);
    expect(published.minutes!.head).toMatchObject({ date: day, start: '13:00', end: '15:00' });
    const messages = JSON.stringify((await town.ask(secretary, `/teams/${board.teamId}/channels/${board.channelId}/messages`)).body);
    expect(messages).toContain('Flyttet møde');
    expect(messages).toContain('13.00–15.00');
  });

  test('is not published under the earlier time by a page that has not seen it: the calendar is asked first, and the row follows', async () => {
    const { file, event } = await attached('Flyttet inden udgivelse');
    await treated(ulla, file);
    const shown = await town.storeOf(secretary).openMeeting(file.pointer);
    await moved(event.id);
    await expect(ulla.publish.publishMinutes(shown, () => undefined)).rejects.toMatchObject({ name: 'CalendarDiffers', detail: { written: 'yes' } });
    expect((await town.storeOf(reader).openMeeting(file.pointer)).publications).toEqual([]);
    const now = await ulla.find.openMeeting(file.pointer);
    expect(now.occasion.standing).toBe('moved');
    expect((await ulla.publish.publishMinutes(now, () => undefined)).every(({ state }) => state === 'done')).toBe(true);
  });

  test('keeps what else stands in the row: how far the agenda is, and what the paper says of its own', async () => {
    const { file, event } = await attached('Med eget sted', { location: 'Rådhussalen', chair: 'Grethe Sønderby', title: 'Papirets titel' });
    await patched(event.id, { location: { displayName: 'Lokale 2' }, subject: 'Kalenderens nye titel' });
    await moved(event.id);
    const { file: now } = await paneOf(secretary, event.id);
    const stored = await town.storeOf(reader).openMeeting(file.pointer);
    expect(stored.status).toEqual(file.status);
    expect(stored.agenda).toMatchObject({ title: 'Papirets titel', chair: 'Grethe Sønderby', location: 'Rådhussalen' });
    expect(stored.occasion).toMatchObject({ title: 'Kalenderens nye titel', place: 'Lokale 2' });
    expect((await ulla.publish.previewPublication(now)).outsiders.head).toMatchObject({ title: 'Papirets titel', location: 'Lokale 2' });
  });

  test('is shown at its new time to others from their own copy, who write nothing', async () => {
    const { file, event } = await attached('Set af en deltager');
    await moved(event.id);
    const own = await ownEventOf(attendee, file);
    const pane = await paneOf(attendee, own.id);
    expect(pane.event.start).not.toBe(event.start);
    await (await town.as(attendee)).board.overCalendar(await pane.commands.board.listBoardMeetings(board));
    expect((await rowOf(file)).standing).toBe('planned');
    const shown = await pane.commands.board.overCalendar(await pane.commands.board.listBoardMeetings(board));
    const row = shown.find(({ pointer }) => pointer.key === file.pointer.key)!;
    expect(row.start).toBe(pane.event.start);
    expect(row.occasion.standing).toBe('moved');
  });

  test("is told on the board's tab, and written down, when the organiser opens that alone", async () => {
    const { file, event } = await attached('Kun set på fanen');
    await moved(event.id);
    await ulla.board.overCalendar(await ulla.board.listBoardMeetings(board));
    await expect.poll(async () => (await rowOf(file)).standing).toBe('moved');
  });

  test('is not moved any more when it is moved back', async () => {
    const { file, event } = await attached('Frem og tilbage');
    await moved(event.id);
    await paneOf(secretary, event.id);
    await patched(event.id, { start: romance(instant(4, 9)), end: romance(instant(4, 11)) });
    expect((await paneOf(secretary, event.id)).file.occasion).toMatchObject({ standing: 'planned', start: event.start });
    expect((await rowOf(file)).movedFrom).toBeUndefined();
  });

  test('asks again for apologies and answers that were given for the earlier time', async () => {
    const { file, event } = await attached('Svar for en anden dag');
    const own = await ownEventOf(attendee, file);
    await (
      await town.as(attendee)
    ).apology.sendApology({ file, event: own, scope: { kind: 'items', itemIds: [file.agenda.items[0]!.id] }, substitute: null, message: '' });
    const poul = (await (await town.as('poul.kringelholm')).find.findMyEvent(file))!;
    expect((await town.ask('poul.kringelholm', `/me/events/${poul.id}/accept`, { method: 'POST', body: { sendResponse: true } })).status).toBe(202);
    await town.fault({ keepsAnswers: true });
    await moved(event.id);
    await town.clearFaults();
    const pane = await paneOf(secretary, event.id);
    const rows = answersOf(pane.event, pane.file);
    expect(rows.filter(({ earlier }) => earlier).map(({ person }) => person.name)).toEqual(['Ane Kratholm', 'Poul Kringelholm']);
    const [apology] = pane.file.apologies;
    await pane.commands.attendance.renewApology(pane.file, apology!);
    const after = await pane.commands.find.openMeeting(file.pointer);
    expect(answersOf(pane.event, after).find(({ person }) => person.name === 'Ane Kratholm')!.earlier).toBe(false);
    expect(after.apologies).toHaveLength(1);
  });
});

describe('a meeting that is called off', () => {
  test('is called off for everybody, by link and on the board, once the organiser has told; an attendee reads it in their own copy before', async () => {
    const { file, event } = await attached('Aflyst møde');
    const own = await ownEventOf(attendee, file);
    expect((await town.ask(secretary, `/me/events/${event.id}/cancel`, { method: 'POST', body: { comment: 'Aflyst' } })).status).toBe(202);
    expect((await paneOf(attendee, own.id)).event.cancelled).toBe(true);
    expect(await ulla.find.findMyEvent(file)).toBeNull();
    expect((await ulla.find.tellCancelled(file)).occasion.standing).toBe('cancelled');
    const linked = await (await town.as(reader)).find.openMeeting(file.pointer);
    expect(linked.occasion).toMatchObject({ standing: 'cancelled', start: event.start.replace('.000Z', 'Z') });
    const listed = (await (await town.as(reader)).board.listBoardMeetings(board)).find(({ pointer }) => pointer.key === file.pointer.key)!;
    expect(listed.occasion.standing).toBe('cancelled');
  });
});

describe('a paper with a date of its own', () => {
  test('is told under the date and place of the calendar in minutes and channel', async () => {
    const { file, event } = await attached('Direktionsmøde', {
      title: 'Direktionsmøde den 21. august 2025',
      date: '2025-08-21',
      start: at('08.30'),
      location: 'Kantinen',
    });
    await treated(ulla, file);
    const preview = await ulla.publish.previewPublication(await ulla.find.openMeeting(file.pointer));
    expect(preview.outsiders.head).toMatchObject({ title: 'Direktionsmøde', date: isoDay(event.start), start: '09:00', location: 'Lokale 1.07' });
    expect(preview.digestHtml).not.toContain('21. august');
    const listed = (await ulla.board.listBoardMeetings(board)).find(({ pointer }) => pointer.key === file.pointer.key)!;
    expect(listed.title).toBe('Direktionsmøde');
  });
});
