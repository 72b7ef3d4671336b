import type { Agenda, AgendaItem } from './agenda.ts';
import type { ClockTime } from './clock.ts';
import { dayLine, type DayLine } from './dayLine.ts';
import type { ItemId } from './ids.ts';

/** When an item is planned. `derived` start times flow from the item before; the others are printed or typed. */
export interface Slot {
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly derived: boolean;
}

/** What times are counted by; a head that does not tell the days of the meeting has ordinary ones. */
type Programme = Pick<Agenda, 'start' | 'items'> & Partial<Pick<Agenda, 'date' | 'endDate' | 'end'>>;

function lineOf(agenda: Programme, day: number | null): DayLine {
  const whole = { date: null, endDate: null, end: null, ...agenda };
  return dayLine(whole, whole, day);
}

/**
 * The clock of the whole agenda. A typed time pins its item; items without one begin where the item before ended, as
 * long as that is known. A new day begins without a clock, and gaps are kept. Sub-items have the times they are given.
 * Minutes are minutes that pass, also in a night in which the clocks are changed, and a meeting that goes on past midnight is one day.
 */
export function scheduleOf(agenda: Programme): Map<ItemId, Slot> {
  const slots = new Map<ItemId, Slot>();
  let day: number | null = agenda.items[0]?.day ?? null;
  let line = lineOf(agenda, day);
  let now: number | null = agenda.start && line.at(agenda.start);
  for (const item of agenda.items) {
    if (item.parentId === null && item.day !== day) {
      day = item.day;
      line = lineOf(agenda, day);
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
  const { at } = lineOf(agenda, null);
  let found: AgendaItem | null = null;
  for (const item of agenda.items) {
    const start = slots.get(item.id)?.start;
    if (item.parentId === null && start && at(start) <= at(now)) found = item;
  }
  return found;
}
