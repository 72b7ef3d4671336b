// Lines under "Beslutning" that tell who was there and are no decision: "Ikke til stede: A", "A ankommer klokken 9.30", "A var fraværende."
import { pattern } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';
import { allNames, readReportedAbsence } from './toldAbsence.ts';

/** Whether a sentence tells only who was there, came late or took no part. */
export function tellsAttendance(sentence: string, language: Language): boolean {
  const text = sentence.trim();
  if (text === '' || text.length > 400) return false;
  const label = language.label(text);
  if (label && label.marked && (label.key === 'absent' || label.key === 'present' || label.key === 'noShow')) return label.rest !== '';
  const { people, words } = language.lexicon;
  // "Afbud fra A, stedfortræder B".
  const replaced = pattern(
    `^(?:${people.absenceOf})\\s*:?\\s+(.{3,160}?),?\\s+\\(?(?:${people.standInWord})(?:er|en)?\\s*:?\\s+(.{3,160}?)[).\\s]*$`,
  ).exec(text);
  if (replaced?.[1] && replaced[2] && allNames(replaced[1], language) && allNames(replaced[2], language)) return true;
  const told = pattern(`^(.{3,160}?)(?:,?\\s*\\([^()]{1,40}\\))?,?\\s+(?:${words.is}\\s+)?(?:${people.late}|${people.tookNoPart})(?![\\p{L}])`).exec(
    text,
  );
  if (told?.[1] && allNames(told[1].replace(/\s*\([^()]*\)/g, ''), language)) return true;
  return readReportedAbsence(text, language).length > 0;
}

/** A text without the sentences at its beginning or end that only tell of attendance; empty when all do. */
export function withoutAttendance(text: string, language: Language): string {
  if (text.length > 4_000) return text;
  let rest = text;
  for (let i = 0; i < 6 && rest !== ''; i++) {
    const first = language.sentences.first(rest);
    if (first === '' || !tellsAttendance(first, language)) break;
    rest = rest.slice(first.length).replace(/^[\s.]+/, '');
  }
  return rest;
}
