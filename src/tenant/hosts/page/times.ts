import type { Locale } from './address.ts';

/** The mailbox zone of everybody in Fjordby. */
export const mailboxZone = 'Europe/Copenhagen';

const language: Record<Locale, string> = { 'da-dk': 'da-DK', 'en-us': 'en-GB' };

/** "tirsdag den 22. april 2025" / "Tuesday 22 April 2025". */
export function formatDay(date: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(language[locale], { timeZone: mailboxZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
    date,
  );
}

/** "tir. 22. apr." */
export function formatShortDay(date: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(language[locale], { timeZone: mailboxZone, weekday: 'short', day: 'numeric', month: 'short' }).format(date);
}

/** "12.00" in Danish, "12:00" in English. */
export function formatClock(date: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(language[locale], { timeZone: mailboxZone, hour: '2-digit', minute: '2-digit' }).format(date);
}

/** "kl. 12.00–14.00". */
export function formatSpan(start: Date, end: Date, locale: Locale): string {
  const span = `${formatClock(start, locale)}–${formatClock(end, locale)}`;
  return locale === 'da-dk' ? `kl. ${span}` : span;
}

/** "september 2026". */
export function formatMonth(date: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(language[locale], { timeZone: mailboxZone, month: 'long', year: 'numeric' }).format(date);
}

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: mailboxZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Minutes the mailbox zone is ahead of UTC at an instant. */
export function zoneOffsetMinutes(instant: Date): number {
  const parts = wallClock.formatToParts(instant);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((wall - Math.floor(instant.getTime() / 1000) * 1000) / 60_000);
}

/** The wall clock in the mailbox zone as `yyyy-mm-ddThh:mm`, the value of a datetime-local field. */
export function toWallClock(instant: Date): string {
  return new Date(instant.getTime() + zoneOffsetMinutes(instant) * 60_000).toISOString().slice(0, 16);
}

/** The instant of a wall clock in the mailbox zone; in the hour that does not exist (March) the later reading. */
export function fromWallClock(wall: string): Date {
  const asUtc = new Date(`${wall}:00Z`);
  const first = new Date(asUtc.getTime() - zoneOffsetMinutes(asUtc) * 60_000);
  return new Date(asUtc.getTime() - zoneOffsetMinutes(first) * 60_000);
}

/** The Monday 00:00 (mailbox zone) of the week an instant is in. */
export function startOfWeek(instant: Date): Date {
  const wall = new Date(`${toWallClock(instant).slice(0, 10)}T00:00:00Z`);
  const monday = new Date(wall.getTime() - ((wall.getUTCDay() + 6) % 7) * 86_400_000);
  return fromWallClock(monday.toISOString().slice(0, 16));
}

/** The Monday a calendar opens at: this week's, and from Saturday on the next one's, since nobody here meets at weekends. */
export function startOfWorkingWeek(now: Date): Date {
  const weekday = new Date(`${toWallClock(now).slice(0, 10)}T00:00:00Z`).getUTCDay();
  return startOfWeek(weekday === 6 || weekday === 0 ? addDays(now, 2) : now);
}

/** The same clock time `days` later, across changes of summer time. */
export function addDays(instant: Date, days: number): Date {
  const wall = new Date(`${toWallClock(instant)}:00Z`);
  return fromWallClock(new Date(wall.getTime() + days * 86_400_000).toISOString().slice(0, 16));
}

/**
 * The zone's offsets as office.js wants them (GetInitialData.timeZoneOffsets: milliseconds from, to, minutes), for the
 * years around an instant.
 */
export function timeZoneOffsets(around: Date): { start: number; end: number; offset: number }[] {
  const hour = 3_600_000;
  // Summer and winter time last months: a look every twenty days misses no change.
  const stride = 20 * 24 * hour;
  const from = Date.UTC(around.getUTCFullYear() - 10, 0, 1);
  const to = Date.UTC(around.getUTCFullYear() + 10, 0, 1);
  const ranges: { start: number; end: number; offset: number }[] = [];
  let start = from;
  let offset = zoneOffsetMinutes(new Date(from));
  for (let at = from + stride; at < to; at += stride) {
    if (zoneOffsetMinutes(new Date(at)) === offset) continue;
    let before = at - stride;
    let after = at;
    while (after - before > hour) {
      const middle = before + Math.ceil((after - before) / hour / 2) * hour;
      if (zoneOffsetMinutes(new Date(middle)) === offset) before = middle;
      else after = middle;
    }
    ranges.push({ start, end: after, offset });
    start = after;
    offset = zoneOffsetMinutes(new Date(after));
  }
  ranges.push({ start, end: to, offset });
  return ranges;
}
