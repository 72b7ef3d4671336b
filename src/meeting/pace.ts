import { clockAt, minutesOf, type ClockTime } from './clock.ts';
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

/** What the rest of a day will do to its end. `minutes`: how much later (more than 0) or earlier (less) than planned it will be over. */
export interface Forecast {
  readonly end: ClockTime;
  readonly minutes: number;
}

/**
 * When the day will be over if everything after the item in hand takes as long as it was planned to: the item itself takes what is left of its
 * time, counted from when the meeting really came to it. Null where the end is not planned, or it is not the meeting's day.
 * @param after the slots of what follows on that day, in printed order; gaps between them count as planned
 * @param begun when the meeting came to the item, by the clock; null where nobody noted it
 */
export function forecastOf(slot: Slot, after: readonly Slot[], begun: ClockTime | null, now: ClockTime | null): Forecast | null {
  const last = [...after].reverse().find(({ end }) => end !== null) ?? slot;
  if (now === null || slot.start === null || slot.end === null || last.end === null) return null;
  const planned = minutesOf(slot.end) - minutesOf(slot.start);
  const over = Math.max(minutesOf(now), minutesOf(begun ?? slot.start) + Math.max(planned, 0));
  const minutes = over - minutesOf(slot.end);
  const end = minutesOf(last.end) + minutes;
  return end < 0 || end >= 24 * 60 ? null : { end: clockAt(end), minutes };
}
