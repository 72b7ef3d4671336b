import type { Agenda } from './agenda.ts';
import type { ClockTime } from './clock.ts';
import { dayAfter } from './danishTime.ts';
import { dayClock, type DayClock } from './dayClock.ts';

/** When a meeting is, by whatever knows best: the calendar where there is one, else the agenda's own head. */
export type MeetingTimes = Pick<Agenda, 'date' | 'endDate' | 'start' | 'end'>;

/** Times of one day of a meeting as minutes since its midnight, so that they can be compared; those of a meeting that goes on past midnight run on. */
export interface DayLine {
  readonly clock: DayClock;
  readonly at: (time: ClockTime) => number;
  /** Null where the day has no such minute. */
  readonly shows: (minute: number) => ClockTime | null;
}

/** How many days the meeting lasts by its head; 1 where that is not known. */
export function daysOf({ date, endDate }: Pick<MeetingTimes, 'date' | 'endDate'>): number {
  const days = date === null || endDate === null ? 0 : Math.round((Date.parse(endDate) - Date.parse(date)) / 86_400_000);
  return days > 0 ? days + 1 : 1;
}

/** Does it begin in the evening and end in the night, so that all of it belongs to one day of the agenda? */
export function isOvernight(agenda: Pick<Agenda, 'items'>, times: MeetingTimes): boolean {
  const { start, end } = times;
  return daysOf(times) === 2 && start !== null && end !== null && end <= start && !agenda.items.some(({ day }) => (day ?? 1) > 1);
}

/** The ISO day of an agenda's day: its first one plus the days after it; null where that is not known. */
function dateOn(date: string | null, day: number | null): string | null {
  return date === null || Number.isNaN(Date.parse(date)) ? null : dayAfter(date.slice(0, 10), (day ?? 1) - 1);
}

export function dayLine(agenda: Pick<Agenda, 'date' | 'items'>, times: MeetingTimes, day: number | null): DayLine {
  const clock = dayClock(dateOn(times.date ?? agenda.date, day));
  const first = times.start !== null && isOvernight(agenda, times) ? clock.elapsed(times.start) : 0;
  const at = (time: ClockTime): number => (clock.elapsed(time) < first ? clock.tomorrow(time) : clock.elapsed(time));
  const shows = (minute: number): ClockTime | null => {
    const time = clock.shows(minute);
    return minute >= 0 && at(time) === minute ? time : null;
  };
  return { clock, at, shows };
}
