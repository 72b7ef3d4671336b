// Who stood in for whom, told in sentences anywhere around the lists or in the points that deal with attendance.
import { pattern } from '../grammar/pattern.ts';
import { perLanguage, type Language } from '../language.ts';
import type { ImportedApology } from '../paper.ts';

const oneName = "(\\p{Lu}[\\p{L}'’-]*\\.?(?:\\s+\\p{Lu}[\\p{L}'’-]*\\.?){0,4})";

const patternsOf = perLanguage(({ people, words }) => ({
  /** "L (Havnen), der deltog som suppleant for K": the stand-in first. */
  standInFirst: new RegExp(
    pattern(
      `${oneName}(?:,?\\s*\\([^()]{1,60}\\))?,?\\s+(?:(?:${people.who})\\s+)?(${people.standsIn})\\s+(?:(?!(?:${words.that})\\s)\\p{Ll}+\\s+)?${oneName}`,
    ).source,
    'gu',
  ),
  /** "I stedet for K deltog L": the absentee first. */
  absenteeFirst: pattern(`(?:${people.insteadOf})\\s+${oneName},?\\s+(?:${people.stepsUp})\\s+(?:\\p{Ll}+\\s+)?${oneName}`),
  replacedBy: pattern(`${oneName}(?:\\s*\\([^()]{1,60}\\))?,?\\s+(?:${people.replacedBy})\\s+(?:\\p{Ll}+\\s+)?${oneName}`),
  told: pattern(`^(?:${people.attendedVerbs})(?![\\p{L}])`),
  didNotCome: pattern(`(?:${people.substituteDidNotCome})`),
  anyName: new RegExp(pattern(`${oneName}`).source, 'gu'),
}));

const bare = (name: string): string => name.replace(/[.,]+$/, '');

/** The absentee a printed name means; spelling slips in first names are borne. */
function absenteeOf(name: string, apologies: readonly ImportedApology[]): ImportedApology | undefined {
  const exact = apologies.find(
    (apology) => apology.name === name || apology.name.startsWith(`${name} `) || (name.includes(' ') && name.startsWith(apology.name)),
  );
  if (exact) return exact;
  const last = name.split(' ').at(-1);
  return apologies.find((apology) => name.includes(' ') && apology.name.split(' ').at(-1) === last && apology.name.slice(0, 3) === name.slice(0, 3));
}

/**
 * Ties told stand-ins to their absentees. Gives the absentees that only such a sentence names ("A, der mødte som suppleant for B"),
 * unless they are among those present.
 */
export function tieToldSubstitutes(
  sentences: readonly string[],
  apologies: readonly ImportedApology[],
  present: ReadonlySet<string>,
  language: Language,
): ImportedApology[] {
  const p = patternsOf(language);
  const added: ImportedApology[] = [];
  const { people } = language;
  const tie = (standIn: string | undefined, absentee: string | undefined, told: boolean) => {
    if (!standIn || !absentee) return;
    const person = people.read(bare(standIn))?.name ?? bare(standIn);
    const missing = people.read(bare(absentee))?.name ?? bare(absentee);
    if (person === missing || !people.isName(person, false)) return;
    const there = absenteeOf(missing, [...apologies, ...added]);
    if (there) there.substitute ??= person;
    else if (told && missing.includes(' ') && people.isName(missing) && !present.has(missing))
      added.push({ name: missing, note: null, substitute: person });
  };
  for (const sentence of sentences) {
    if (sentence.length > 900 || p.didNotCome.test(sentence)) continue;
    for (const hit of sentence.matchAll(p.standInFirst)) tie(hit[1], hit[3], p.told.test(hit[2] ?? ''));
    const instead = p.absenteeFirst.exec(sentence);
    if (instead) tie(instead[2], instead[1], true);
    const replaced = p.replacedBy.exec(sentence);
    if (replaced) tie(replaced[2], replaced[1], false);
  }
  return added;
}

/** "I stedet for K deltog L" inside an absence list, where K is one of those already read. */
export function tieNamedAbsentee(text: string, apologies: readonly ImportedApology[], language: Language): boolean {
  const hit = patternsOf(language).absenteeFirst.exec(text);
  const absentee = hit?.[1] ? absenteeOf(bare(hit[1]), apologies) : undefined;
  if (!absentee || !hit?.[2]) return false;
  absentee.substitute ??= language.people.read(bare(hit[2]))?.name ?? bare(hit[2]);
  return true;
}

/**
 * "1. stedfortræder på listen, Kim Holm, indkaldes som følge af afbud fra Ane Kratholm": a sentence with the word for a stand-in
 * and two persons, one of them a known absentee.
 */
export function tieCalledStandIns(sentences: readonly string[], apologies: readonly ImportedApology[], language: Language): void {
  const p = patternsOf(language);
  for (const sentence of sentences) {
    const mark = language.holds.substitute.exec(sentence);
    if (!mark || sentence.length > 400 || p.didNotCome.test(sentence)) continue;
    const names = [...new Set([...sentence.matchAll(p.anyName)].map((hit) => bare(hit[0])))].filter(
      (name) => name.includes(' ') && language.people.isName(name),
    );
    if (names.length !== 2) continue;
    const absentee = names.map((name) => absenteeOf(name, apologies)).filter((apology) => apology !== undefined);
    const standIn = names.find((name) => absenteeOf(name, apologies) === undefined);
    if (absentee.length === 1 && standIn) for (const apology of absentee) apology.substitute ??= standIn;
  }
}
