import { minutesOf, type ClockTime } from './clock.ts';

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

/** The instant at which an ISO day begins in Denmark. */
export function danishMidnight(day: string): string {
  return new Date(Date.parse(day) - aheadOn(day) * 60_000).toISOString();
}

/** By how many minutes Denmark is ahead of UTC when an ISO day begins: what its clock shows at midnight UTC, since the clocks are changed an hour later. */
export const aheadOn = (day: string): number => minutesOf(clockOf(day));

/** The ISO day so many days after another. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The day that a midnight stands for, told as an instant of whatever zone: "2026-12-08T23:00:00Z" and "2026-12-09T00:00:00Z" are the same
 * 9 December. All-day events come at midnight of their own zone, converted or not (LQ/970878), and no zone is twelve hours from UTC
 * where people hold meetings in Danish.
 */
export function dayOfMidnight(instant: string | Date): string {
  return new Date(dateOf(instant).getTime() + 12 * 3_600_000 - 1).toISOString().slice(0, 10);
}
