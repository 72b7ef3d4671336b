// Who presents a point: names, or a role or group as printed, in the clause after a mark.
import type { Language } from '../language.ts';
import { pattern } from './pattern.ts';
import { splitOutside } from './people.ts';

/** Names, or a role or group as printed, after a presenter mark. Null when it reads like no presenter at all. */
export function readPresenters(text: string, language: Language, known: ReadonlySet<string>, marked: boolean): string[] | null {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.;:,)]+$/, '');
  if (plain === '' || plain.length > 240) return null;
  if (/^[-–—]$/.test(plain)) return [];
  const { people, lexicon } = language;
  const names: string[] = [];
  // "Rikke Vindum, økonomichef og …": what follows a comma in lower case is a role.
  const parts = splitOutside(plain, pattern(`\\s*[;/]\\s*|(?<!\\p{L}-)\\s+(?:${lexicon.words.and}|&)\\s+|,\\s*`, 'iu'));
  let strange = 0;
  for (const part of parts) {
    const person = people.read(part);
    if (!person) continue;
    const { name } = person;
    const first = name.split(' ')[0] ?? '';
    // "(bestyrelsen indstiller genvalg af A)" says something else of A than who speaks.
    const said = !marked && person.role !== null && language.holds.finiteVerb.test(person.role);
    if (said) {
      strange++;
      continue;
    }
    const sure =
      people.isName(name) ||
      // "A Holm (Havnen) og Skarvad (lods)": beside somebody named, a surname with an office.
      (names.length > 0 && /^\p{Lu}\p{Ll}\S*\s+\(\p{Ll}/u.test(part) && !name.includes(' ') && people.isName(name, false)) ||
      known.has(name) ||
      known.has(first) ||
      (person.role !== null &&
        !pattern(`(?:^|\\s)(?:${lexicon.words.prepositions})$`, 'u').test(person.role) &&
        (names.length === 0 || !/\./.test(name)) &&
        /\s/.test(name) &&
        !/\.(?:\s|$)/.test(name) &&
        people.isName(name, false) &&
        !language.holds.organisation.test(name));
    // The name ends where lower case begins: "Samir Enebo fra KL", "Gerda Pors, Fjordby Universitet".
    if (sure) names.push(name);
    else {
      const lead = pattern(
        `^((?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,3}\\p{Lu}[\\p{L}.'’-]*|\\p{Lu}[\\p{L}.'’-]*)(?=\\s+(?:${lexicon.words.afterName})\\s)`,
        'u',
      ).exec(person.name)?.[1];
      if (
        lead &&
        (people.isName(lead) ||
          (person.role !== null &&
            !/\p{L}{2}\./u.test(lead) &&
            !pattern(`(?:^|\\s)(?:${lexicon.words.prepositions})$`, 'u').test(person.role) &&
            people.isName(lead, false)))
      )
        names.push(lead);
      else {
        // "Rikke Vindum Fjordby Kommunes økonomi …": a known first name and the word after it.
        const known = /^(\p{Lu}[\p{L}'’-]+\s+\p{Lu}[\p{L}'’-]+)\s/u.exec(name)?.[1];
        if (known && people.isName(known)) names.push(known);
        else strange++;
      }
    }
  }
  if (names.length > 0) return names;
  const group = /^(?:\p{L}+\s){0,2}\p{L}+$/u.test(plain) && language.is.groupWord(plain) ? plain : null;
  if (group) return [group];
  if (!marked) {
    // "(AB & CD)": people told by their initials.
    if (parts.length > 1 && parts.length <= 4 && /&/.test(plain) && parts.every((part) => /^\p{Lu}{2,4}$/u.test(part))) return parts;
    if (/^\p{Lu}{2,6}$/u.test(plain) || (language.holds.organisation.test(plain) && plain.length < 40 && /^\p{Lu}/u.test(plain))) return [plain];
    return null;
  }
  if (strange > 0 && parts.length <= 6) {
    const list = parts.map((part) => people.read(part)?.name ?? part).filter((name) => /^\p{Lu}/u.test(name) && name.split(' ').length <= 5);
    if (list.length > 0) return plain.split(' ').length > 14 ? list.slice(0, 1) : list;
    return plain.length < 60 ? [plain] : null;
  }
  return plain.length < 60 ? [plain] : null;
}
