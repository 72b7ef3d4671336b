// Which lines begin a block of their own.
import { pattern } from '../grammar/pattern.ts';
import { perLanguage, type Language } from '../language.ts';
import type { Line } from '../source.ts';
import { sectionHeading } from './sections.ts';
import { loneDay } from './days.ts';
import type { Openers } from './openers.ts';

/** A heading of a section on its line, nothing after it: what follows is its text, never its continuation. */
export function isLoneLabel(line: Line, language: Language): boolean {
  if (line.text.length > 140) return false;
  const label = language.label(line.text, line.cells);
  return (label !== null && label.rest === '' && (label.marked || /^\p{Lu}/u.test(line.text))) || sectionHeading(line.text, language) !== null;
}

const patternsOf = perLanguage(({ words, attachments, item, numbering }) => ({
  point: pattern(`^(?=\\p{Lu})(?:${numbering.strong})\\.?\\s*\\d{1,3}\\s*[.:,)]`),
  thatPoint: pattern(`^(?:${words.that})\\s?\\d*\\)`),
  archiveRow: pattern(`^\\d{1,3}\\s?-(?:\\s+\\d{5,}|\\s*$|\\s{1,3}(?:${attachments.open}|${attachments.closed})\\s)`),
  label: pattern(`^(?:${item.presenterMarks}|${attachments.word}\\s*(?:(?:${words.number})\\s*)?(?:\\d|[a-z]\\s?[:)–-])|(?:${words.by})\\s+\\p{Lu})`),
}));

/** Lines that begin something of their own: list points, labels, times, headings. */
export function startsBlock(line: Line, language: Language, openers: Openers): boolean {
  if (line.bullet !== null || line.depth > 0 || line.row !== null || line.tick !== null || line.bold) return true;
  const { text } = line;
  const p = patternsOf(language);
  if (/^\d{1,2}\s?[.)]\s+\S/.test(text) && !language.calendar.find(text.slice(0, 30)).some((date) => date.from === 0)) return true;
  if (p.thatPoint.test(text) || p.archiveRow.test(text) || p.point.test(text)) return true;
  if (/^\p{L}\s?[).]\s+[^\d\s]/u.test(text) || /^\d+\.\d{1,2}\.?\)?\s+\p{L}/u.test(text)) return true;
  const label = language.label(text, line.cells);
  if (label && (label.marked || (label.rest === '' && /^\p{Lu}/u.test(text)))) return true;
  if (openers.mode === 'timed' && language.clock.opening(text.replace(/^\d{1,2}[.)]\s+/, ''))) return true;
  if (sectionHeading(text, language)) return true;
  if (language.opens.day.test(text) || (openers.mode === 'timed' && language.opens.block.test(text))) return true;
  if (openers.mode === 'timed' && loneDay(text, language) !== null) return true;
  if (openers.mode === 'timed' && /^["“”»]/.test(text)) return false;
  return p.label.test(text) || language.opens.tracks.test(text);
}
