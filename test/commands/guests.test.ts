import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Commands, GuestLine } from '../../src/commands/commands.ts';
import { isoDay } from '../../src/meeting/danishTime.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
const [ulla, invited, guest] = ['ulla.skarvad', 'ane.kratholm', 'lene.vadgaard'];
const mail = (person: string) => `${person}@fjordby.example`;
const DAY = 86_400_000;

let board: Board;
let desk: Commands;
beforeAll(async () => {
  desk = await town.as(ulla);
  const team = (await desk.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await desk.board.prepareBoard(team.teamId, () => undefined);
  const body = { emailAddress: { address: mail(invited) }, role: 'write' };
  expect((await town.ask(ulla, '/me/calendar/calendarPermissions', { method: 'POST', body })).status).toBe(201);
});
afterEach(() => town.clearFaults());

const inDays = (days: number) => isoDay(new Date(Date.now() + days * DAY));
const wall = (day: string, hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Romance Standard Time' });
let days = 10;

/** A meeting from nine to eleven with a guest at its second item. */
async function held(subject: string, lines = ['1 Velkomst @09.00-09.30', '2 Havnen @09.30-10.15', '3 Evt /15']): Promise<Held> {
  const day = inDays((days += 3));
  const attendees = [{ type: 'required', emailAddress: { address: mail(invited), name: 'Ane Kratholm' } }];
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
  const plain = agendaOf(lines, { title: subject, date: null });
  const items = plain.items.map((item, place) => ({
    ...item,
    id: asItemId(`${subject}/${item.id}`),
    presenters: place === 1 ? ['Lene Vadgaard', 'Ane Kratholm, chef'] : [],
  }));
  const file = await desk.agenda.attachAgenda({ event, board, agenda: { ...plain, items }, via: 'graph', language: 'da' }, () => undefined);
  return { file, event: (await desk.find.findEvent(event.id)).event! };
}
interface Held {
  readonly file: MeetingFile;
  readonly event: CalendarEvent;
}

const read = async ({ file, event }: Held): Promise<readonly GuestLine[]> => (await desk.agenda.guests()).readGuests(file, event, 'da');
const lene = ({ file }: Held) => ({ itemId: file.agenda.items[1]!.id, name: 'Lene Vadgaard', email: mail(guest) });
const invite = async (held: Held, who = desk) => (await who.agenda.guests()).inviteGuests(held.file, held.event, [lene(held)]);
const eventsOf = async (person: string, subject: RegExp): Promise<Loose[]> => {
  const { body } = await town.ask(person, `/me/calendarView?startDateTime=${inDays(0)}&endDateTime=${inDays(90)}&$top=200`);
  return (body as { value: Loose[] }).value.filter((event) => subject.test(event.subject) && !event.isCancelled);
};
interface Loose {
  readonly subject: string;
  readonly isCancelled: boolean;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly attendees: readonly unknown[];
  readonly body: { readonly content: string };
}
const lengthOf = ({ start, end }: Loose) => (Date.parse(end.dateTime) - Date.parse(start.dateTime)) / 60_000;

describe('a guest who presents one item', () => {
  test('is offered an invitation of their own; those who are invited are not', async () => {
    const meeting = await held('Tilbudt');
    expect((await read(meeting)).map(({ name, standing }) => [name, standing])).toEqual([['Lene Vadgaard', 'none']]);
  });

  test('is invited for the time of the item, once, and reads of no other', async () => {
    const meeting = await held('Tidsrum');
    await invite(meeting);
    await invite(meeting);
    const events = await eventsOf(guest, /Direktionen: Havnen/);
    const mine = events.filter(({ body }) => body.content.includes('Havnen'));
    expect(mine).toHaveLength(1);
    expect(lengthOf(mine[0]!)).toBe(45);
    expect(mine[0]!.body.content).toContain(meeting.event.joinUrl!.split('?')[0]!.slice(0, 30));
    expect(JSON.stringify(mine[0])).not.toMatch(/Velkomst|Evt|Ane Kratholm|dagsorden\.fjordby/);
    expect((await read(meeting)).map(({ name, standing }) => [name, standing])).toEqual([['Lene Vadgaard', 'current']]);
    // It is no meeting of its own to whoever sent it.
    const all = await desk.find.listMyMeetings(new Date(), new Date(Date.now() + 90 * DAY));
    expect(all.filter(({ subject }) => subject.includes('Havnen'))).toEqual([]);
  });

  test('is invited once where the answer is lost, and where a second try is refused', async () => {
    for (const [subject, fault] of [
      ['Tabt svar', { method: 'POST', path: '/me/events$', cut: 'after', count: 1 }],
      ['Anden gang', { transactionOnce: true }],
    ] as const) {
      const meeting = await held(subject, ['1 Velkomst @09.00-09.30', `2 ${subject} på havnen @09.30-10.15`]);
      await town.fault(fault);
      await invite(meeting).catch(() => undefined);
      const again = await town.as(ulla);
      await (await again.agenda.guests()).inviteGuests(meeting.file, meeting.event, [lene(meeting)]);
      expect(await eventsOf(guest, new RegExp(`${subject} på havnen`))).toHaveLength(1);
      await town.clearFaults();
    }
  });

  test('is not invited by an order that waited until the meeting was over', async () => {
    const meeting = await held('Sov for længe', ['1 Velkomst @09.00-09.30', '2 Molen @09.30-10.15']);
    const woken = await town.as(ulla, { kind: 'none' }, { clock: () => new Date(Date.parse(meeting.event.end) + 1) });
    await expect(invite(meeting, woken)).rejects.toMatchObject({ name: 'Conflict' });
    expect(await eventsOf(guest, /Molen/)).toEqual([]);
  });

  test('is waited for by whoever closes the item where nobody knows whether the invitation left', async () => {
    const meeting = await held('Uvis', ['1 Velkomst @09.00-09.30', '2 Broen @09.30-10.15']);
    const claims = async () => (await town.storeOf(ulla)).invitationClaims(meeting.file.pointer);
    await town.fault({ method: 'POST', path: '/me/events$', cut: 'after', count: 50 });
    await expect(invite(meeting)).rejects.toBeTruthy();
    expect(await claims()).not.toEqual([]);
  });

  test('is found again under their id, wherever the meeting was then', async () => {
    const meeting = await held('Fjernt', ['1 Velkomst @09.00-09.30', '2 Fjorden @09.30-10.15']);
    const guests = await town.storeOf(ulla).guests();
    const wanted = {
      subject: 'Direktionen: Fjorden',
      place: '',
      html: '<p>Fjorden</p>',
      guestId: `dagsorden-${meeting.event.key}-a-b`,
      name: 'Lene',
      email: mail(guest),
    };
    const times = (day: string) => ({ start: `${day}T09:00:00.000Z`, end: `${day}T10:00:00.000Z` });
    await guests.invite(null, { ...wanted, ...times(inDays(60)) }, async () => undefined);
    for (const fault of [{ transactionOnce: false }, { transactionOnce: true }]) {
      await town.fault(fault);
      await guests.invite(null, { ...wanted, ...times(inDays(20)) }, async () => undefined);
      expect((await eventsOf(guest, /Fjorden/)).map(({ start }) => start.dateTime.slice(0, 10))).toEqual([inDays(20)]);
    }
  });

  test('is given the new time and title when somebody says so, and is called off with the item', async () => {
    const meeting = await held('Flytter sig', ['1 Velkomst @09.00-09.30', '2 Kajen @09.30-10.15', '3 Evt /15']);
    await invite(meeting);
    const [first, second] = meeting.file.agenda.items;
    const later = await desk.agenda.changeTimes(meeting.file, [{ ...second!, start: at('10.00'), end: at('10.20') }]);
    const moved = { ...meeting, file: await desk.agenda.changeItem(later, later.agenda.items[1]!, { ...later.agenda.items[1]!, title: 'Kaj 3' }) };
    expect((await read(moved)).map(({ standing }) => standing)).toEqual(['stale']);
    expect((await eventsOf(guest, /Kajen/)).map(lengthOf)).toEqual([45]);
    await (await desk.agenda.guests()).updateGuests(moved.file, moved.event);
    expect((await eventsOf(guest, /Kaj 3/)).map(lengthOf)).toEqual([20]);
    expect((await read(moved)).map(({ standing }) => standing)).toEqual(['current']);

    const items = [first!];
    const gone = await desk.agenda.attachAgenda(
      {
        event: moved.event,
        board,
        agenda: { ...moved.file.agenda, items },
        base: moved.file.agenda.items,
        seen: moved.file,
        via: 'graph',
        language: 'da',
      },
      () => undefined,
    );
    expect((await read({ ...moved, file: gone })).map(({ name, standing }) => [name, standing])).toEqual([['Lene Vadgaard', 'gone']]);
    await (await desk.agenda.guests()).updateGuests(gone, moved.event);
    expect(await eventsOf(guest, /Kaj/)).toEqual([]);
    expect(await read({ ...moved, file: gone })).toEqual([]);
  });

  test('follows a meeting that was moved to another day', async () => {
    const meeting = await held('Ny dag', ['1 Velkomst @09.00-09.30', '2 Molen @09.30-10.15']);
    await invite(meeting);
    const day = inDays(80);
    await town.ask(ulla, `/me/events/${meeting.event.id}`, { method: 'PATCH', body: { start: wall(day, '13:00'), end: wall(day, '15:00') } });
    const event = (await desk.find.findEvent(meeting.event.id)).event!;
    const file = await desk.find.followCalendar(await desk.find.openMeeting(meeting.file.pointer), event);
    expect((await read({ file, event })).map(({ standing }) => standing)).toEqual(['stale']);
    await (await desk.agenda.guests()).updateGuests(file, event);
    const [now] = await eventsOf(guest, /Molen/);
    expect(isoDay(`${now!.start.dateTime.slice(0, 19)}Z`)).toBe(day);
  });
});

describe('a guest of a closed item', () => {
  test('is told its neutral title alone, also when it was closed after they were invited', async () => {
    const meeting = await held('Lukket gæst', ['1 Velkomst @09.00-09.30', '2 Sagen om Viggo @09.30-10.15']);
    await invite(meeting);
    expect(await eventsOf(guest, /Viggo/)).toHaveLength(1);
    const item = meeting.file.agenda.items[1]!;
    const closed = await desk.agenda.closeItem(meeting.file, item.id, 'Personalesag');
    const file = await desk.find.openMeeting(closed.pointer);
    expect((await read({ ...meeting, file })).map(({ standing }) => standing)).toEqual(['stale']);
    await (await desk.agenda.guests()).updateGuests(file, meeting.event);
    expect(JSON.stringify(await eventsOf(guest, /Direktionen/))).not.toContain('Viggo');
  });
});

describe('whoever did not call the meeting', () => {
  test('invites nobody to it; their delegate does, from the calendar that is shared', async () => {
    const meeting = await held('Andres møde', ['1 Velkomst @09.00-09.30', '2 Fyret @09.30-10.15']);
    const asger = await town.as('asger.holmgaard').catch(() => null);
    const other = asger ?? (await town.as('rikke.vindum'));
    await expect((await other.agenda.guests()).inviteGuests(meeting.file, meeting.event, [lene(meeting)])).rejects.toBeTruthy();
    expect(await eventsOf(guest, /Fyret/)).toEqual([]);
    const pane = await town.as(invited, { kind: 'event', eventId: `${mail(ulla)}:${meeting.event.id}` });
    const theirs = (await pane.find.findMeeting()).event!;
    await (await pane.agenda.guests()).inviteGuests(meeting.file, theirs, [lene(meeting)]);
    expect(await eventsOf(guest, /Fyret/)).toHaveLength(1);
    expect((await read(meeting)).map(({ standing }) => standing)).toEqual(['current']);
  });
});

describe('a meeting that is called off', () => {
  const calledOff = async ({ event }: Held) =>
    void (await town.ask(ulla, `/me/events/${event.id}/cancel`, { method: 'POST', body: { comment: '' } }));
  const meetingsAhead = () => desk.find.listMyMeetings(new Date(), new Date(Date.now() + 60 * DAY));

  test('takes its guests’ own invitations along in one press of whoever opens it', async () => {
    const meeting = await held('Aflyst møde', ['1 Velkomst @09.00-09.30', '2 Skansen @09.30-10.15']);
    await invite(meeting);
    await calledOff(meeting);
    expect(await eventsOf(guest, /Skansen/)).toHaveLength(1);
    const file = await desk.find.tellCancelled(await desk.find.openMeeting(meeting.file.pointer));
    const guests = await desk.agenda.guests();
    expect((await guests.guestsOfCancelled(file, null)).map(({ name }) => name)).toEqual(['Lene Vadgaard']);
    await guests.callOffGuests(file.pointer, null);
    expect(await eventsOf(guest, /Skansen/)).toEqual([]);
    expect(await guests.guestsOfCancelled(file, null)).toEqual([]);
    // Once more does nothing, and harms nobody.
    await guests.callOffGuests(file.pointer, null);
  });

  test('is told in “Mine møder”, of the day it was moved to as well; a meeting that stands is not, wherever it was moved', async () => {
    const lines = ['1 Velkomst @09.00-09.30', '2 Tangen @09.30-10.15'];
    const [gone, stands] = [await held('Flyttet og aflyst', lines), await held('Langt ude', lines)];
    for (const each of [gone, stands]) await invite(each);
    for (const [{ event }, day] of [
      [gone, inDays(70)],
      [stands, inDays(150)],
    ] as const) {
      await town.ask(ulla, `/me/events/${event.id}`, { method: 'PATCH', body: { start: wall(day, '13:00'), end: wall(day, '15:00') } });
    }
    const guests = await desk.agenda.guests();
    expect(await guests.guestsLeft(await meetingsAhead())).toEqual([]);
    await calledOff(gone);
    const left = await guests.guestsLeft(await meetingsAhead());
    expect(left.map(({ title, pointer, guests: who }) => [title, pointer.key, who.length])).toEqual([
      ['Flyttet og aflyst', gone.file.pointer.key, 1],
    ]);
    await guests.callOffGuests(left[0]!.pointer, null);
    expect(await guests.guestsLeft(await meetingsAhead())).toEqual([]);
    expect(await eventsOf(guest, /Tangen/)).toHaveLength(1);
  });

  test('that stands in the calendar again when its turn comes keeps its guests', async () => {
    const meeting = await held('Står endnu', ['1 Velkomst @09.00-09.30', '2 Odden @09.30-10.15']);
    await invite(meeting);
    await expect((await desk.agenda.guests()).callOffGuests(meeting.file.pointer, null)).rejects.toMatchObject({ name: 'Conflict' });
    expect(await eventsOf(guest, /Odden/)).toHaveLength(1);
  });

  test('in a calendar that is shared is called off by the delegate', async () => {
    const meeting = await held('Delt aflysning', ['1 Velkomst @09.00-09.30', '2 Vejlen @09.30-10.15']);
    await invite(meeting);
    const pane = await town.as(invited, { kind: 'event', eventId: `${mail(ulla)}:${meeting.event.id}` });
    const theirs = (await pane.find.findMeeting()).event!;
    await calledOff(meeting);
    const guests = await pane.agenda.guests();
    expect(await guests.guestsOfCancelled(meeting.file, theirs)).toHaveLength(1);
    await guests.callOffGuests(meeting.file.pointer, theirs);
    expect(await eventsOf(guest, /Vejlen/)).toEqual([]);
  });
});
