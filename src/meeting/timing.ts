import type { Agenda, AgendaItem } from './agenda.ts';
import { minutesOf, type ClockTime } from './clock.ts';
import { dayAfter } from './danishTime.ts';
import { dayClock, type DayClock } from './dayClock.ts';
import type { ItemId } from './ids.ts';

/** When an item is planned. `derived` start times flow from the item before; the others are printed or typed. */
export interface Slot {
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly derived: boolean;
}

/** The ISO day of an agenda's day: its first one plus the days after it; null where that is not known. */
function dateOn(date: string | null, day: number | null): string | null {
  return date === null || Number.isNaN(Date.parse(date)) ? null : dayAfter(date.slice(0, 10), (day ?? 1) - 1);
}

/** The clock of one day of an agenda. */
export const clockOfDay = (agenda: { readonly date?: string | null }, day: number | null): DayClock => dayClock(dateOn(agenda.date ?? null, day));

/**
 * The clock of the whole agenda. A typed time pins its item; items without one begin where the item before ended, as
 * long as that is known. A new day begins without a clock, and gaps are kept. Sub-items have the times they are given.
 * Minutes are minutes that pass, also in a night in which the clocks are changed.
 */
export function scheduleOf(agenda: Pick<Agenda, 'start' | 'items'> & { readonly date?: string | null }): Map<ItemId, Slot> {
  const slots = new Map<ItemId, Slot>();
  let day: number | null = agenda.items[0]?.day ?? null;
  let clock = clockOfDay(agenda, day);
  let now: number | null = agenda.start && clock.elapsed(agenda.start);
  for (const item of agenda.items) {
    if (item.parentId === null && item.day !== day) {
      day = item.day;
      clock = clockOfDay(agenda, day);
      now = null;
    }
    const begins = item.start === null ? (item.parentId === null ? now : null) : clock.elapsed(item.start);
    const ends = item.end === null ? (begins === null || item.minutes === null ? null : begins + item.minutes) : clock.elapsed(item.end);
    const start = item.start ?? (begins === null ? null : clock.shows(begins));
    slots.set(item.id, { start, end: item.end ?? (ends === null ? null : clock.shows(ends)), derived: item.start === null && start !== null });
    if (item.parentId === null) now = ends;
  }
  return slots;
}

/** The item whose slot holds this time of day, else the last one that has begun; null before the first. */
export function itemInHand(agenda: Pick<Agenda, 'start' | 'items'>, now: ClockTime): AgendaItem | null {
  const slots = scheduleOf(agenda);
  let found: AgendaItem | null = null;
  for (const item of agenda.items) {
    const start = slots.get(item.id)?.start;
    if (item.parentId === null && start && minutesOf(start) <= minutesOf(now)) found = item;
  }
  return found;
}
