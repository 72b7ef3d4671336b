// Attendance told in running prose, where commas stand inside what is said of a person: "Der forelå afbud fra A grundet rejse, B
// (Havnen), der blev forhindret, samt C på grund af sygdom"; "Til stede var 31 medlemmer, heraf de 4 fra bestyrelsen (A, B, C og D)".
import { pattern, whole } from '../grammar/pattern.ts';
import { perLanguage, type Language } from '../language.ts';
import type { ImportedApology } from '../paper.ts';
import { allNames } from './toldAbsence.ts';

const nameWords = "\\p{Lu}[\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{L}'’-]*\\.?){0,4}";

const patternsOf = perLanguage(({ people, words }) => ({
  begins: new RegExp(
    pattern(
      `(?:^|[,;]\\s+(?:(?:${words.and})\\s+)?|\\s(?:${words.and})\\s+)((?:(?!(?:${words.and})\\s)[\\p{Ll}-]+\\s+){0,2}?)(${nameWords})(?=[\\s,;.(]|$)`,
    ).source,
    'gu',
  ),
  because: pattern(`(?<![\\p{L}])(?:${people.because})\\s+(.+)$`),
  presence: pattern(`^(?:[^.:]{0,80}\\s)?(?:${people.allPresent})(?![\\p{L}])`),
  verb: pattern(`(?<![\\p{L}])(?:${people.presentVerbs})(?![\\p{L}])`),
}));

/** The absentees of a sentence's tail, each with the reason told of them. `text` begins with the first of them. */
export function absencesInProse(text: string, language: Language): ImportedApology[] {
  const { begins, because } = patternsOf(language);
  const starts: { at: number; name: string; after: number }[] = [];
  for (const hit of text.slice(0, 2_000).matchAll(begins)) {
    const printed = hit[2] ?? '';
    const name = language.people.read(printed)?.name ?? printed;
    const from = hit.index + hit[0].length;
    const bracketed = /^\s*,?\s*\(/.test(text.slice(from));
    if (language.people.isName(name) || (name.includes(' ') && bracketed && language.people.isName(name, false)))
      starts.push({ at: hit.index, name, after: from });
  }
  return starts.map(({ name, after }, i): ImportedApology => {
    const said = text.slice(after, starts[i + 1]?.at ?? text.length).replace(/\([^()]*\)/g, ' ');
    const reason = because
      .exec(said.replace(/\s+/g, ' '))?.[1]
      ?.replace(/[\s.,;]+$/, '')
      .trim();
    const bracket = /^\s*,?\s*\((\p{Ll}[^()]*)\)/u.exec(text.slice(after))?.[1];
    const known = bracket !== undefined && whole(language.lexicon.people.reasons).test(bracket) ? bracket : null;
    return { name, note: reason !== undefined && reason.length <= 80 ? reason : known, substitute: null };
  });
}

/** Those a sentence tells were there, by name; empty when it names none, or only for a part of the meeting. */
export function presentInProse(sentence: string, language: Language): string[] {
  const { presence, verb } = patternsOf(language);
  if (sentence.length > 800 || !presence.test(sentence)) return [];
  const outside = sentence.replace(/\([^()]*\)/g, ' ');
  if (language.holds.late.test(outside) || language.holds.substitute.test(outside)) return [];
  // In brackets: "de 4 fra bestyrelsen (A, B, C og D)".
  for (const bracket of sentence.matchAll(/\(([^()]{8,400})\)/gu)) {
    const names = allNames(bracket[1] ?? '', language);
    if (names && names.length >= 2) return names;
  }
  const hit = verb.exec(sentence);
  if (!hit) return [];
  // "Fra bestyrelsen deltog A, B og C", "A, B og C deltog".
  for (const side of [sentence.slice(hit.index + hit[0].length), sentence.slice(0, hit.index)]) {
    const tail = /(?:^|\s)(\p{Lu}.*)$/u.exec(side.replace(/[.\s]+$/, ''))?.[1];
    const names = tail === undefined ? null : allNames(tail, language);
    if (names && names.length >= 2) return names;
  }
  return [];
}
