import type { AgendaItem } from '../agenda.ts';
import { endAfter, minutesOf, type ClockTime } from '../clock.ts';

type Times = Pick<AgendaItem, 'start' | 'end' | 'minutes'>;
export type TimeField = { readonly start: ClockTime | null } | { readonly end: ClockTime | null } | { readonly minutes: number | null };

/**
 * One of start, end and duration was typed; the other two follow where all three are known, so that a typed time never
 * makes a contradiction. A new start moves the end, a new end changes the duration, a new duration moves the end.
 */
export function retime(item: Times, typed: TimeField): Times {
  const now: Times = { start: item.start, end: item.end, minutes: item.minutes, ...typed };
  if ('end' in typed) {
    if (now.start === null || now.end === null || now.minutes === null) return now;
    const span = minutesOf(now.end) - minutesOf(now.start);
    return span > 0 ? { ...now, minutes: span } : now;
  }
  const length = now.minutes ?? spanOf(item);
  if (now.start === null || length === null || item.end === null) return now;
  return 'minutes' in typed && typed.minutes === null ? now : { ...now, end: endAfter(now.start, length) };
}

function spanOf({ start, end }: Times): number | null {
  if (start === null || end === null) return null;
  const span = minutesOf(end) - minutesOf(start);
  return span > 0 ? span : null;
}
