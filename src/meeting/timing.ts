import type { Agenda, AgendaItem } from './agenda.ts';
import { endAfter, minutesOf, type ClockTime } from './clock.ts';
import type { ItemId } from './ids.ts';

/** When an item is planned. `derived` start times flow from the item before; the others are printed or typed. */
export interface Slot {
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly derived: boolean;
}

/**
 * The clock of the whole agenda. A typed time pins its item; items without one begin where the item before ended, as
 * long as that is known. A new day begins without a clock, and gaps are kept. Sub-items have the times they are given.
 */
export function scheduleOf(agenda: Pick<Agenda, 'start' | 'items'>): Map<ItemId, Slot> {
  const slots = new Map<ItemId, Slot>();
  let clock: ClockTime | null = agenda.start;
  let day: number | null = agenda.items[0]?.day ?? null;
  for (const item of agenda.items) {
    if (item.parentId !== null) {
      slots.set(item.id, { start: item.start, end: item.end ?? endOf(item.start, item.minutes), derived: false });
      continue;
    }
    if (item.day !== day) {
      clock = null;
      day = item.day;
    }
    const start = item.start ?? clock;
    const end = item.end ?? endOf(start, item.minutes);
    slots.set(item.id, { start, end, derived: item.start === null && start !== null });
    clock = end;
  }
  return slots;
}

function endOf(start: ClockTime | null, minutes: number | null): ClockTime | null {
  return start === null || minutes === null ? null : endAfter(start, minutes);
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
