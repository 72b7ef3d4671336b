import type { MeetingHead } from './meeting.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj|may', 'jun', 'jul', 'aug', 'sep', 'okt|oct', 'nov', 'dec'];
const WORDS =
  'jan(?:uar|uary)?|feb(?:ruar|ruary)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|jun[ie]?|jul[iy]?|aug(?:ust)?|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAYS = '(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\\s+';

/** "den 21. august 2025", "d. 21/8-2025", "21.08.2025", "2025-08-21", "21 August", with the weekday before it. */
const DATE = new RegExp(
  `[\\s,–-]*(?:\\b${WEEKDAYS})?(?:\\b(?:den|d\\.|on)\\s*)?(?:` +
    `(?<![\\p{L}\\d])(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})` +
    `|(?<![\\p{L}\\d./-])(?<dayW>\\d{1,2})\\.?\\s*(?<word>${WORDS})\\.?(?:\\s+(?<yearW>\\d{4}))?` +
    `|(?<![\\p{L}\\d./-])(?<dayN>\\d{1,2})[./-]\\s?(?<monthN>\\d{1,2})[./ -]\\s?(?<yearN>\\d{4})` +
    `)(?![\\p{L}\\d])`,
  'giu',
);

/**
 * A title without a date that is another than the meeting's: "Direktionsmøde den 21. august 2025" of a meeting on 3 December is called
 * "Direktionsmøde". The meeting's own date stays, and so does every title without one.
 */
export function titleWithoutOtherDate(title: string, { date, endDate }: Pick<MeetingHead, 'date' | 'endDate'>): string {
  if (date === null) return title;
  const shown = title.replace(DATE, (found: string, ...rest: unknown[]) => {
    const parts = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const [year, month, day] = partsOf(parts);
    if (month < 1 || month > 12 || day < 1 || day > 31) return found;
    const isOwn = [date, endDate ?? date].some(
      (own) => Number(own.slice(5, 7)) === month && Number(own.slice(8)) === day && (year === null || Number(own.slice(0, 4)) === year),
    );
    return isOwn ? found : '';
  });
  return shown === title
    ? title
    : shown
        .replace(/\(\s*\)/g, '')
        .replace(/\s{2,}/g, ' ')
        .replace(/[\s,:–-]+$/, '')
        .trim();
}

function partsOf(parts: Readonly<Record<string, string | undefined>>): [year: number | null, month: number, day: number] {
  const number = (...names: string[]) => Number(names.map((name) => parts[name]).find((value) => value !== undefined) ?? NaN);
  const year = number('year', 'yearW', 'yearN');
  const word = parts['word']?.toLowerCase();
  const month =
    word === undefined ? number('month', 'monthN') : MONTHS.findIndex((names) => names.split('|').some((name) => word.startsWith(name))) + 1;
  return [Number.isNaN(year) ? null : year, month, number('day', 'dayW', 'dayN')];
}
