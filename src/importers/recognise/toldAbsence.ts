// Absence told in sentences, outside any list: who sent apologies, and who stood in for them.
import { pattern, whole, within } from '../grammar/pattern.ts';
import { splitOutside } from '../grammar/people.ts';
import type { Language } from '../language.ts';
import type { ImportedApology } from '../paper.ts';
import { readEntries } from './attendance.ts';
import { absencesInProse } from './proseAttendance.ts';

/** Every part a name, or null. */
export function allNames(text: string, language: Language): string[] | null {
  const { words } = language.lexicon;
  const parts = splitOutside(text, pattern(`\\s*[,;]\\s*|\\s+(?:${words.and}|&)\\s+`));
  const names = parts.map((part) => language.people.read(part)?.name ?? '');
  const sure = names.filter((name) => language.people.isName(name));
  return names.length > 0 &&
    names.every((name) => language.people.isName(name, false)) &&
    (sure.length > 0 || names.every((name) => name.includes(' ')))
    ? names
    : null;
}

/**
 * Absence told in a sentence: "Torkil har allerede meldt afbud (ferie), Malene træder ind for ham.", "Alle var mødt,
 * bortset fra A og B.", "Der var afbud fra A og B." Empty when it tells none.
 */
export function readReportedAbsence(sentence: string, language: Language): ImportedApology[] {
  const { people, words } = language.lexicon;
  const bare = (names: readonly string[]) => names.map((name): ImportedApology => ({ name, note: null, substitute: null }));
  const except = pattern(`(?<![\\p{L}])(?:${people.exceptFor})\\s+(\\p{Lu}.+)$`).exec(sentence);
  if (except?.[1] && pattern(`(?<![\\p{L}])(?:${people.allPresent})(?![\\p{L}])`).test(sentence.slice(0, except.index))) {
    const names = allNames(untilLowerCase(except[1], words.and), language);
    if (names) return bare(names);
  }
  const from = pattern(`(?<![\\p{L}])(?:${people.thereWereApologies})\\s+((?:[\\p{Ll}-]+\\s+){0,2}\\p{Lu}.+)$`).exec(sentence);
  if (from?.[1] && sentence.length < 900 && language.label(sentence) === null) {
    // Clauses between the names make it prose; a list is read as lists are.
    if (pattern(`,\\s+(?:${people.who})\\s|(?<![\\p{L}])(?:${people.because})\\s`).test(from[1])) {
      const told = absencesInProse(from[1], language);
      if (told.length > 0) return told;
    }
    const found: ImportedApology[] = [];
    readEntries(from[1].replace(/[.\s]+$/, ''), language, false, found);
    if (found.length > 0) return found;
  }
  const hit = pattern(`^(\\p{Lu}[^.:()]{1,160}?)\\s+(?:${people.reportedAbsent})(?![\\p{L}])(.*)$`).exec(sentence);
  // "Uffe har meldt afbud": one word is a first name when it is no office ("Formanden").
  const lone = hit?.[1] && /^\p{Lu}\p{Ll}{1,14}$/u.test(hit[1]) && within(people.apologyRemark).test(hit[0]) ? hit[1] : null;
  const firstName =
    lone !== null && language.people.isName(lone, false) && !whole(people.definite).test(lone) && !language.holds.finiteVerb.test(lone) ? lone : null;
  const names = firstName !== null ? [firstName] : hit?.[1] ? allNames(hit[1], language) : null;
  if (!names || !(firstName !== null || names.every((name) => language.people.isName(name) || name.includes(' ')))) return [];
  const rest = hit?.[2] ?? '';
  const because = pattern(`^,?\\s*(?:${people.because})\\s+([^.,;]+)`).exec(rest)?.[1];
  const note = /\(([^()]+)\)/.exec(rest)?.[1] ?? because?.trim() ?? null;
  const standIn = pattern(`((?:\\p{Lu}[\\p{L}.'’-]*\\s){1,4})(?:${people.stepsIn})`).exec(rest)?.[1]?.trim() ?? null;
  return names.map((name) => ({ name, note, substitute: names.length === 1 ? standIn : null }));
}

/** Names up to the first clause in lower case: "A, B og C, der havde meldt afbud" → "A, B og C". */
function untilLowerCase(text: string, and: string): string {
  const end = pattern(`,?\\s+(?!(?:${and})\\s)\\p{Ll}{2,}(?=\\s|$)`).exec(text.replace(/[.\s]+$/, ''));
  return (end ? text.slice(0, end.index) : text).replace(/[.,\s]+$/, '');
}
