import { calendarHead, standingNow, type Head, type Told } from './calendarFacts.ts';
import type { Occasion } from './meeting.ts';

// What is written down when the calendar says something else (calendarFacts.ts tells whether it does).

/**
 * What is written down of the calendar now.
 * @param told what was before; null before there was anything
 * @param now ISO instant of looking
 */
export function occasionOf(event: Told, told: Occasion | null, now: string): Occasion {
  const { iCalUId, originalStart, start, end, days, zone } = event;
  return {
    iCalUId,
    originalStart,
    start,
    end,
    ...(days && { days }),
    ...(zone !== undefined && { zone }),
    title: event.subject,
    place: event.location ?? '',
    ...(event.organizer?.email && { organizer: event.organizer.email }),
    ...standingNow(event, told, now),
  };
}

/** What of an agenda's head was the calendar's own word follows it; what the paper says otherwise stays. */
export function headFollowing(head: Head, told: Occasion, now: Occasion): Head {
  const [before, after] = [calendarHead(told), calendarHead(now)];
  const follows = <Name extends keyof typeof before>(name: Name): Head[Name] =>
    (head[name] === before[name] ? after[name] : head[name]) as Head[Name];
  return {
    ...head,
    title: told.title === undefined ? head.title : follows('title'),
    date: follows('date'),
    endDate: head.date === before.date ? follows('endDate') : head.endDate,
    start: follows('start'),
    end: follows('end'),
    location: told.place === undefined ? head.location : follows('location'),
  };
}
