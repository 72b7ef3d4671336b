import type { ClockTime } from './clock.ts';
import { danishMidnight, dayAfter, isoDay } from './danishTime.ts';
import { dayClock } from './dayClock.ts';
import type { EventWay } from './editing/mend.ts';

type Times = Readonly<Record<'start' | 'end', string>>;

/**
 * The ISO instants of a meeting that begins, or ends, at another time of the same day. A meeting that would end before it has begun is moved as a whole; one that
 * ends earlier in the day than it begins ends the day after, and one that goes past midnight may end before it.
 */
export function movedTo({ start, end }: Times, way: EventWay, time: ClockTime): Times {
  const length = Date.parse(end) - Date.parse(start);
  if (way === 'eventStart') {
    const begins = onDay(isoDay(start), time);
    return begins < end ? { start: begins, end } : { start: begins, end: new Date(Date.parse(begins) + length).toISOString() };
  }
  // Past midnight or over several days: the day on which it then ends nearest to when it ends now.
  const last = isoDay(end);
  const days = [dayAfter(last, -1), last, dayAfter(last)].map((day) => onDay(day, time)).filter((ends) => Date.parse(ends) > Date.parse(start));
  const away = (ends: string): number => Math.abs(Date.parse(ends) - Date.parse(end));
  return { start, end: days.reduce((nearest, ends) => (away(ends) < away(nearest) ? ends : nearest), days.at(-1) ?? end) };
}

function onDay(day: string, time: ClockTime): string {
  return new Date(Date.parse(danishMidnight(day)) + dayClock(day).elapsed(time) * 60_000).toISOString();
}
