// Dates in every printed form: torsdag d. 21. august 2025, 22-04-2025, 11.10.2011, 20/11-2025, 8/4 2026, 22.–23. januar 2026.
import type { Lexicon } from '../lexicon/lexicon.ts';

export interface PrintedDate {
  /** null when no year is printed. */
  year: number | null;
  month: number;
  day: number;
  /** The last day, for "22.–23. januar". */
  end: { year: number | null; month: number; day: number } | null;
  /** 0 = Monday … 6 = Sunday, when a weekday is printed before it. */
  weekday: number | null;
  from: number;
  to: number;
}

export interface Calendar {
  /** Dates and spans of days. */
  find(text: string): PrintedDate[];
  /** The same, spans of two full dates not joined. */
  each(text: string): PrintedDate[];
}

const isDay = (day: number, month: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** ISO date, or null without a year or when there is no such day. */
export function isoDate(date: { year: number | null; month: number; day: number }): string | null {
  if (date.year === null) return null;
  const probe = new Date(Date.UTC(date.year, date.month - 1, date.day));
  if (probe.getUTCMonth() !== date.month - 1 || probe.getUTCDate() !== date.day) return null;
  return probe.toISOString().slice(0, 10);
}

/** Weekday of an ISO date, 0 = Monday. */
export function weekdayOf(iso: string): number {
  return (new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Compiles the date reader for one language. */
export function makeCalendar(lexicon: Lexicon): Calendar {
  const months = new Map<string, number>();
  lexicon.calendar.months.forEach((names, index) => names.forEach((name) => months.set(name, index + 1)));
  const monthWords = [...months.keys()].sort((a, b) => b.length - a.length).join('|');
  const weekdayWords = `${lexicon.calendar.weekdays.join('|')}|${lexicon.calendar.weekdaysShort}`;
  const lead = `(?:(${weekdayWords})\\.?,?\\s*)?(?:(?:${lexicon.calendar.the})\\.?\\s*)?`;
  const till = `\\s*(?:[-–—]|${lexicon.clock.until}|${lexicon.words.and})\\s*`;
  const worded = new RegExp(
    `(?<![\\p{L}\\d]|\\d[.:])${lead}(\\d{1,2})(?:\\.|\\s|-)?(?:${till}(?:(?:${weekdayWords})\\s*)?(?:(?:${lexicon.calendar.the})\\.?\\s*)?(\\d{1,2})\\.?)?\\s?(${monthWords})(?![\\p{L}])(?:\\.?,?\\s?(?:[-–]\\s?)?(\\d{4})(?!\\d)|(?:\\.?-|\\.?\\s?[’'´])(\\d{2})(?!\\d|[.:]\\d|\\.?\\s?(?:${monthWords})))?\\.?`,
    'giu',
  );
  const numeric = new RegExp(
    `(?<![\\p{L}\\d./-])${lead}(\\d{1,2})(?:\\.|/|-)\\s?(\\d{1,2})(?:\\s?[./-]\\s?(\\d{4})|\\.?\\s((?:19|20)\\d{2}))(?!\\d)`,
    'giu',
  );
  const brief = new RegExp(`(?<![\\p{L}\\d./-])${lead}(\\d{1,2})([./-])(\\d{1,2})(?:\\3|-|\\s?[’'´])(\\d{2})(?![\\d]|[.:]\\d|[./-]\\d)`, 'giu');
  const short = new RegExp(
    `(?<![\\p{L}\\d./-])(?:(${weekdayWords})\\.?,?\\s*(?:(?:${lexicon.calendar.the})\\.?\\s*)?|(?:${lexicon.calendar.the})\\.?\\s*)(\\d{1,2})[./](\\d{1,2})(?![\\d/]|\\.\\d|\\s?[-–:]\\s?\\d)`,
    'giu',
  );
  const iso = /(?<![\p{L}\d./-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/gu;
  // What no date is without: looked for first, since most texts have neither.
  const month = new RegExp(monthWords, 'iu');
  const parted = /\d[./-]\s?\d/;
  const weekday = (word: string | undefined): number | null => {
    if (!word) return null;
    const index = lexicon.calendar.weekdays.findIndex((name) => word.toLowerCase().startsWith(name.slice(0, 3)));
    return index < 0 ? null : index;
  };
  const fullYear = (printed: string | undefined): number | null => {
    if (printed === undefined) return null;
    const n = Number(printed);
    return printed.length === 2 ? (n > 70 ? 1900 + n : 2000 + n) : n;
  };

  const calendar: Calendar = {
    find: (text) => joinRanges(text, calendar.each(text), lexicon),
    each(whole) {
      // Dates of a meeting stand at a paragraph's beginning; a line of megabytes is read so far only.
      const text = whole.slice(0, 5_000);
      const found: PrintedDate[] = [];
      if (!/\d/.test(text)) return found;
      const hasMonth = month.test(text);
      const isParted = parted.test(text);
      const add = (date: PrintedDate) => {
        if (!isDay(date.day, date.month)) return;
        if (date.year !== null && (date.year < 1900 || date.year > 2199)) return;
        if (found.some((other) => other.from < date.to && date.from < other.to)) return;
        found.push(date);
      };
      for (const m of hasMonth ? text.matchAll(worded) : []) {
        const month = months.get((m[4] ?? '').toLowerCase());
        if (month === undefined || m[2] === undefined) continue;
        const y = fullYear(m[5] ?? m[6]);
        const day = Number(m[2]);
        // "Dag 1 - mandag den 3. maj": the first number is no day of the month.
        if (m[3] !== undefined && /\d\s+[-–—]\s/.test(m[0])) {
          add({ year: y, month, day: Number(m[3]), end: null, weekday: null, from: m.index, to: m.index + m[0].trimEnd().length });
          continue;
        }
        const end = m[3] === undefined ? null : { year: y, month, day: Number(m[3]) };
        add({ year: y, month, day, end, weekday: weekday(m[1]), from: m.index, to: m.index + m[0].trimEnd().length });
      }
      for (const m of isParted ? text.matchAll(numeric) : []) {
        const y = fullYear(m[4] ?? m[5]);
        add({ year: y, month: Number(m[3]), day: Number(m[2]), end: null, weekday: weekday(m[1]), from: m.index, to: m.index + m[0].length });
      }
      for (const m of isParted ? text.matchAll(brief) : []) {
        add({
          year: fullYear(m[5]),
          month: Number(m[4]),
          day: Number(m[2]),
          end: null,
          weekday: weekday(m[1]),
          from: m.index,
          to: m.index + m[0].length,
        });
      }
      for (const m of isParted ? text.matchAll(iso) : []) {
        add({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]), end: null, weekday: null, from: m.index, to: m.index + m[0].length });
      }
      for (const m of isParted ? text.matchAll(short) : []) {
        add({ year: null, month: Number(m[3]), day: Number(m[2]), end: null, weekday: weekday(m[1]), from: m.index, to: m.index + m[0].length });
      }
      found.sort((a, b) => a.from - b.from);
      return found;
    },
  };
  return calendar;
}

/** "22. januar 2024 kl. 11.30 til 23. januar 2024": two dates parted by "til" or a dash are one span of days. */
function joinRanges(text: string, dates: PrintedDate[], lexicon: Lexicon): PrintedDate[] {
  const between = new RegExp(
    `^(?:,?\\s*(?:${lexicon.clock.said})?\\s*\\d{1,2}[.:]\\d{2})?\\s*(?:[-–—]|${lexicon.clock.until}|${lexicon.words.and})\\s*$`,
    'iu',
  );
  const joined: PrintedDate[] = [];
  for (const date of dates) {
    const last = joined.at(-1);
    if (last && last.end === null && between.test(text.slice(last.to, date.from))) {
      last.end = { year: date.year, month: date.month, day: date.day };
      last.year ??= date.year;
      last.to = date.to;
    } else joined.push(date);
  }
  return joined;
}
