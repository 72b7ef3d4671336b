import type { ClockTime } from './clock.ts';
import { danishMidnight, dayAfter, isoDay } from './danishTime.ts';
import { dayClock } from './dayClock.ts';
import type { EventWay } from './editing/mend.ts';

type Times = Readonly<Record<'start' | 'end', string>>;

/**
 * The ISO instants of a meeting that begins, or ends, at another time of the same day. A meeting that would end before it has begun is moved as a whole; one that
 * ends earlier in the day than it begins ends the day after.
 */
export function movedTo({ start, end }: Times, way: EventWay, time: ClockTime): Times {
  const length = Date.parse(end) - Date.parse(start);
  if (way === 'eventStart') {
    const begins = onDay(isoDay(start), time);
    return begins < end ? { start: begins, end } : { start: begins, end: new Date(Date.parse(begins) + length).toISOString() };
  }
  // Until midnight is still the day before.
  const last = isoDay(new Date(Date.parse(end) - 1));
  const ends = onDay(last, time);
  return { start, end: ends > start ? ends : onDay(dayAfter(last), time) };
}

function onDay(day: string, time: ClockTime): string {
  return new Date(Date.parse(danishMidnight(day)) + dayClock(day).elapsed(time) * 60_000).toISOString();
}
