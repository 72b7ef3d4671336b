import { parseClock, type ClockTime } from './clock.ts';

/** The zone meetings are held and printed in, whatever the zone of the machine that prints. */
const ZONE = 'Europe/Copenhagen';

// Swedish writes a day as ISO does.
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The ISO day an ISO instant falls on in the meeting's zone; null where the text is no instant. */
export function localDay(instant: string): string | null {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? null : day.format(date);
}

/** The time of day of an ISO instant in the meeting's zone; null where the text is no instant. */
export function localClock(instant: string): ClockTime | null {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? null : parseClock(clock.format(date));
}
