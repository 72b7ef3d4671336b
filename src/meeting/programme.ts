import type { Agenda, AgendaItem } from './agenda.ts';
import { dayLine, type DayLine, type MeetingTimes } from './dayLine.ts';
import type { ItemId } from './ids.ts';
import { scheduleOf, type Slot } from './timing.ts';

export { dayLine, daysOf, isOvernight, type DayLine, type MeetingTimes } from './dayLine.ts';

/** A line of the programme with the minutes it begins and ends at, as far as they are known. */
export interface Timed {
  readonly item: AgendaItem;
  readonly slot: Slot;
  readonly begins: number | null;
  readonly ends: number | null;
}

/** The lines of one level in printed order: the top items of a day, or what stands directly under an item. */
export function timed(agenda: Agenda, times: MeetingTimes, items: readonly AgendaItem[], slots = scheduleOf(agenda)): Timed[] {
  const line = dayLine(agenda, times, items[0]?.day ?? null);
  return items.map((item) => {
    const slot = slots.get(item.id) ?? { start: item.start, end: item.end, derived: false };
    return { item, slot, begins: slot.start && line.at(slot.start), ends: slot.end && line.at(slot.end) };
  });
}

/** The top items, a day at a time. */
export function daysOfItems(items: readonly AgendaItem[]): AgendaItem[][] {
  const days: AgendaItem[][] = [];
  for (const item of items) {
    if (item.parentId !== null) continue;
    const last = days.at(-1);
    if (last?.[0]?.day === item.day) last?.push(item);
    else days.push([item]);
  }
  return days;
}

/** What stands directly under each item that has anything under it. */
export function partsOf(items: readonly AgendaItem[]): Map<ItemId, AgendaItem[]> {
  const parts = new Map<ItemId, AgendaItem[]>();
  for (const item of items) {
    if (item.parentId === null) continue;
    const siblings = parts.get(item.parentId);
    if (siblings) siblings.push(item);
    else parts.set(item.parentId, [item]);
  }
  return parts;
}

/** How long a line lasts, by its minutes or its own start and end; null where it does not tell. */
export function lengthOf(item: AgendaItem, line: DayLine): number | null {
  if (item.minutes !== null) return item.minutes;
  if (item.start === null || item.end === null) return null;
  const span = line.at(item.end) - line.at(item.start);
  return span > 0 ? span : null;
}
