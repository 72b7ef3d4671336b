/** A time of day as printed on an agenda, "HH:MM" in the meeting's own time zone. */
export type ClockTime = string & { readonly __clock: unique symbol };

const PATTERN = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/;

/** "8.30", "08:30" → "08:30"; null where the text is no time of day. */
export function parseClock(text: string): ClockTime | null {
  const match = PATTERN.exec(text.trim());
  return match ? (`${(match[1] ?? '').padStart(2, '0')}:${match[2]}` as ClockTime) : null;
}

/** Minutes since midnight. */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The time of day so many minutes after midnight, wrapping at 24 hours. */
export function clockAt(minutes: number): ClockTime {
  const within = ((Math.round(minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}` as ClockTime;
}

/** The Danish printed form: "08:30" → "08.30". */
export function printClock(time: ClockTime): string {
  return time.replace(':', '.');
}
