// A heading that ends in names after a comma: "Nyt fra havnen, Per Holm:".
import type { Language } from '../language.ts';
import { pattern } from './pattern.ts';
import { splitOutside } from './people.ts';

const fullName = "\\p{Lu}[\\p{L}.'’-]*(?:\\s+\\p{Lu}[\\p{L}.'’-]*){0,4}";

/**
 * Who speaks by the names that end a heading, and where the comma before them stands. Persons with a surname before a colon, or people
 * the paper knows; not when the heading goes on listing ("Valg af A, B").
 */
export function trailingSpeakers(text: string, language: Language, known: ReadonlySet<string>): { names: string[]; at: number } | null {
  const { words, item } = language.lexicon;
  const hit = pattern(`,\\s+(${fullName}(?:(?:\\s*[,/&]\\s*|\\s+(?:${words.and})\\s+)${fullName})*)\\s*(:?)\\s*$`).exec(text);
  if (!hit?.[1] || hit.index < 4) return null;
  const names = splitOutside(hit[1], pattern(`\\s*[,/&]\\s*|\\s+(?:${words.and})\\s+`));
  const colon = hit[2] === ':';
  const sure = names.every((name) => (known.has(name) && name.includes(' ')) || (colon && name.includes(' ') && language.people.isName(name)));
  if (!sure) return null;
  // A name right before the comma begins a list of which the heading speaks.
  const before = text.slice(0, hit.index);
  const last = pattern(`(${fullName})$`).exec(before)?.[1];
  if (last !== undefined && (known.has(last) || (last.includes(' ') && language.people.isName(last)))) return null;
  return pattern(`(?<![\\p{L}])(?:${item.choiceOf})(?![\\p{L}])`).test(before) ? null : { names, at: hit.index };
}
