import type { Agenda, AgendaItem } from './agenda.ts';
import type { ClockTime } from './clock.ts';
import { dayClock, type DayClock } from './dayClock.ts';
import type { ItemId } from './ids.ts';

/** When an item is planned. `derived` start times flow from the item before; the others are printed or typed. */
export interface Slot {
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly derived: boolean;
}

/** What times are counted by; a head that does not tell the days of the meeting has ordinary ones. */
type Programme = Pick<Agenda, 'start' | 'items'> & Partial<Pick<Agenda, 'date' | 'endDate' | 'end'>>;

/** Times of one day of a meeting as minutes since its midnight; those of a meeting that goes on past midnight run on. */
export interface ClockLine {
  readonly clock: DayClock;
  readonly at: (time: ClockTime) => number;
}

/** Does it begin in the evening and end in the night, so that all of it belongs to one day of the agenda? */
export const isOvernight = ({ date, endDate, start, end, items }: Programme): boolean =>
  Boolean(start && end && end <= start) &&
  Date.parse(endDate ?? '') - Date.parse(date ?? '') === 86_400_000 &&
  !items.some(({ day }) => (day ?? 1) > 1);

export function clockLine(agenda: Programme, day: number | null): ClockLine {
  const { date = null, start } = agenda;
  const clock = dayClock(date, (day ?? 1) - 1);
  const first = start !== null && isOvernight(agenda) ? clock.elapsed(start) : 0;
  return { clock, at: (time) => (clock.elapsed(time) < first ? clock.tomorrow(time) : clock.elapsed(time)) };
}

/**
 * The clock of the whole agenda. A typed time pins its item; items without one begin where the item before ended, as
 * long as that is known. A new day begins without a clock, and gaps are kept. Sub-items have the times they are given.
 * Minutes are minutes that pass, also in a night in which the clocks are changed, and a meeting that goes on past midnight is one day.
 */
export function scheduleOf(agenda: Programme): Map<ItemId, Slot> {
  const slots = new Map<ItemId, Slot>();
  let day: number | null = agenda.items[0]?.day ?? null;
  let line = clockLine(agenda, day);
  let now: number | null = agenda.start && line.at(agenda.start);
  for (const item of agenda.items) {
    if (item.parentId === null && item.day !== day) {
      day = item.day;
      line = clockLine(agenda, day);
      now = null;
    }
    const begins = item.start === null ? (item.parentId === null ? now : null) : line.at(item.start);
    const ends = item.end === null ? (begins === null || item.minutes === null ? null : begins + item.minutes) : line.at(item.end);
    const start = item.start ?? (begins === null ? null : line.clock.shows(begins));
    slots.set(item.id, { start, end: item.end ?? (ends === null ? null : line.clock.shows(ends)), derived: item.start === null && start !== null });
    if (item.parentId === null) now = ends;
  }
  return slots;
}

/** The item whose slot holds this time of day, else the last one that has begun; null before the first. */
export function itemInHand(agenda: Programme, now: ClockTime): AgendaItem | null {
  const slots = scheduleOf(agenda);
  const { at } = clockLine(agenda, null);
  let found: AgendaItem | null = null;
  for (const item of agenda.items) {
    const start = slots.get(item.id)?.start;
    if (item.parentId === null && start && at(start) <= at(now)) found = item;
  }
  return found;
}
