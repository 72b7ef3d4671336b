// Day headings, and the days and dates they give the items and the paper.
import { pattern, within } from '../grammar/pattern.ts';
import { isoDate } from '../grammar/date.ts';
import { perLanguage, type Language } from '../language.ts';
import type { ImportedItem, ImportedPaper } from '../paper.ts';

export function isDay({ text }: { text: string }, language: Language): boolean {
  if (text.length > 90) return false;
  if (language.opens.day.test(text)) return true;
  const date = language.calendar.find(text)[0];
  return (
    language.opens.weekday.test(text) &&
    date !== undefined &&
    date.from <= 12 &&
    language.clock.opening(text) === null &&
    text.slice(date.to).length < 30 &&
    !within(language.lexicon.words.next).test(text)
  );
}

/** What names the day on a line with nothing else ("Lørdag:", "Søndag formiddag", "Den 18. september 2023"); null where more stands there. */
export function loneDay(text: string, language: Language): string | null {
  if (text.length > 60) return null;
  const weekday = weekdayAlone(language).exec(text)?.[1];
  if (weekday !== undefined) return weekday.toLowerCase();
  const date = language.calendar.each(text)[0];
  return date?.end === null && !/[\p{L}\d]/u.test(text.slice(0, date.from) + text.slice(date.to)) ? `${date.month}-${date.day}` : null;
}

const weekdayAlone = perLanguage(({ calendar }) =>
  pattern(`^\\(?(?:(?:${calendar.the}) )?(${calendar.weekdays.join('|')})(?:\\s+(?:${calendar.partsOfDay}))?\\)?\\s*[:.–-]*$`),
);

/** The lines or blocks that head a day. A bare weekday or date does so only beside another: one alone dates the paper. */
export function dayHeadings<T extends { text: string }>(entries: readonly T[], language: Language): Set<T> {
  const days = new Set(entries.filter((entry) => isDay(entry, language)));
  const dated = days.size > 0;
  const lone = entries.flatMap((entry) => {
    const day = loneDay(entry.text, language);
    // Beside "Lørdag den 14. marts" a bare date is the meeting's.
    return day === null || (dated && !days.has(entry) && /\d/.test(day)) ? [] : [{ entry, day }];
  });
  if (new Set(lone.map(({ day }) => day)).size >= 2) for (const { entry } of lone) days.add(entry);
  // "Tirsdag den 9. marts 2027 kl. 9-15 på Fjordby Kro" over a programme of one day tells when and where.
  const told = [...days].filter(({ text }) => language.opens.day.test(text) || loneDay(text, language) !== null);
  const dates = new Set([...days].flatMap(({ text }) => language.calendar.find(text).map(({ day, month }) => `${month}-${day}`)));
  return told.length === 0 && dates.size < 2 ? new Set() : days;
}

/** Days count only when there are several, or when the paper says which of them it is. */
export function dateDays(paper: ImportedPaper, language: Language): void {
  const days = new Set<number>();
  const walk = (items: readonly ImportedItem[], act: (item: ImportedItem) => void) => {
    for (const item of items) {
      act(item);
      walk(item.children, act);
    }
  };
  walk(paper.items, (item) => {
    if (item.day !== null) days.add(item.day);
  });
  const single = days.size <= 1 && !days.has(2) && !days.has(3) && paper.endDate === null;
  if (single && !pattern(`(?:${language.lexicon.calendar.day})\\s*\\d`).test(paper.preface)) walk(paper.items, (item) => void (item.day = null));
}

/** Dates printed only in the day headings ("Dag 1 – mandag den 3. maj 2027") date the paper. */
export function dateByDays(paper: ImportedPaper, language: Language): void {
  const dates = paper.headings.flatMap(({ text }) => language.calendar.find(text)).flatMap((date) => isoDate(date) ?? []);
  // A date of its own is that of the first day, or no day's.
  if (paper.date !== null && (paper.endDate !== null || paper.date !== dates[0])) return;
  paper.date = dates[0] ?? null;
  const last = dates.at(-1);
  if (last !== undefined && paper.date !== null && last > paper.date) paper.endDate = last;
}
