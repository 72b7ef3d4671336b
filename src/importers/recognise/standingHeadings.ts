// Headings every meeting knows, with what became of them on the same line and no sign between: "2. Valg af referent Lene valgt."
import { opening, pattern } from '../grammar/pattern.ts';
import { perLanguage, type Language } from '../language.ts';
import { statesOutcome } from './outcome.ts';
import { splitRunIn } from './runIn.ts';

const patternsOf = perLanguage(({ item, words }) => ({
  standing: opening(item.standing),
  /** A word after which a capital goes on with the heading: "Nyt fra Fjordby". */
  goesOn: pattern(`(?:^|\\s)(?:${words.connectors}|${words.by})$`),
  types: pattern(`^(?:${item.types.map(({ prefix }) => prefix).join('|')})$`),
}));

const longestHeading = 90;

/** The heading and the text that follows it on the line, or null. `any` takes headings that are not standing ones too. */
export function splitStanding(text: string, language: Language, any: boolean): { heading: string; text: string } | null {
  const p = patternsOf(language);
  const standing = p.standing.test(text);
  if (!standing && !any) return null;
  const signed = standing ? splitRunIn(text, language) : null;
  if (signed && !p.types.test(signed.heading) && p.standing.test(signed.heading)) return signed;
  for (const hit of text.slice(0, longestHeading + 1).matchAll(/(?<=[\p{Ll}\d)] |[\p{Ll}]\. )(?=\p{Lu})/gu)) {
    const heading = text.slice(0, hit.index).trim();
    const rest = text.slice(hit.index);
    if (!/^\p{Lu}/u.test(heading) || language.holds.finiteVerb.test(heading)) return null;
    if (p.goesOn.test(heading) || !tells(rest, language)) continue;
    // After a full stop that is no end of a sentence only the abbreviation of any other business goes before.
    if (/\.$/.test(heading) && !standing) continue;
    return { heading, text: rest };
  }
  return null;
}

/** Whether a text begins with a sentence, told by its verb, its outcome or its full stop. */
function tells(rest: string, language: Language): boolean {
  const sentence = language.sentences.first(rest);
  const words = sentence.split(' ');
  if (words.length < 2 || language.people.isName(sentence.replace(/\.$/, ''))) return false;
  if (/[.!]$/.test(sentence)) return true;
  return statesOutcome(sentence, language) || language.holds.finiteVerb.test(sentence);
}

/** Whether the paper prints its points so: two standing headings and more with their text behind them. */
export function printsBehindHeadings(headings: readonly string[], language: Language): boolean {
  return headings.filter((text) => splitStanding(text, language, false) !== null).length >= 2;
}
