import type { SectionForm } from '../meeting/profile.ts';
import { NUMBER_SIGNS, type NumberSigns, type SectionRole } from '../meeting/words.ts';

// Rules that are lists, as text that a person can write in SharePoint too.

const ROLE_WORDS = {
  purpose: 'Formål',
  summary: 'Resumé',
  background: 'Sagsfremstilling',
  finance: 'Økonomi',
  recommendation: 'Indstilling',
  text: 'Tekst',
} as const satisfies Record<SectionRole, string>;

/**
 * Sections of an item, one a line: "Økonomi: Økonomiske konsekvenser" is a section for the finances under that heading, "Økonomi" one whose heading is the
 * same word, "Økonomi:" one without a heading. The two functions are each other's opposite for headings of one line.
 */
export function writeSectionForms(sections: readonly SectionForm[]): string {
  return sections
    .map(({ role, heading }) => {
      const word = ROLE_WORDS[role];
      const plain = heading === null ? '' : heading.replace(/\s+/g, ' ').trim();
      const short = readLine(plain);
      return plain !== '' && short.role === role && short.heading === plain ? plain : `${word}: ${plain}`.trim();
    })
    .join('\n');
}

/** Any line is a section: one that begins with none of our words is a heading for other text. */
export function readSectionForms(stored: string): readonly SectionForm[] {
  return stored
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map(readLine);
}

function readLine(line: string): SectionForm {
  const colon = line.indexOf(':');
  const word = (colon < 0 ? line : line.slice(0, colon)).trim();
  const role = roleNamed(word);
  if (role === null) return { role: 'text', heading: line };
  const heading = colon < 0 ? line : line.slice(colon + 1).trim();
  return { role, heading: heading === '' ? null : heading };
}

function roleNamed(word: string): SectionRole | null {
  const plain = word.toLocaleLowerCase('da');
  const found = Object.entries(ROLE_WORDS).find(([, each]) => each.toLocaleLowerCase('da') === plain);
  return found ? (found[0] as SectionRole) : null;
}

const SIGNS = { decimal: '1', letter: 'a', roman: 'I' } as const satisfies Record<NumberSigns, string>;
const WITHOUT = '-';

/** The levels of a numbering by the first sign of each: "1 a" counts "1, 2" and below "a, b"; "-" is a level without numbers. */
export function writeLevels(levels: readonly (NumberSigns | null)[]): string {
  return levels.map((signs) => (signs === null ? WITHOUT : SIGNS[signs])).join(' ');
}

/** Null where it says no levels. */
export function readLevels(stored: string): readonly (NumberSigns | null)[] | null {
  const signs = stored.trim().split(/[\s.,]+/);
  const levels = signs.map((sign) => (sign === WITHOUT ? null : (NUMBER_SIGNS.find((level) => SIGNS[level] === sign) ?? undefined)));
  const read = levels.filter((level) => level !== undefined);
  return read.length === levels.length && read.length > 0 ? read : null;
}
