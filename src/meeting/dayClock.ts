import { clockAt, minutesOf, type ClockTime } from './clock.ts';
import { aheadOn, dayAfter } from './danishTime.ts';

/** The clock of one day, on which an hour is missing or comes twice where the clocks are changed; it goes on into the next. */
export interface DayClock {
  /** Minutes from its midnight to the next. */
  readonly length: number;
  /** The minutes that have passed since midnight when the clock shows this; the first time, where it shows it twice. */
  readonly elapsed: (time: ClockTime) => number;
  /** The same until the clock shows this on the day after. */
  readonly tomorrow: (time: ClockTime) => number;
  /** What the clock shows so many minutes after midnight; the next day's own clock where that is later than this one lasts. */
  readonly shows: (elapsed: number) => ClockTime;
}

// The clocks of the European Union are changed at 01.00 UTC (directive 2000/84/EC): at 02.00 Danish time in spring, at 03.00 in autumn.
const [SPRING, AUTUMN] = [120, 180];

/** Days that were asked for: an agenda asks for its own again at every line. */
const known = new Map<string, DayClock>();

/** Stands for a day that is not known. */
const ORDINARY = '1970-01-01';

/** The clock of an ISO day in Denmark, or of so many days after it; an ordinary one where the day is not known. */
export function dayClock(day: string | null, days = 0): DayClock {
  const date = day === null || Number.isNaN(Date.parse(day)) ? ORDINARY : dayAfter(day.slice(0, 10), days);
  const found = known.get(date) ?? clockOn(date);
  known.set(date, found);
  return found;
}

function clockOn(day: string): DayClock {
  const next = dayAfter(day);
  const missing = aheadOn(next) - aheadOn(day);
  const length = 1440 - missing;
  const change = missing > 0 ? SPRING : AUTUMN;
  return {
    length,
    elapsed: (time) => (minutesOf(time) < change ? minutesOf(time) : Math.max(change, minutesOf(time) - missing)),
    tomorrow: (time) => length + dayClock(next).elapsed(time),
    // What lasts for days is no time of a meeting, and is not walked through day by day.
    shows: (elapsed) =>
      elapsed < length || elapsed > 2880 ? clockAt(elapsed < change ? elapsed : elapsed + missing) : dayClock(next).shows(elapsed - length),
  };
}
