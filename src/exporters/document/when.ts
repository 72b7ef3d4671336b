import { printClock, type ClockTime } from '../../meeting/clock.ts';
import { clockOf, isoDay } from '../../meeting/danishTime.ts';
import type { MeetingHead } from '../../meeting/head.ts';
import { wordsOf, type Language } from './words.ts';

const LOCALE = { da: 'da-DK', en: 'en-GB' } as const satisfies Record<Language, string>;

/** "torsdag den 3. september 2026" / "Thursday 3 September 2026"; '' where the ISO day is none. */
export function printDay(day: string, language: Language): string {
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return '';
  return new Intl.DateTimeFormat(LOCALE[language], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon);
}

/** "10. marts 2026" / "10 March 2026"; '' where the ISO day is none. */
export function printDate(day: string, language: Language): string {
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return '';
  return new Intl.DateTimeFormat(LOCALE[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon);
}

/** "08.30–08.50", or what of it is known; '' where nothing is. */
export function printSpan(start: ClockTime | null, end: ClockTime | null, language: Language): string {
  const print = (time: ClockTime) => (language === 'da' ? printClock(time) : time);
  if (start === null) return end === null ? '' : `–${print(end)}`;
  return end === null ? print(start) : `${print(start)}–${print(end)}`;
}

/** A day, and the time on it where there is one. The time is apart, so that a printer can keep it on one line. */
export interface DayAndTime {
  readonly day: string;
  readonly time: string;
}

/** When the meeting is: one day with a span, or two with a time each where it ends on another day; none where the day is not known. */
export function whenOf(head: Pick<MeetingHead, 'date' | 'endDate' | 'start' | 'end'>, language: Language): DayAndTime[] {
  if (head.date === null) return [];
  const at = (day: string, start: ClockTime | null, end: ClockTime | null): DayAndTime => {
    const span = printSpan(start, end, language);
    return { day: printDay(day, language), time: span === '' ? '' : wordsOf(language).clock(span) };
  };
  if (head.endDate === null || head.endDate === head.date) return [at(head.date, head.start, head.end)];
  return [at(head.date, head.start, null), at(head.endDate, head.end, null)];
}

/** The day and time of an ISO instant where meetings are held; none where the text is no instant. */
export function instantOf(instant: string, language: Language): DayAndTime[] {
  if (Number.isNaN(Date.parse(instant))) return [];
  return whenOf({ date: isoDay(instant), endDate: null, start: clockOf(instant), end: null }, language);
}
