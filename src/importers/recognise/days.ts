// Day headings, and the days and dates they give the items and the paper.
import { pattern, within } from '../grammar/pattern.ts';
import type { Block } from '../blocks.ts';
import { isoDate } from '../grammar/date.ts';
import type { Language } from '../language.ts';
import type { ImportedItem, ImportedPaper } from '../paper.ts';

export function isDay(block: Block, language: Language): boolean {
  const { text } = block;
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
  if (paper.date !== null) return;
  const dates = paper.headings.flatMap(({ text }) => language.calendar.find(text)).flatMap((date) => isoDate(date) ?? []);
  paper.date = dates[0] ?? null;
  const last = dates.at(-1);
  if (last !== undefined && last !== paper.date) paper.endDate = last;
}
