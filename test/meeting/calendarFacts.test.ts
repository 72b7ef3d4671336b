import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allDay,
  answeredForEarlier,
  calendarHead,
  differsFromCalendar,
  givenForEarlier,
  placeOf,
  shownOccasion,
} from '../../src/meeting/calendarFacts.ts';
import { headFollowing, occasionOf } from '../../src/meeting/occasion.ts';
import { clockOf, danishMidnight, dayAfter, dayOfMidnight, isoDay } from '../../src/meeting/danishTime.ts';
import { agendaTold } from '../../src/meeting/agendaTold.ts';
import { headOf } from '../../src/meeting/head.ts';
import { slotOf } from '../../src/meeting/meetingKey.ts';
import type { CalendarEvent, Occasion } from '../../src/meeting/meeting.ts';
import { titleWithoutOtherDate } from '../../src/meeting/titleDate.ts';
import { agendaOf, at, fileOf } from './agendas.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
type Told = Parameters<typeof occasionOf>[0];
const event = (fields: Partial<CalendarEvent> = {}): Told => ({
  iCalUId: 'uid',
  originalStart: null,
  subject: 'Direktionsmøde',
  start: '2026-11-24T08:00:00.000Z',
  end: '2026-11-24T10:00:00.000Z',
  location: 'Lokale 1',
  cancelled: false,
  organizer: null,
  ...fields,
});
const told = occasionOf(event(), null, '2026-11-01T08:00:00Z');
const later = event({ start: '2026-11-27T12:00:00.000Z', end: '2026-11-27T14:00:00.000Z' });
const seen = '2026-11-20T09:00:00.000Z';

describe('a day in Denmark', () => {
  test('begins at midnight by Danish clocks, in summer, in winter, and when the clocks are changed', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const midnight = danishMidnight(iso);
        expect([isoDay(midnight), clockOf(midnight)]).toEqual([iso, '00:00']);
      }),
    );
    expect(danishMidnight('2026-07-01')).toBe('2026-06-30T22:00:00.000Z');
    expect(danishMidnight('2026-03-30')).toBe('2026-03-29T22:00:00.000Z');
    expect(danishMidnight('2026-10-25')).toBe('2026-10-24T22:00:00.000Z');
  });
  test('is read from midnight of any zone, converted or not, and makes one slot', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -11, max: 11 }), (iso, ahead) => {
        const midnight = new Date(Date.parse(`${iso}T00:00:00Z`) - ahead * 3_600_000).toISOString();
        expect(dayOfMidnight(midnight)).toBe(iso);
        expect(slotOf(midnight, true)).toBe(slotOf(`${iso}T00:00:00Z`, true));
      }),
    );
    expect(slotOf('2026-12-08T23:00:00Z', false)).toBe('2026-12-08T23:00:00Z');
  });
  test('of an all-day meeting is told without a clock', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 5 }), (first, more) => {
        const last = dayAfter(first, more);
        expect(calendarHead(allDay({ first, last }))).toMatchObject({ date: first, endDate: more === 0 ? null : last, start: null, end: null });
      }),
    );
  });
});

describe('what is written down of the calendar', () => {
  test('does not differ from it, and after it changed says what it was before', () => {
    expect(differsFromCalendar(told, event())).toBe(false);
    expect(told.standing).toBe('planned');
    const moved = occasionOf(later, told, seen);
    expect(moved).toMatchObject({ standing: 'moved', movedFrom: told.start, movedSeen: seen, start: later.start });
    expect(occasionOf(later, moved, 'later')).toEqual(moved);
    expect(occasionOf(event({ cancelled: true }), told, seen).standing).toBe('cancelled');
    const again = occasionOf(event({ start: '2026-11-30T12:00:00Z', end: '2026-11-30T14:00:00Z' }), moved, 'later');
    expect(again).toMatchObject({ movedFrom: told.start, movedSeen: 'later' });
    expect(occasionOf(event(), again, 'later').standing).toBe('planned');
  });
  test.each<[string, Partial<CalendarEvent>]>([
    ['title', { subject: 'Ekstraordinært møde' }],
    ['place', { location: 'Lokale 2' }],
    ['no place', { location: null }],
    ['end', { end: '2026-11-24T11:00:00.000Z' }],
    ['days', allDay({ first: '2026-11-24', last: '2026-11-24' })],
    ['called off', { cancelled: true }],
  ])('differs in its %s', (_, fields) => {
    expect(differsFromCalendar(told, event(fields))).toBe(true);
  });
  test('of before is held to its times alone', () => {
    const { iCalUId, start, end } = told;
    const before: Occasion = { iCalUId, start: start.replace('.000', ''), end };
    expect(differsFromCalendar(before, event({ subject: 'Andet', location: null }))).toBe(false);
    expect(differsFromCalendar(before, later)).toBe(true);
  });
  test('is not moved by becoming an all-day meeting on its day', () => {
    expect(occasionOf(event(allDay({ first: '2026-11-24', last: '2026-11-24' })), told, seen).standing).toBe('planned');
    expect(occasionOf(event(allDay({ first: '2026-11-25', last: '2026-11-25' })), told, seen).standing).toBe('moved');
    const utc: Occasion = { iCalUId: 'uid', start: '2026-11-24T00:00:00Z', end: '2026-11-25T00:00:00Z' };
    expect(occasionOf(event(allDay({ first: '2026-11-24', last: '2026-11-24' })), utc, seen).standing).toBe('planned');
  });
  test('is shown as the reader’s own copy has it, where that differs', () => {
    expect(shownOccasion(told, null)).toBe(told);
    expect(shownOccasion(told, event())).toBe(told);
    expect(shownOccasion(told, later)).toMatchObject({ start: later.start, standing: 'moved' });
  });
});

describe('the head of the agenda', () => {
  const now = occasionOf(later, told, seen);
  test('follows where it was the calendar’s own word, and stays where the paper says something else', () => {
    const { items: _, ...head } = agendaOf([], {
      title: 'Direktionsmøde',
      date: '2026-11-24',
      start: at('09.00'),
      end: at('10.30'),
      location: 'Salen',
    });
    expect(headFollowing(head, told, now)).toMatchObject({ date: '2026-11-27', start: '13:00', end: '10:30', location: 'Salen' });
    const renamed = occasionOf(event({ subject: 'Nyt navn' }), told, seen);
    expect(headFollowing(head, told, renamed).title).toBe('Nyt navn');
    expect(headFollowing({ ...head, title: 'Papirets' }, told, renamed).title).toBe('Papirets');
  });
  test('is printed by the calendar: event over row over paper', () => {
    const file = fileOf(agendaOf(['1 Budget'], { title: '', date: '2025-08-21', start: at('08.30'), location: 'Kantinen' }), { occasion: now });
    expect(headOf(file)).toMatchObject({ title: 'Direktionsmøde', date: '2026-11-27', start: '13:00', end: '15:00', location: 'Lokale 1' });
    expect(agendaTold(file.agenda, now)).toMatchObject({ date: '2026-11-27', start: '08:30' });
    expect(placeOf('Microsoft Teams-møde', 'Lokale 2')).toBe('Lokale 2');
    expect(placeOf('Microsoft Teams Meeting', null)).toBe('Microsoft Teams Meeting');
    expect(placeOf('', 'Lokale 2')).toBe('Lokale 2');
  });
  test.each([
    ['Direktionsmøde den 21. august 2025', 'Direktionsmøde'],
    ['Referat fra mødet d. 21/8-2025', 'Referat fra mødet'],
    ['Dagsorden, torsdag den 21. august', 'Dagsorden'],
    ['Byrådet 21.08.2025 – ordinært møde', 'Byrådet – ordinært møde'],
    ['Møde (2025-08-21)', 'Møde'],
    ['Direktionsmøde den 3. december 2026', 'Direktionsmøde den 3. december 2026'],
    ['Møde nr. 12 om budget 2027', 'Møde nr. 12 om budget 2027'],
    ['§ 17, stk. 4, udvalget', '§ 17, stk. 4, udvalget'],
    ['Punkt 5.a og 10. klasse', 'Punkt 5.a og 10. klasse'],
  ])('a title keeps no date but the meeting’s: %s', (title, printed) => {
    expect(titleWithoutOtherDate(title, { date: '2026-12-03', endDate: null })).toBe(printed);
  });
});

test('apologies and answers are for the time they were given for', () => {
  const moved = occasionOf(later, told, seen);
  expect(givenForEarlier({ givenFor: told.start }, told)).toBe(false);
  expect(givenForEarlier({ givenFor: told.start }, moved)).toBe(true);
  expect(givenForEarlier({}, told)).toBe(false);
  expect(givenForEarlier({}, moved)).toBe(true);
  expect(answeredForEarlier('2026-11-19T08:00:00Z', moved)).toBe(true);
  expect(answeredForEarlier('2026-11-21T08:00:00Z', moved)).toBe(false);
  expect(answeredForEarlier(undefined, moved)).toBe(false);
});
