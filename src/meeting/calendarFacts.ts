import type { Agenda } from './agenda.ts';
import { clockOf, danishMidnight, dayAfter, isoDay } from './danishTime.ts';
import type { Apology, CalendarEvent, Days, Occasion } from './meeting.ts';
import type { Standing } from './words.ts';

/*
 * What is told of a meeting follows the calendar. The meeting's row holds what the organiser's calendar said when it was last seen;
 * whoever sees the organiser's copy differ brings the row up to date, everybody else is shown what their own copy tells.
 */

/** When something is: instants, and the days of what lasts all day. */
export type When = Pick<Occasion, 'start' | 'end' | 'days'>;
/** What of an event the row of its meeting follows. */
export type Told = Pick<
  CalendarEvent,
  'iCalUId' | 'originalStart' | 'start' | 'end' | 'days' | 'zone' | 'subject' | 'location' | 'cancelled' | 'organizer'
>;

/** The days of an all-day meeting between these days, with the instants they are sorted by. `last` is included. */
export function allDay({ first, last }: Days): When & { readonly days: Days } {
  const days = { first, last: last < first ? first : last };
  return { start: danishMidnight(days.first), end: danishMidnight(dayAfter(days.last)), days };
}

/** The same moment, however it is written; what tells no instant is the same as what is written alike. Rows keep whole seconds. */
export function sameInstant(one: string | null | undefined, other: string | null | undefined): boolean {
  if (!one || !other) return (one ?? '') === (other ?? '');
  const [a, b] = [Date.parse(one), Date.parse(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? one === other : Math.floor(a / 1000) === Math.floor(b / 1000);
}

/** Is it at the same time? Of all-day meetings the days are compared, of which there are no instants. */
export function sameWhen(one: When, other: When): boolean {
  if (one.days || other.days) return one.days?.first === other.days?.first && one.days?.last === other.days?.last;
  return sameInstant(one.start, other.start) && sameInstant(one.end, other.end);
}

/** Does the calendar say something else than what was written down of it? What nobody wrote down is not held against it. */
export function differsFromCalendar(told: Occasion, event: Told): boolean {
  return (
    !sameWhen(told, event) ||
    (standingOf(told) === 'cancelled') !== event.cancelled ||
    (told.title !== undefined && told.title !== event.subject) ||
    (told.place !== undefined && told.place !== (event.location ?? '')) ||
    (told.zone !== undefined && event.zone !== undefined && told.zone !== event.zone) ||
    (told.originalStart !== undefined && !sameInstant(told.originalStart, event.originalStart))
  );
}

/** Does it say another time? */
export const isAnotherTime = (told: When, event: When): boolean => !sameWhen(told, event);

/** How the meeting stands by what was last seen. */
export const standingOf = (told: Pick<Occasion, 'standing'>): Standing => told.standing ?? 'planned';

/** A meeting that is moved again was moved from where it was first; one that is moved back was not moved. */
export function standingNow(event: Told, told: Occasion | null, now: string): Pick<Occasion, 'standing' | 'movedFrom' | 'movedSeen'> {
  const first = told === null ? null : (told.movedFrom ?? told.start);
  const movedFrom = first === null || beganAt(first, event) ? null : first;
  const again = told !== null && sameWhen(told, event) ? told.movedSeen : undefined;
  const moved = movedFrom === null ? {} : { movedFrom, movedSeen: again ?? now };
  return { standing: event.cancelled ? 'cancelled' : movedFrom === null ? 'planned' : 'moved', ...moved };
}

/** Did it begin then? An all-day meeting begins on a day, whatever instant stands for that. */
const beganAt = (instant: string, event: When): boolean =>
  event.days ? !Number.isNaN(Date.parse(instant)) && isoDay(instant) === event.days.first : sameInstant(instant, event.start);

export type Head = Omit<Agenda, 'items'>;

/** The head of an agenda as the calendar has it: title, days, times, place. All-day meetings have no times. */
export function calendarHead(told: When & Pick<Occasion, 'title' | 'place'>): Omit<Head, 'chair'> {
  const { days, title = '', place = '' } = told;
  const known = (instant: string): boolean => !Number.isNaN(Date.parse(instant));
  const [first, last] = days ? [days.first, days.last] : [known(told.start) ? isoDay(told.start) : null, known(told.end) ? isoDay(told.end) : null];
  return {
    title,
    date: first,
    endDate: last === first ? null : last,
    start: days || !known(told.start) ? null : clockOf(told.start),
    end: days || !known(told.end) ? null : clockOf(told.end),
    location: place.trim() === '' ? null : place,
  };
}

/** Outlook's own words where an online meeting has no room. */
const ONLINE_ONLY = /^\s*(microsoft )?teams[ -]?(meeting|møde)?\s*$/i;

/** Where the meeting is: the calendar's word, else the paper's. That it is held in Teams names no room, where the paper names one. */
export function placeOf(calendar: string | null | undefined, paper: string | null): string | null {
  const place = calendar?.trim() ? calendar : null;
  return place !== null && ONLINE_ONLY.test(place) ? (paper ?? place) : (place ?? paper);
}

/** Was it given for another time than the meeting has now? Of one without a time that is known only when the meeting was moved. */
export function givenForEarlier({ givenFor }: Pick<Apology, 'givenFor'>, told: When & Pick<Occasion, 'movedFrom'>): boolean {
  return givenFor === undefined ? told.movedFrom !== undefined : !beganAt(givenFor, told);
}

/** Was it answered before the meeting was seen to be moved? An answer without a time is the calendar's own business. */
export function answeredForEarlier(answeredAt: string | undefined, told: Pick<Occasion, 'movedSeen'>): boolean {
  return answeredAt !== undefined && told.movedSeen !== undefined && Date.parse(answeredAt) < Date.parse(told.movedSeen);
}

/** The occasion as a reader is shown it: what their own copy of the event tells goes before what was written down. */
export function shownOccasion(told: Occasion, event: Told | null): Occasion {
  if (event === null || !differsFromCalendar(told, event)) return told;
  const { start, end, days, subject, location } = event;
  const { standing, movedFrom } = standingNow(event, told, '');
  return { ...told, start, end, days, title: subject, place: location ?? '', standing, movedFrom };
}
