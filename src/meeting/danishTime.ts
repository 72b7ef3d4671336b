import type { ClockTime } from './clock.ts';

// Danish boards meet on Danish time, wherever the reader's machine thinks it is.
export const ZONE = 'Europe/Copenhagen';

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const dateOf = (instant: string | Date): Date => (typeof instant === 'string' ? new Date(instant) : instant);

/** The ISO day an instant falls on in Denmark, "2025-04-22". */
export function isoDay(instant: string | Date): string {
  return DAY.format(dateOf(instant));
}

/** The Danish time of day of an instant. */
export function clockOf(instant: string | Date): ClockTime {
  return CLOCK.format(dateOf(instant)) as ClockTime;
}
