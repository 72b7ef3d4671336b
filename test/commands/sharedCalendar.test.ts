import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { sameInstant } from '../../src/meeting/calendarFacts.ts';
import { isoDay } from '../../src/meeting/danishTime.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent } from '../../src/meeting/meeting.ts';
import { isOrganizer, mayConfirmApologies, mayEditAgenda, maySendApology } from '../../src/meeting/permissions.ts';
import { agendaOf } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
/** Ulla calls the meetings; Ane works in her calendar, Rikke sees it. */
const [owner, delegate, reader] = ['ulla.skarvad', 'ane.kratholm', 'rikke.vindum'];
const mail = (person: string) => `${person}@fjordby.example`;
const DAY = 86_400_000;

let board: Board;
beforeAll(async () => {
  const ulla = await town.as(owner);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  await share(delegate, 'write');
  await share(reader, 'read');
});
afterEach(() => town.clearFaults());

async function share(person: string, role: string): Promise<void> {
  const body = { emailAddress: { address: mail(person) }, role };
  expect((await town.ask(owner, '/me/calendar/calendarPermissions', { method: 'POST', body })).status).toBe(201);
}

let days = 5;
/** A meeting that Ulla calls with these people. */
async function called(subject: string, invited: readonly string[] = [delegate, reader, 'lene.vadgaard'], more: object = {}): Promise<string> {
  const day = isoDay(new Date(Date.now() + (days += 1) * DAY));
  const at = (hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Romance Standard Time' });
  const attendees = invited.map((person) => ({ type: 'required', emailAddress: { address: mail(person), name: person } }));
  const body = {
    subject,
    start: at('09:00'),
    end: at('10:00'),
    attendees,
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    ...more,
  };
  const answer = await town.ask(owner, '/me/events', { method: 'POST', body });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}
const besides = (person: string, id: string): Promise<Commands> => town.as(person, { kind: 'event', eventId: `${mail(owner)}:${id}` });
const bodyOf = async (person: string, id: string): Promise<string> =>
  ((await town.ask(person, `/me/events/${id}`)).body as { body: { content: string } }).body.content;
async function copyOf(person: string, subject: string): Promise<CalendarEvent | undefined> {
  const all = await (await town.as(person)).find.listMyMeetings(new Date(), new Date(Date.now() + 60 * DAY));
  return all.find((event) => event.subject === subject);
}
const agendaFor = (title: string) => {
  const plain = agendaOf(['1 Budget', '2 Evt'], { title, date: null });
  return { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(crypto.randomUUID()) })) };
};
const facts = (event: CalendarEvent) => ({ event, now: new Date(), file: { occasion: { iCalUId: '', start: event.start, end: event.end } } });

describe('a meeting in a calendar that a colleague shares', () => {
  test('its delegate makes, sends and updates the agenda in the owner’s invitation, and every attendee has it', async () => {
    const subject = 'Delt kalender';
    const id = await called(subject);
    const pane = await besides(delegate, id);
    const { event, pointer } = await pane.find.findMeeting();
    expect(event).toMatchObject({ subject, mailbox: mail(owner), iAmOrganizer: true });
    expect(pointer).toBeNull();
    expect([mayEditAgenda, mayConfirmApologies].map((may) => may({ event: event! }))).toEqual([true, true]);
    expect([isOrganizer({ event: event! }), maySendApology(facts(event!))]).toEqual([false, true]);

    await town.emptyLog();
    const file = await pane.agenda.attachAgenda({ event: event!, board, agenda: agendaFor(subject) }, () => undefined);
    expect(file.status.agenda).toBe('sent');
    const log = await town.log();
    // Delegates may write no extension: none is tried (extensibility-overview).
    expect(log.filter(({ path }) => path.includes('/extensions/') || path.endsWith('/extensions'))).toEqual([]);
    expect(log.filter(({ method, path }) => method === 'PATCH' && path.includes('/me/events'))).toEqual([]);
    expect(await bodyOf(owner, id)).toMatch(/Budget[^]*meetup-join/);
    expect((await copyOf('lene.vadgaard', subject))?.pointer).toEqual(file.pointer);
    expect((await (await town.as(owner, { kind: 'event', eventId: id })).find.findMeeting()).pointer).toEqual(file.pointer);

    const again = await besides(delegate, id);
    const found = await again.find.findMeeting();
    expect(found.pointer).toEqual(file.pointer);
    const opened = await again.find.openMeeting(found.pointer!);
    const [first] = opened.agenda.items;
    const changed = await again.agenda.changeItem(opened, first!, { ...first!, title: 'Budget 2027' });
    expect(await again.agenda.updateInvitation(changed, found.event!)).toBe(false);
    expect(await bodyOf(owner, id)).toMatch(/Budget 2027[^]*meetup-join/);
  });

  test('the owner’s calendar moves, and the delegate’s pane brings the row up to it', async () => {
    const subject = 'Flyttet i delt kalender';
    const id = await called(subject);
    const pane = await besides(delegate, id);
    const { event } = await pane.find.findMeeting();
    const file = await pane.agenda.attachAgenda({ event: event!, board, agenda: agendaFor(subject) }, () => undefined);
    const start = { dateTime: `${isoDay(event!.start)}T13:00:00`, timeZone: 'Romance Standard Time' };
    const end = { dateTime: `${isoDay(event!.start)}T14:00:00`, timeZone: 'Romance Standard Time' };
    expect((await town.ask(owner, `/me/events/${id}`, { method: 'PATCH', body: { start, end } })).status).toBe(200);
    const again = await besides(delegate, id);
    const found = await again.find.findMeeting();
    await again.find.openMeeting(found.pointer!);
    const seen = await (await town.as('lene.vadgaard')).find.openMeeting(file.pointer);
    expect(seen.occasion.standing).toBe('moved');
    expect(sameInstant(seen.occasion.start, found.event!.start)).toBe(true);
  });

  test('a delegate who is invited declines for themselves: the owner’s meeting and everybody else’s stay', async () => {
    const subject = 'Afbud fra stedfortræder';
    const id = await called(subject);
    const pane = await besides(delegate, id);
    const { event } = await pane.find.findMeeting();
    const file = await pane.agenda.attachAgenda({ event: event!, board, agenda: agendaFor(subject) }, () => undefined);
    expect((await pane.find.findMyEvent(file))?.mailbox).toBeUndefined();
    await pane.apology.sendApology({ file, event: event!, scope: { kind: 'meeting' }, substitute: null, message: 'Ferie' });
    expect(await copyOf(delegate, subject)).toBeUndefined();
    expect(await copyOf('lene.vadgaard', subject)).toBeDefined();
    const hers = (await (await town.as(owner, { kind: 'event', eventId: id })).find.findMeeting()).event!;
    expect(hers.cancelled).toBe(false);
    expect(Object.fromEntries(hers.invitees.map(({ email, answer }) => [email, answer]))).toMatchObject({
      [mail(delegate)]: 'declined',
      [mail('lene.vadgaard')]: 'none',
    });
    const [apology] = (await (await town.as(owner)).find.openMeeting(file.pointer)).apologies;
    expect(apology?.person.id).toBe(town.idOf(delegate));
  });

  test('what stands in an attendee’s shared calendar is not answered for them', async () => {
    const subject = 'I Lenes kalender';
    await called(subject, [delegate, 'lene.vadgaard']);
    const lenes = (await copyOf('lene.vadgaard', subject))!;
    const body = { emailAddress: { address: mail(delegate) }, role: 'delegateWithPrivateEventAccess' };
    await town.ask('lene.vadgaard', '/me/calendar/calendarPermissions', { method: 'POST', body });
    const ulla = await town.as(owner);
    const hers = (await copyOf(owner, subject))!;
    const file = await ulla.agenda.attachAgenda({ event: hers, board, agenda: agendaFor(subject) }, () => undefined);
    const pane = await town.as(delegate, { kind: 'event', eventId: `${mail('lene.vadgaard')}:${lenes.id}` });
    const { event, pointer } = await pane.find.findMeeting();
    expect([event?.iAmOrganizer, event?.mailbox, pointer?.key]).toEqual([false, mail('lene.vadgaard'), file.pointer.key]);
    expect(mayEditAgenda({ event: event! })).toBe(false);
    await pane.apology.sendApology({ file, event: event!, scope: { kind: 'meeting' }, substitute: null, message: '' });
    expect((await copyOf('lene.vadgaard', subject))?.myAnswer).toBe('none');
    expect(await copyOf(delegate, subject)).toBeUndefined();
  });

  test('one occurrence of a shared series is one meeting', async () => {
    const day = isoDay(new Date(Date.now() + 3 * DAY));
    const recurrence = { pattern: { type: 'daily', interval: 1 }, range: { type: 'numbered', startDate: day, numberOfOccurrences: 3 } };
    const at = (hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Romance Standard Time' });
    const master = await called('Delt række', [delegate], { recurrence, start: at('15:00'), end: at('16:00') });
    const all = (await (await town.as(owner)).find.listMyMeetings(new Date(), new Date(Date.now() + 10 * DAY))).filter(
      (each) => each.subject === 'Delt række',
    );
    expect(all).toHaveLength(3);
    const pane = await besides(delegate, all[1]!.id);
    const { event } = await pane.find.findMeeting();
    expect(event).toMatchObject({ key: all[1]!.key, seriesId: `${mail(owner)}:${all[1]!.seriesId!}` });
    await pane.agenda.attachAgenda({ event: event!, board, agenda: agendaFor('Delt række') }, () => undefined);
    const bodies = await Promise.all(all.map(({ id }) => bodyOf(owner, id)));
    expect(bodies.map((body) => body.includes('Budget'))).toEqual([false, true, false]);
    expect(await pane.find.strayAgendas({ ...event!, pointer: null })).toEqual(expect.any(Array));
    await expect((await besides(delegate, master)).find.findMeeting()).rejects.toMatchObject({ name: 'WholeSeries' });
  });
});

describe('a calendar that lets me see, and no more', () => {
  test('refuses the invitation by name: the rows stand and are found again, and with the right to edit they are sent', async () => {
    const subject = 'Kun til læsning';
    const id = await called(subject);
    const before = await bodyOf(owner, id);
    const pane = await besides(reader, id);
    const { event } = await pane.find.findMeeting();
    const refused = pane.agenda.attachAgenda({ event: event!, board, agenda: agendaFor(subject) }, () => undefined);
    await expect(refused).rejects.toMatchObject({ name: 'NotAllowed', detail: { about: 'calendar', owner: mail(owner) } });
    expect(await bodyOf(owner, id)).toBe(before);
    expect(pane.outbox.state()).toMatchObject({ pending: 0, stuck: [] });

    const later = await besides(reader, id);
    const found = await later.find.findMeeting();
    expect(found.pointer?.key).toBe(event!.key);
    const file = await later.find.openMeeting(found.pointer!);
    expect(file.agenda.items.map(({ title }) => title)).toEqual(['Budget', 'Evt']);
    await share(reader, 'write');
    await later.agenda.updateInvitation(file, found.event!);
    expect(await bodyOf(owner, id)).toContain('Budget');
    await share(reader, 'read');
  });

  test('and one that is not shared says whose it is', async () => {
    const id = await called('Ikke delt');
    const pane = await besides('lene.vadgaard', id);
    await expect(pane.find.findMeeting()).rejects.toMatchObject({ name: 'NotAllowed', detail: { about: 'calendar', owner: mail(owner) } });
  });
});
