import type { AgendaItem } from '../agenda.ts';
import { minutesOf, type ClockTime } from '../clock.ts';
import { dayClock } from '../dayClock.ts';
import type { ClockLine } from '../timing.ts';

type Times = Pick<AgendaItem, 'start' | 'end' | 'minutes'>;
export type TimeField = { readonly start: ClockTime | null } | { readonly end: ClockTime | null } | { readonly minutes: number | null };

const ordinary: ClockLine = { at: minutesOf, clock: dayClock(null) };

/**
 * One of start, end and duration was typed; the other two follow where all three are known, so that a typed time never
 * makes a contradiction. A new start moves the end, a new end changes the duration, a new duration moves the end; a start that is
 * taken away takes the printed end along, so that the line flows again with its duration.
 * @param line the minutes of the day it is on: past midnight they run on, and in a night in which the clocks are changed an hour is missing or comes twice
 */
export function retime(item: Times, typed: TimeField, line: ClockLine = ordinary): Times {
  const now: Times = { start: item.start, end: item.end, minutes: item.minutes, ...typed };
  if ('end' in typed) {
    if (now.start === null || now.end === null || now.minutes === null) return now;
    const span = line.at(now.end) - line.at(now.start);
    return span > 0 ? { ...now, minutes: span } : now;
  }
  const length = now.minutes ?? spanOf(item, line);
  if (length === null || item.end === null) return now;
  if (now.start === null) return 'start' in typed ? { start: null, end: null, minutes: length } : now;
  return 'minutes' in typed && typed.minutes === null ? now : { ...now, end: line.clock.shows(line.at(now.start) + length) };
}

function spanOf({ start, end }: Times, line: ClockLine): number | null {
  if (start === null || end === null) return null;
  const span = line.at(end) - line.at(start);
  return span > 0 ? span : null;
}
