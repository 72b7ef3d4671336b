import { clockAt, minutesOf, type ClockTime } from './clock.ts';
import { danishMidnight, dayAfter } from './danishTime.ts';

/** The clock of one day, on which an hour is missing or comes twice where the clocks are changed. */
export interface DayClock {
  /** Minutes from its midnight to the next. */
  readonly length: number;
  /** The minutes that have passed since midnight when the clock shows this; the first time, where it shows it twice. */
  readonly elapsed: (time: ClockTime) => number;
  /** What the clock shows so many minutes after midnight; the next day's clock where that is later than this one lasts. */
  readonly shows: (elapsed: number) => ClockTime;
}

const ORDINARY: DayClock = { length: 1440, elapsed: minutesOf, shows: clockAt };
// The clocks of the European Union are changed at 01.00 UTC (directive 2000/84/EC): at 02.00 Danish time in spring, at 03.00 in autumn.
const [SPRING, AUTUMN] = [120, 180];

/** Days that were asked for: an agenda asks for its own again at every line. */
const known = new Map<string, DayClock>();

/** The clock of an ISO day in Denmark; an ordinary one where the day is not known. */
export function dayClock(day: string | null): DayClock {
  if (day === null || Number.isNaN(Date.parse(day))) return ORDINARY;
  const found = known.get(day) ?? clockOn(day);
  known.set(day, found);
  return found;
}

function clockOn(day: string): DayClock {
  const length = (Date.parse(danishMidnight(dayAfter(day))) - Date.parse(danishMidnight(day))) / 60_000;
  if (length === 1440) return ORDINARY;
  const change = length < 1440 ? SPRING : AUTUMN;
  return {
    length,
    elapsed: (time) => (minutesOf(time) < change ? minutesOf(time) : Math.max(change, minutesOf(time) + length - 1440)),
    shows: (elapsed) => clockAt(elapsed < change ? elapsed : elapsed < length ? elapsed - length + 1440 : elapsed - length),
  };
}
