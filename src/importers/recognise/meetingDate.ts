// The paper's own date among all that are printed.
import type { Block } from '../blocks.ts';
import { isoDate, type PrintedDate, weekdayOf } from '../grammar/date.ts';
import { mendScan, pattern, within } from '../grammar/pattern.ts';
import { perLanguage, type Language } from '../language.ts';
import type { LabelKey } from '../lexicon/lexicon.ts';
import type { Field } from './fields.ts';

export interface DateHit {
  date: PrintedDate;
  block: Block;
  score: number;
}

/** Reads the paper's own date: the best of those printed, not the letter's, the reminder's or the next meeting's. */
export function readDate(blocks: readonly Block[], fields: readonly Field[], language: Language): DateHit | null {
  const hits: DateHit[] = [];
  const moved = within(language.lexicon.headings.moved);
  const keyOf = new Map<Block, LabelKey>();
  for (const field of fields) for (const block of field.blocks) keyOf.set(block, field.key);
  blocks.forEach((block, position) => {
    const key = keyOf.get(block);
    const text = mendScan(block.text);
    for (const date of language.calendar.find(text.slice(0, 2_000))) {
      let score = 1 - position * 0.02;
      if (key === 'date') score += 6;
      else if (key === 'time') score += 5;
      else if (key === 'meetingName') score += 2;
      else if (key === 'subject') score -= 1.5;
      else if (key === 'mailSent' || key === 'nextMeeting' || key === 'closing' || key === 'ignored' || key === 'attachments' || key === 'mailFiles')
        score -= 8;
      if (date.weekday !== null) score += 2;
      if (language.clock.find(text.slice(date.from)).length > 0) score += 1.5;
      if (block.text.length < 140 && language.holds.meeting.test(text)) score += 2.5;
      if (block.depth === 1) score += 1;
      if (language.holds.notTheMeeting.test(text.slice(Math.max(0, date.from - 40), date.from))) score -= 6;
      // "Bekendtgørelse nr. 12 af 25. juni 2026"
      if (ruleBefore(language).test(text.slice(Math.max(0, date.from - 20), date.from))) score -= 8;
      // A paragraph that begins with its date tells of the meeting; one that mentions a date seldom does.
      if (block.text.length > 200) score -= date.from < 12 ? 0.5 : 2;
      const ahead = text.slice(Math.max(0, date.from - 160), date.from);
      if (moved.test(ahead) && !language.holds.notTheMeeting.test(ahead)) score += 7;
      if (date.from > 80 && block.text.length > 120) score -= 1;
      // A short line that opens with its date tells when and where, though no year is printed.
      if (date.from < 12 && block.text.length < 80 && language.clock.find(text.slice(date.to)).length > 0) score += 0.6;
      // "Mødet foregår onsdag den 13. marts kl. 19": the sentence says so, however long its paragraph.
      if (date.weekday !== null && toldToBeHeld(language).test(ahead.split(/[.!?]\s+(?=\p{Lu})/u).at(-1) ?? '')) score += 5;
      if (date.year === null) score -= 2.5;
      hits.push({ date, block, score });
    }
  });
  const sorted = hits.filter((hit) => hit.score > 0).sort((a, b) => b.score - a.score);
  const best = sorted[0];
  if (!best) return null;
  if (best.date.year === null) {
    // The year may be printed with the same day elsewhere.
    const same = hits.find(({ date }) => date.year !== null && date.day === best.date.day && date.month === best.date.month);
    if (same) return { ...best, date: { ...best.date, year: same.date.year } };
    const year = yearOfMeeting(blocks, best.date, language);
    if (year !== null) return { ...best, date: { ...best.date, year } };
    const agreeing = yearByWeekday(hits, best.date);
    if (agreeing !== null) return { ...best, date: { ...best.date, year: agreeing } };
    const dated = sorted.find(({ date, score }) => date.year !== null && score > 2);
    if (dated && best.date.weekday === null) return dated;
  }
  return best;
}

/** The one year that the paper's short lines print with other dates and in which the day falls on the weekday said. */
function yearByWeekday(hits: readonly DateHit[], date: PrintedDate): number | null {
  if (date.weekday === null) return null;
  const years = new Set(hits.flatMap((hit) => (hit.date.year === null || hit.block.text.length > 60 ? [] : [hit.date.year])));
  const fitting = [...years].filter((year) => {
    const iso = isoDate({ ...date, year });
    return iso !== null && weekdayOf(iso) === date.weekday;
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

const ruleBefore = perLanguage(({ words }) => pattern(`(?<![\\p{L}])(?:${words.number})\\s*\\d{1,5}\\s+(?:${words.of})\\s*$`));

const toldToBeHeld = perLanguage(({ headings }) =>
  pattern(`(?<![\\p{L}])\\p{L}*(?:${headings.meetingWord})(?:en|et)?\\s+(?:${headings.held})(?![\\p{L}])[^.!?]{0,60}$`),
);

/** "Temamøde 2014" over "lørdag den 1. november": the year stands in the heading, and the weekday must agree where one is printed. */
function yearOfMeeting(blocks: readonly Block[], date: PrintedDate, language: Language): number | null {
  for (const { text } of blocks.slice(0, 12)) {
    if (text.length > 80 || !language.holds.meeting.test(text) || language.holds.notTheMeeting.test(text)) continue;
    const year = /(?<![\d./-])(20\d{2})(?![\d/-])/.exec(text)?.[1];
    const iso = year === undefined ? null : isoDate({ ...date, year: Number(year) });
    if (iso !== null && (date.weekday === null || date.weekday === weekdayOf(iso))) return Number(year);
  }
  return null;
}
