import type { Agenda, AgendaItem } from './agenda.ts';
import type { ClockTime } from './clock.ts';
import type { ItemId } from './ids.ts';
import { clockLine, isOvernight as runsPastMidnight, scheduleOf, type ClockLine, type Slot } from './timing.ts';

/** When a meeting is, by whatever knows best: the calendar where there is one, else the agenda's own head. */
export type MeetingTimes = Pick<Agenda, 'date' | 'endDate' | 'start' | 'end'>;

/** A clock line whose times can be compared, and told again. */
export interface DayLine extends ClockLine {
  /** Null where the day has no such minute. */
  readonly shows: (minute: number) => ClockTime | null;
}

/** How many days the meeting lasts by its head; 1 where that is not known. */
export function daysOf({ date, endDate }: Pick<MeetingTimes, 'date' | 'endDate'>): number {
  const days = date === null || endDate === null ? 0 : Math.round((Date.parse(endDate) - Date.parse(date)) / 86_400_000);
  return days > 0 ? days + 1 : 1;
}

/** Does it begin in the evening and end in the night, so that all of it belongs to one day of the agenda? */
export const isOvernight = ({ items }: Pick<Agenda, 'items'>, times: MeetingTimes): boolean => runsPastMidnight({ ...times, items });

export function dayLine({ date, items }: Pick<Agenda, 'date' | 'items'>, times: MeetingTimes, day: number | null): DayLine {
  const line = clockLine({ ...times, date: times.date ?? date, items }, day);
  const shows = (minute: number): ClockTime | null => {
    const time = line.clock.shows(minute);
    return minute >= 0 && line.at(time) === minute ? time : null;
  };
  return { ...line, shows };
}

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
