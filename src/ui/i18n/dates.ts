import type { Language } from '../../host/host.ts';
import { printClock, type ClockTime } from '../../meeting/clock.ts';
import { clockOf, isoDay, ZONE } from '../../meeting/danishTime.ts';
import type { MeetingHead, Occasion } from '../../meeting/meeting.ts';

export { clockOf, isoDay };

const LOCALE = { da: 'da-DK', en: 'en-GB' } as const satisfies Record<Language, string>;

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) formatters.set(key, (found = new Intl.DateTimeFormat(LOCALE[language], { timeZone: ZONE, ...options })));
  return found;
}

/** An ISO day has no hour: noon keeps it on the same day in every zone we print. */
const instantOf = (iso: string): Date => new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00Z` : iso);

/** '' where the text is no instant and no day: what nobody knows is left out, and nothing else goes with it. */
function printed(iso: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const instant = instantOf(iso);
  return Number.isNaN(instant.getTime()) ? '' : formatter(language, options).format(instant);
}

/** "tirsdag den 22. april 2025" / "Tuesday 22 April 2025". Takes an ISO instant or an ISO day. */
export function longDay(iso: string, language: Language): string {
  return printed(iso, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "tirsdag den 22. april" / "Tuesday 22 April": for days near now, where the year goes without saying. */
export function dayAndMonth(iso: string, language: Language): string {
  // Without a year the Danish pattern drops "den", so the year is taken off the long form instead.
  return longDay(iso, language).replace(/ \d{4}$/, '');
}

/** "14. aug." / "14 Aug". */
export function shortDay(iso: string, language: Language): string {
  return printed(iso, language, { day: 'numeric', month: 'short' });
}

/** "12.00" in Danish, "12:00" in English. */
export function clock(time: ClockTime, language: Language): string {
  return language === 'da' ? printClock(time) : time;
}

/** "12.00–14.00", or only the start where the end is not known; '' where nothing is. */
export function clockSpan(start: ClockTime | null, end: ClockTime | null, language: Language): string {
  if (!start) return end ? `–${clock(end, language)}` : '';
  return end ? `${clock(start, language)}–${clock(end, language)}` : clock(start, language);
}

/** "kl. 12.00–14.00" / "12:00–14:00", as in a heading, never parted at a line's end; '' where no time is known. */
export function timeSpan(start: ClockTime | null, end: ClockTime | null, language: Language): string {
  const span = clockSpan(start, end, language);
  return span && language === 'da' ? `kl.\u00a0${span}` : span;
}

/** "kl. 14.32" of today, "mandag den 3. november kl. 14.32" of another day: a moment not long ago. */
export function momentAgo(instant: string, now: Date, language: Language): string {
  const time = timeSpan(clockOf(instant), null, language);
  return isoDay(instant) === isoDay(now) ? time : `${dayAndMonth(instant, language)} ${time}`;
}

const isKnown = (instant: string): boolean => !Number.isNaN(Date.parse(instant));

/** "tirsdag den 22. april 2025 kl. 12.00" / "Tuesday 22 April 2025 12:00"; '' where the text is no instant. */
export function longMoment(instant: string, language: Language): string {
  return isKnown(instant) ? `${longDay(instant, language)} ${timeSpan(clockOf(instant), null, language)}` : '';
}

/** "22. apr. kl. 12.00" / "22 Apr 12:00"; '' where the text is no instant. */
export function shortMoment(instant: string, language: Language): string {
  return isKnown(instant) ? `${shortDay(instant, language)} ${timeSpan(clockOf(instant), null, language)}` : '';
}

/** "tirsdag den 22. april 2025 kl. 12.00–14.00"; a meeting that ends another day prints both days; what is not known is left out. */
export function meetingTime(start: string, end: string, language: Language): string {
  if (!isKnown(start) || !isKnown(end)) return longMoment(isKnown(start) ? start : end, language);
  const times = { start: clockOf(start), end: clockOf(end) };
  if (isoDay(start) === isoDay(end)) return `${longDay(start, language)} ${timeSpan(times.start, times.end, language)}`;
  return `${longDay(start, language)} ${timeSpan(times.start, null, language)} – ${longDay(end, language)} ${timeSpan(times.end, null, language)}`;
}

/** When a meeting is: its days and times, or the days alone of one that lasts all day. */
export function whenWords({ start, end, days }: Pick<Occasion, 'start' | 'end' | 'days'>, language: Language): string {
  if (!days) return meetingTime(start, end, language);
  return days.first === days.last ? longDay(days.first, language) : `${longDay(days.first, language)} – ${longDay(days.last, language)}`;
}

/** The same of the head of a printed page, whose days and times are written down; what it does not tell is left out. */
export function headTime({ date, endDate, start, end }: Pick<MeetingHead, 'date' | 'endDate' | 'start' | 'end'>, language: Language): string {
  const moment = (day: string | null, time: string) => [day === null ? '' : longDay(day, language), time].filter((part) => part !== '').join(' ');
  if (endDate === null) return moment(date, timeSpan(start, end, language));
  return `${moment(date, timeSpan(start, null, language))} – ${moment(endDate, timeSpan(end, null, language))}`;
}
