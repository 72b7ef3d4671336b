import { minutesOf, type ClockTime } from './clock.ts';
import type { Slot } from './timing.ts';

/** The clock against the plan for the item in hand. `part` is 0–1 of the planned time; `minutes` are whole. */
export type Pace =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'before'; readonly minutes: number; readonly part: 0 }
  | { readonly kind: 'left'; readonly minutes: number; readonly part: number }
  | { readonly kind: 'over'; readonly minutes: number; readonly part: 1 };

/** @param now the time of day, or null when it is not the meeting's day */
export function paceOf(slot: Slot, now: ClockTime | null): Pace {
  if (now === null || slot.start === null || slot.end === null) return { kind: 'unknown' };
  const start = minutesOf(slot.start);
  const end = minutesOf(slot.end);
  const at = minutesOf(now);
  if (end <= start) return { kind: 'unknown' };
  if (at < start) return { kind: 'before', minutes: start - at, part: 0 };
  if (at > end) return { kind: 'over', minutes: at - end, part: 1 };
  return { kind: 'left', minutes: end - at, part: (at - start) / (end - start) };
}
