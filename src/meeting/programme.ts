import type { Agenda, AgendaItem } from './agenda.ts';
import type { ClockTime } from './clock.ts';
import type { ItemId } from './ids.ts';
import { clockOfDay, scheduleOf, type Slot } from './timing.ts';

/** When a meeting is, by whatever knows best: the calendar where there is one, else the agenda's own head. */
export type MeetingTimes = Pick<Agenda, 'date' | 'endDate' | 'start' | 'end'>;

/** Times of one day of a meeting as minutes since its midnight, so that they can be compared; those of a meeting that goes on past midnight run on. */
export interface DayLine {
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

export function dayLine(agenda: Agenda, times: MeetingTimes, day: number | null): DayLine {
  const clock = clockOfDay({ date: times.date ?? agenda.date }, day);
  const first = times.start !== null && isOvernight(agenda, times) ? clock.elapsed(times.start) : 0;
  const at = (time: ClockTime): number => (clock.elapsed(time) < first ? clock.elapsed(time) + clock.length : clock.elapsed(time));
  const shows = (minute: number): ClockTime | null => {
    const time = clock.shows(minute);
    return minute >= 0 && at(time) === minute ? time : null;
  };
  return { at, shows };
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
