import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { sameInstant, shownOccasion } from '../../src/meeting/calendarFacts.ts';
import { isoDay } from '../../src/meeting/danishTime.ts';
import { timesFollowing } from '../../src/meeting/editing/followTimes.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
const [ulla, delegate, invited] = ['ulla.skarvad', 'ane.kratholm', 'lene.vadgaard'];
const mail = (person: string) => `${person}@fjordby.example`;
const DAY = 86_400_000;

let board: Board;
let desk: Commands;
beforeAll(async () => {
  desk = await town.as(ulla);
  const team = (await desk.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await desk.board.prepareBoard(team.teamId, () => undefined);
  const body = { emailAddress: { address: mail(delegate) }, role: 'write' };
  expect((await town.ask(ulla, '/me/calendar/calendarPermissions', { method: 'POST', body })).status).toBe(201);
});

const inDays = (days: number) => isoDay(new Date(Date.now() + days * DAY));
const wall = (day: string, hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Romance Standard Time' });

/** A meeting from nine to eleven that Ulla has called and sent an agenda of. */
async function held(subject: string): Promise<{ file: MeetingFile; event: CalendarEvent }> {
  const day = inDays(20);
  const attendees = [delegate, invited].map((person) => ({ type: 'required', emailAddress: { address: mail(person), name: person } }));
  const { body } = await town.ask(ulla, '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: wall(day, '09:00'),
      end: wall(day, '11:00'),
      attendees,
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
    },
  });
  const event = (await desk.find.findEvent((body as { id: string }).id)).event!;
  const plain = agendaOf(['1 Velkomst @09.00-09.30', '2 Budget @09.30-10.30', '3 Evt /30'], { title: subject, date: null });
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`${subject}/${item.id}`) })) };
  const file = await desk.agenda.attachAgenda({ event, board, agenda, via: 'graph', language: 'da' }, () => undefined);
  return { file, event: (await desk.find.findEvent(event.id)).event! };
}
const clocksOf = (file: MeetingFile) => file.agenda.items.map(({ start, end }) => [start, end]);
const eventOf = async (person: string, subject: string) =>
  (await (await town.as(person)).find.listMyMeetings(new Date(), new Date(Date.now() + 60 * DAY))).find((event) => event.subject === subject)!;

describe('an agenda whose meeting is moved in the calendar', () => {
  test('keeps its times until somebody says that they follow, and follows then', async () => {
    const { file, event } = await held('Flyttet i kalenderen');
    const day = inDays(27);
    await town.ask(ulla, `/me/events/${event.id}`, { method: 'PATCH', body: { start: wall(day, '13:00'), end: wall(day, '15:00') } });
    const moved = (await desk.find.findEvent(event.id)).event!;
    const now = await desk.find.followCalendar(await desk.find.openMeeting(file.pointer), moved);
    expect(clocksOf(now)).toEqual(clocksOf(file));
    const following = timesFollowing(now.agenda, shownOccasion(now.occasion, moved));
    expect(following).toMatchObject({ from: '09:00', to: '13:00' });
    const after = await desk.agenda.changeTimes(now, following!.items);
    expect(clocksOf(after)).toEqual([
      ['13:00', '13:30'],
      ['13:30', '14:30'],
      [null, null],
    ]);
    expect(timesFollowing(after.agenda, shownOccasion(after.occasion, moved))).toBeNull();
    // And back.
    const back = await desk.agenda.changeTimes(after, file.agenda.items);
    expect(clocksOf(back)).toEqual(clocksOf(file));
  });

  test('whoever was not in on it loses no words of theirs', async () => {
    const { file } = await held('Skrevet imens');
    const [first] = file.agenda.items;
    await desk.agenda.changeItem(file, first!, { ...first!, title: 'Velkomst og kaffe' });
    const after = await desk.agenda.changeTimes(file, [{ ...first!, start: at('08.45') }]);
    expect(after.agenda.items[0]).toMatchObject({ title: 'Velkomst og kaffe', start: '08:45' });
  });
});

describe('a meeting that is moved from its agenda', () => {
  test('is moved in everybody’s calendar, by the organiser and by their delegate', async () => {
    const { file, event } = await held('Flyttet fra dagsordenen');
    const now = await desk.agenda.moveMeeting(event, 'eventEnd', at('11.30'));
    expect(Date.parse(now.end) - Date.parse(event.end)).toBe(30 * 60_000);
    expect(now.start).toBe(event.start);
    expect(now.joinUrl).toBe(event.joinUrl);
    expect(sameInstant((await eventOf(invited, event.subject)).end, now.end)).toBe(true);
    expect(sameInstant((await desk.find.followCalendar(file, now)).occasion.end, now.end)).toBe(true);

    const id = `${mail(ulla)}:${event.id}`;
    const pane = await town.as(delegate, { kind: 'event', eventId: id });
    const theirs = (await pane.find.findMeeting()).event!;
    await pane.agenda.moveMeeting(theirs, 'eventStart', at('08.30'));
    expect(Date.parse(event.start) - Date.parse((await eventOf(invited, event.subject)).start)).toBe(30 * 60_000);
  });

  test('is refused to those invited, whose own copy alone would be moved', async () => {
    const { event } = await held('Ikke min at flytte');
    const lene = await town.as(invited);
    const copy = await eventOf(invited, event.subject);
    await expect(lene.agenda.moveMeeting(copy, 'eventEnd', at('12.00'))).rejects.toMatchObject({ name: 'NotAllowed', detail: { about: 'calendar' } });
    const store = town.storeOf(invited);
    await expect(store.moveEvent(copy.id, copy, { start: copy.start, end: copy.start })).rejects.toMatchObject({ name: 'NotAllowed' });
    expect((await eventOf(invited, event.subject)).end).toBe(copy.end);
  });

  test('is not moved over somebody who moved it meanwhile, and moved twice changes nothing', async () => {
    const { event } = await held('Flyttet imens');
    const once = await desk.agenda.moveMeeting(event, 'eventEnd', at('11.30'));
    await expect(desk.agenda.moveMeeting(event, 'eventEnd', at('12.00'))).rejects.toMatchObject({ name: 'Conflict' });
    await town.emptyLog();
    expect((await desk.agenda.moveMeeting(event, 'eventEnd', at('11.30'))).end).toBe(once.end);
    expect((await town.log()).filter(({ method }) => method === 'PATCH')).toEqual([]);
  });
});
