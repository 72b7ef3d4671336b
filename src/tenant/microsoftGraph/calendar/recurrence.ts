import { instantOf, wallOf } from '../../time/zones.ts';
import type { Recurrence, RecurrencePattern, WeekIndex, Weekday } from './event.ts';

const day = 86_400_000;
const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const weekIndexes: readonly WeekIndex[] = ['first', 'second', 'third', 'fourth', 'last'];
/** Exchange itself stops expanding an endless series after some centuries; this is far beyond any window asked for. */
const mostSteps = 200_000;

/** A series: the wall-clock time of its first slot in its own zone, how long each occurrence is, and the rule. */
export interface Series {
  /** Instant of the master's start. */
  start: number;
  /** Length of an occurrence in wall-clock milliseconds. */
  length: number;
  /** IANA zone the rule is kept in: 9 o'clock stays 9 o'clock over a change of the clocks. */
  zone: string;
  recurrence: Recurrence;
}

/** The slots of a series that overlap [from, to), as instants of their starts, in order. */
export function slotsBetween(series: Series, from: number, to: number): number[] {
  const slots: number[] = [];
  for (const slot of walk(series, from)) {
    if (slot >= to) break;
    const overlaps = series.length === 0 ? slot >= from : slot + series.length > from;
    if (overlaps) slots.push(slot);
  }
  return slots;
}

/** Whether the rule puts an occurrence exactly at this instant. */
export function isSlot(series: Series, instant: number): boolean {
  for (const slot of walk(series, instant)) {
    if (slot === instant) return true;
    if (slot > instant) return false;
  }
  return false;
}

/** The end of the last occurrence, or undefined for a series without an end. */
export function seriesEnd(series: Series): number | undefined {
  if (series.recurrence.range.type === 'noEnd') return undefined;
  let last = series.start;
  for (const slot of walk(series, undefined)) last = slot;
  return last + series.length;
}

/** Neighbouring slots of one slot. */
export function neighbours(series: Series, slot: number): { before: number | undefined; after: number | undefined } {
  let before: number | undefined;
  for (const one of walk(series, undefined)) {
    if (one > slot) return { before, after: one };
    if (one < slot) before = one;
  }
  return { before, after: undefined };
}

/** All slots in order; when the range is not counted, periods wholly before `from` are skipped without being walked. */
function* walk(series: Series, from: number | undefined): Generator<number> {
  const { pattern, range } = series.recurrence;
  const startWall = wallOf(series.start, series.zone);
  const clock = mod(startWall, day);
  const firstDay = startWall - clock;
  const lastDay = range.type === 'endDate' ? Date.parse(`${range.endDate}T00:00:00Z`) : Infinity;
  const most = range.type === 'numbered' ? range.numberOfOccurrences : Infinity;
  let counted = 0;
  let period = 0;
  if (from !== undefined && range.type !== 'numbered')
    period = Math.max(0, periodsUntil(pattern, firstDay, wallOf(from, series.zone) - series.length) - 2);
  for (let step = 0; step < mostSteps; step += 1, period += 1) {
    for (const date of datesOf(pattern, firstDay, period)) {
      if (date < firstDay) continue;
      if (date > lastDay || counted >= most) return;
      counted += 1;
      yield instantOf(date + clock, series.zone);
    }
    if (counted >= most || periodStart(pattern, firstDay, period) > lastDay) return;
  }
}

/** Dates (midnights, as if UTC) of one period of the rule: a day, a week, a month or a year, `interval` apart. */
function datesOf(pattern: RecurrencePattern, firstDay: number, period: number): number[] {
  const start = periodStart(pattern, firstDay, period);
  switch (pattern.type) {
    case 'daily':
      return [start];
    case 'weekly': {
      const offset = weekdays.indexOf(pattern.firstDayOfWeek);
      return pattern.daysOfWeek
        .map((name) => mod(weekdays.indexOf(name) - offset, 7))
        .sort((a, b) => a - b)
        .map((days) => start + days * day);
    }
    case 'absoluteMonthly':
      return [dayInMonth(start, pattern.dayOfMonth)];
    case 'relativeMonthly':
      return relativeDay(start, pattern);
    case 'absoluteYearly':
      return [dayInMonth(monthOf(start, pattern.month), pattern.dayOfMonth)];
    case 'relativeYearly':
      return relativeDay(monthOf(start, pattern.month), pattern);
  }
}

function periodStart(pattern: RecurrencePattern, firstDay: number, period: number): number {
  const first = new Date(firstDay);
  const step = period * pattern.interval;
  switch (pattern.type) {
    case 'daily':
      return firstDay + step * day;
    case 'weekly': {
      const back = mod(first.getUTCDay() - weekdays.indexOf(pattern.firstDayOfWeek), 7);
      return firstDay - back * day + step * 7 * day;
    }
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + step, 1);
    case 'absoluteYearly':
    case 'relativeYearly':
      return Date.UTC(first.getUTCFullYear() + step, 0, 1);
  }
}

function periodsUntil(pattern: RecurrencePattern, firstDay: number, wall: number): number {
  const span = wall - firstDay;
  const days = { daily: 1, weekly: 7, absoluteMonthly: 31, relativeMonthly: 31, absoluteYearly: 366, relativeYearly: 366 }[pattern.type];
  return Math.floor(span / (days * day * pattern.interval));
}

function monthOf(yearStart: number, month: number): number {
  return Date.UTC(new Date(yearStart).getUTCFullYear(), month - 1, 1);
}

/** The day of a month; the last one when the month is shorter, as Exchange does with the 31st. */
function dayInMonth(monthStart: number, dayOfMonth: number): number {
  const date = new Date(monthStart);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return monthStart + (Math.min(dayOfMonth, length) - 1) * day;
}

function relativeDay(monthStart: number, pattern: RecurrencePattern): number[] {
  const date = new Date(monthStart);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const wanted = new Set(pattern.daysOfWeek.map((name) => weekdays.indexOf(name)));
  const matching: number[] = [];
  for (let at = 0; at < length; at += 1) if (wanted.has(new Date(monthStart + at * day).getUTCDay())) matching.push(monthStart + at * day);
  const found = pattern.index === 'last' ? matching.at(-1) : matching[weekIndexes.indexOf(pattern.index)];
  return found === undefined ? [] : [found];
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
