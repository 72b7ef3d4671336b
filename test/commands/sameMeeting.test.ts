import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { isoDay } from '../../src/meeting/danishTime.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
const [secretary, attendee, guest] = ['ulla.skarvad', 'ane.kratholm', 'lene.vadgaard'];
const DAY = 86_400_000;

let board: Board;
let ulla: Commands;

beforeAll(async () => {
  ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
});
afterEach(() => town.clearFaults());

const dayIn = (days: number) => isoDay(new Date(Date.now() + days * DAY));
const person = (name: string, address: string) => ({ type: 'required', emailAddress: { name, address: `${address}@fjordby.example` } });
const ane = person('Ane Kratholm', attendee);
const romance = (day: string, hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Romance Standard Time' });
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

async function made(body: Record<string, unknown>): Promise<string> {
  const answer = await town.ask(secretary, '/me/events', { method: 'POST', body: { attendees: [ane], ...body } });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}
const patched = async (id: string, body: unknown) =>
  expect((await town.ask(secretary, `/me/events/${id}`, { method: 'PATCH', body })).status).toBe(200);

/** A series from so many days from now; tells the id of its master. */
function series(subject: string, days: number, pattern: Record<string, unknown>, body: Record<string, unknown> = {}): Promise<string> {
  const day = dayIn(days);
  return made({
    subject,
    start: romance(day, '09:00'),
    end: romance(day, '10:00'),
    recurrence: { pattern: { interval: 1, ...pattern }, range: { type: 'numbered', startDate: day, numberOfOccurrences: 6 } },
    ...body,
  });
}
const weekly = (subject: string, days = 4) =>
  series(subject, days, { type: 'weekly', daysOfWeek: [weekdays[new Date(`${dayIn(days)}T12:00:00Z`).getUTCDay()]] });

async function mine(who: string, subject: string, ahead = 200): Promise<CalendarEvent[]> {
  const events = await (await town.as(who)).find.listMyMeetings(new Date(), new Date(Date.now() + ahead * DAY));
  return events.filter((event) => event.subject === subject);
}
function agendaFor(title: string) {
  const plain = agendaOf(['1 Budget', '2 Evt'], { title, date: null });
  return { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(crypto.randomUUID()) })) };
}
const attach = (event: CalendarEvent): Promise<MeetingFile> =>
  ulla.agenda.attachAgenda({ event, board, agenda: agendaFor(event.subject) }, () => undefined);
const bodyOf = async (who: string, id: string) =>
  ((await town.ask(who, `/me/events/${id}?$select=body`)).body as { body: { content: string } }).body.content;
const paneOf = async (who: string, eventId: string) => {
  const commands = await town.as(who, { kind: 'event', eventId });
  return { commands, ...(await commands.find.findMeeting()) };
};
const whole = { kind: 'meeting' } as const;

describe('a guest who is invited to one meeting of a series', () => {
  test('finds its agenda in the pane, in the list and by the link, and sends an apology', async () => {
    await weekly('Ugemøde med gæst');
    const [first] = await mine(secretary, 'Ugemøde med gæst');
    await patched(first!.id, { attendees: [ane, person('Lene Vadgaard', guest)] });
    const file = await attach((await ulla.find.findEvent(first!.id)).event!);
    const [own] = await mine(guest, 'Ugemøde med gæst');
    expect(own!.key).not.toBe(file.pointer.key);
    expect(own!.pointer).toEqual(file.pointer);
    const pane = await paneOf(guest, own!.id);
    expect([pane.pointer, pane.other]).toEqual([file.pointer, undefined]);
    const linked = await town.as(guest);
    const opened = await linked.find.openMeeting(file.pointer);
    const event = await linked.find.findMyEvent(opened);
    expect(event?.id).toBe(own!.id);
    await linked.apology.sendApology({ file: opened, event, scope: whole, substitute: null, message: '' });
    expect((await ulla.find.openMeeting(file.pointer)).apologies.map((apology) => apology.person.name)).toEqual(['Lene Vadgaard']);
    expect(await mine(guest, 'Ugemøde med gæst')).toEqual([]);
  });
});

describe('a series that is moved by an hour', () => {
  test('takes agenda and apology along: the secretary is offered them, and everybody finds them from the new time', async () => {
    const master = await weekly('Rykket række');
    const [first] = await mine(secretary, 'Rykket række');
    const file = await attach(first!);
    const [own] = await mine(attendee, 'Rykket række');
    const scope = { kind: 'items' as const, itemIds: [file.agenda.items[0]!.id] };
    await (await town.as(attendee)).apology.sendApology({ file, event: own!, scope, substitute: null, message: '' });
    const day = dayIn(4);
    await patched(master, { start: romance(day, '10:00'), end: romance(day, '11:00') });
    const [later] = await mine(secretary, 'Rykket række');
    expect(later!.key).not.toBe(first!.key);
    const pane = await paneOf(secretary, later!.id);
    expect(pane.pointer).toBeNull();
    const [stray, ...more] = await pane.commands.find.strayAgendas(pane.event!);
    expect([stray!.pointer, more]).toEqual([file.pointer, []]);
    // By the link of before: the meeting of the same day is mine, and the row follows.
    expect((await pane.commands.find.findMyEvent(file))?.key).toBe(later!.key);
    expect(await pane.commands.find.strayAgendas(pane.event!)).toHaveLength(1);
    const strayFile = await pane.commands.find.openMeeting(stray!.pointer);
    await pane.commands.agenda.attachAgenda(
      { event: { ...pane.event!, pointer: stray!.pointer }, board, agenda: strayFile.agenda, base: strayFile.agenda.items },
      () => undefined,
    );
    const [anes] = await mine(attendee, 'Rykket række');
    expect(anes!.start).toBe(later!.start);
    expect(anes!.pointer).toEqual(file.pointer);
    const found = await (await town.as(attendee)).find.openMeeting(anes!.pointer!);
    expect(found.apologies).toHaveLength(1);
    expect(found.agenda.items).toEqual(file.agenda.items);
    expect(found.occasion).toMatchObject({ start: later!.start.replace('.000Z', 'Z'), standing: 'moved' });
    expect((await paneOf(secretary, later!.id)).pointer).toEqual(file.pointer);
  });
});

describe('a monthly meeting that is moved three weeks', () => {
  test('is found in my calendar by its link, and takes an apology', async () => {
    await series('Månedsmøde', 40, { type: 'absoluteMonthly', dayOfMonth: Number(dayIn(40).slice(8)) });
    const [, second] = await mine(secretary, 'Månedsmøde');
    const file = await attach(second!);
    const to = isoDay(new Date(Date.parse(second!.start) - 21 * DAY));
    await patched(second!.id, { start: romance(to, '09:00'), end: romance(to, '10:00') });
    const linked = await town.as(attendee);
    const opened = await linked.find.openMeeting(file.pointer);
    expect(isoDay(opened.occasion.start)).toBe(isoDay(second!.start));
    const event = await linked.find.findMyEvent(opened);
    expect(isoDay(event!.start)).toBe(to);
    await linked.apology.sendApology({ file: opened, event, scope: whole, substitute: null, message: '' });
    expect((await ulla.find.openMeeting(file.pointer)).apologies).toHaveLength(1);
    expect((await mine(attendee, 'Månedsmøde')).map(({ start }) => isoDay(start))).not.toContain(to);
  });

  test('also where every occurrence has an id of its own', async () => {
    await town.fault({ uidPerOccurrence: true });
    await weekly('Egne id’er');
    const [first] = await mine(secretary, 'Egne id’er');
    const file = await attach(first!);
    const linked = await town.as(attendee);
    expect((await linked.find.findMyEvent(await linked.find.openMeeting(file.pointer)))?.key).toBe(first!.key);
  });
});

describe('a meeting that is copied with its invitation', () => {
  test('says whose agenda it shows, takes no apology for the other, and can begin an agenda of its own from it', async () => {
    const original = await made({ subject: 'Originalt møde', start: romance(dayIn(5), '09:00'), end: romance(dayIn(5), '10:00') });
    const file = await attach((await ulla.find.findEvent(original)).event!);
    const html = await bodyOf(secretary, original);
    const copied = await made({
      subject: 'Kopi',
      start: romance(dayIn(12), '13:00'),
      end: romance(dayIn(12), '14:00'),
      body: { contentType: 'html', content: html },
    });
    for (const who of [secretary, attendee]) {
      const [event] = await mine(who, 'Kopi');
      const pane = await paneOf(who, event!.id);
      expect(pane.pointer).toBeNull();
      expect(pane.other).toMatchObject({
        pointer: file.pointer,
        kinship: 'other',
        title: 'Originalt møde',
        occasion: { iCalUId: file.occasion.iCalUId },
      });
    }
    const linked = await town.as(attendee);
    const opened = await linked.find.openMeeting(file.pointer);
    expect((await linked.find.findMyEvent(opened))?.subject).toBe('Originalt møde');
    expect((await linked.find.copiesOf(opened)).map(({ subject }) => subject)).toEqual(['Kopi']);
    const pane = await paneOf(secretary, copied);
    const fresh = await pane.commands.agenda.attachAgenda({ event: pane.event!, board, agenda: agendaFor('Kopi') }, () => undefined);
    expect(fresh.pointer.key).not.toBe(file.pointer.key);
    const [again] = await mine(attendee, 'Kopi');
    expect(again!.pointer).toEqual(fresh.pointer);
    expect(await linked.find.copiesOf(opened)).toEqual([]);
  });

  test('a link to an earlier meeting of the series is no agenda of this one, and is shown as what it is', async () => {
    await weekly('Række med henvisning');
    const [first, second] = await mine(secretary, 'Række med henvisning');
    const file = await attach(first!);
    const link = ulla.session.linkTo(file.pointer, 'dagsorden');
    await patched(second!.id, {
      body: { contentType: 'html', content: `<p>Vi fortsætter fra <a href="${link.replaceAll('&', '&amp;')}">sidste mødes dagsorden</a></p>` },
    });
    const pane = await paneOf(attendee, (await mine(attendee, 'Række med henvisning'))[1]!.id);
    expect([pane.pointer, pane.other?.kinship]).toEqual([null, 'otherOccurrence']);
  });
});

describe('an all-day meeting', () => {
  const allDay = (subject: string, days = 4, last = days) =>
    made({ subject, isAllDay: true, start: romance(dayIn(days), '00:00'), end: romance(dayIn(last + 1), '00:00') });

  test.each([['as dates'], ['converted to the zone that is asked for']])('is told by its days, and no clock is invented: %s', async (how) => {
    if (how !== 'as dates') await town.fault({ zonedDays: true });
    const subject = `Heldagsmøde ${how}`;
    const { event } = await ulla.find.findEvent(await allDay(subject, 4, 5));
    expect(event!.days).toEqual({ first: dayIn(4), last: dayIn(5) });
    const file = await attach(event!);
    expect(file.occasion.days).toEqual({ first: dayIn(4), last: dayIn(5) });
    const { head } = (await ulla.publish.previewPublication(file)).outsiders;
    expect(head).toMatchObject({ date: dayIn(4), endDate: dayIn(5), start: null, end: null });
    const html = await bodyOf(attendee, (await mine(attendee, subject))[0]!.id);
    expect(html).not.toMatch(/0[012]\.00/);
    const reader = await (await town.as('freja.damsbo')).find.openMeeting(file.pointer);
    expect(reader.occasion.days).toEqual({ first: dayIn(4), last: dayIn(5) });
    expect(reader.agenda.start).toBeNull();
  });

  test('has one key, whichever zone its slot is told in, and its agenda is found by everybody', async () => {
    const day = dayIn(4);
    await made({
      subject: 'Heldagsrække',
      isAllDay: true,
      start: romance(day, '00:00'),
      end: romance(dayIn(5), '00:00'),
      recurrence: { pattern: { type: 'daily', interval: 7 }, range: { type: 'numbered', startDate: day, numberOfOccurrences: 3 } },
    });
    const [first] = await mine(secretary, 'Heldagsrække');
    const file = await attach(first!);
    await town.fault({ daySlots: true });
    const [own] = await mine(attendee, 'Heldagsrække');
    expect([own!.key, own!.days]).toEqual([first!.key, { first: day, last: day }]);
    expect(own!.pointer).toEqual(file.pointer);
    const linked = await town.as(attendee);
    expect((await linked.find.findMyEvent(await linked.find.openMeeting(file.pointer)))?.key).toBe(first!.key);
  });

  test('that gets a time of day on its day is not moved; one that gets another day is', async () => {
    const { event } = await ulla.find.findEvent(await allDay('Heldag til klokkeslæt'));
    const file = await attach(event!);
    await patched(event!.id, { isAllDay: false, start: romance(dayIn(6), '09:00'), end: romance(dayIn(6), '10:00') });
    const pane = await paneOf(secretary, event!.id);
    const now = await pane.commands.find.openMeeting(file.pointer);
    expect(now.occasion).toMatchObject({ standing: 'moved', start: pane.event!.start });
    expect(now.occasion.days).toBeUndefined();
  });
});
