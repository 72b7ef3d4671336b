// Persons as papers print them: titles before, roles and employers after, party letters and house numbers in brackets.
import type { Lexicon } from '../lexicon/lexicon.ts';
import { pattern, whole } from './pattern.ts';

export interface Person {
  name: string;
  /** What stood in brackets or after the name, word for word. */
  remark: string | null;
  /** The role printed in front of the name, if any. */
  role: string | null;
}

export interface People {
  /** Looks like a person: a known first name, or (leniently) two to five capitalised words. */
  isName(text: string, strict?: boolean): boolean;
  /** Role in front of a name taken off: "økonomichef Rikke Vindum" → Rikke Vindum. */
  read(text: string): Person | null;
  /** All persons of a list. Lenient lists (attendance) accept single unknown words as names. */
  list(text: string, lenient?: boolean): Person[];
  knownFirst(word: string): boolean;
}

const nameWord = "(?:(?:\\p{Lu}\\.){2,4}|\\p{Lu}[\\p{L}'’]*(?:[-–]\\p{L}[\\p{L}'’]*)*\\.?)";

/** Splits at separators that stand outside brackets. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  const sticky = new RegExp(separator.source, `${separator.flags.replace(/[gy]/g, '')}y`);
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '(' || sign === '[') depth++;
    else if ((sign === ')' || sign === ']') && depth > 0) depth--;
    if (depth > 0) continue;
    sticky.lastIndex = i;
    const hit = sticky.exec(text);
    if (hit && hit[0].length > 0) {
      parts.push(text.slice(begin, i));
      begin = i + hit[0].length;
      i = begin - 1;
    }
  }
  parts.push(text.slice(begin));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Compiles the reader of persons for one language. */
export function makePeople(lexicon: Lexicon): People {
  const { firstNames, particles, notNames, alsoSurnames, titles } = lexicon.people;
  const notName = whole(notNames);
  const alsoSurname = whole(alsoSurnames);
  const role = pattern(
    `^(?:(?:${titles})\\s+)?((?:${lexicon.item.roles})(?:\\s+(?:${lexicon.words.prepositions}|${lexicon.words.and})\\s+(?:(?!\\p{Lu}\\p{L}+\\s\\p{Lu})[\\p{L}-]+\\s+){0,4}?(?=\\p{Lu}))?)\\s*[,:]?\\s+(?=\\p{Lu})`,
  );
  const caseRole = /^(?:(?:\p{Lu}{2,5}|\p{Lu}\p{L}{0,2}\.\p{L}\.)-)?\p{Ll}[\p{L}-]*(?:,?\s+\p{Ll}[\p{L}-]*){0,5}\s+(?=\p{Lu})/u;
  const name = new RegExp(`^${nameWord}(?:\\s+(?:(?:${particles})\\s+)?${nameWord}){0,5}$`, 'u');
  const digits = /\d/;
  const roleWord = whole(lexicon.item.roles);
  const knownFirst = (word: string) => {
    const plain = word.replace(/[.,'’]/g, '');
    if (firstNames.has(plain)) return true;
    const parts = plain.split(/[-–]/);
    return parts.length > 1 && firstNames.has(parts[0] ?? '') && /^\p{Lu}/u.test(parts[1] ?? '');
  };
  /** @param inList stands in a list of persons, where a street would be out of place */
  const isName = (text: string, strict = true, inList = false): boolean => {
    if (text.length > 60 || text.length < 2 || (digits.test(text) && !/^\p{Lu}\p{Ll}+ \d{3,4}$/u.test(text))) return false;
    if (/\d/.test(text)) return knownFirst(text.split(' ')[0] ?? '');
    if (!name.test(text)) return false;
    const words = text.split(' ');
    // "Gade" is a street, and the surname of whoever has a first name.
    const isSurname = (word: string, place: number) =>
      place > 0 && alsoSurname.test(word) && (knownFirst(words[0] ?? '') || (words.length > 1 && inList));
    if (words.some((word, place) => notName.test(word.replace(/\.$/, '')) && !isSurname(word, place))) return false;
    if (roleWord.test(text)) return false;
    if (/^\p{Lu}{2,6}$/u.test(text)) return !strict;
    if (knownFirst(words[0] ?? '')) return true;
    if (strict) return false;
    return words.length <= 5;
  };
  const bare = (text: string): { core: string; remark: string | null } => {
    const remarks: string[] = [];
    let core = text.replace(/\s*[([]([^()[\]]*)[)\]]\s*/g, (_, inside: string) => {
      remarks.push(inside.trim());
      return ' ';
    });
    core = core
      .replace(/\s*[([].*$/, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return { core, remark: remarks.length > 0 ? remarks.join('; ') : null };
  };
  const read = (text: string): Person | null => {
    const { core, remark } = bare(text.replace(/^[\s•·\-–*+]+/, '').replace(/[\s.;:,]+$/, ''));
    let rest = core.replace(pattern(`^(?:${lexicon.words.and}|&)\\s+`), '');
    let before: string | null = null;
    const dash = /^(.+?)\s+[-–]\s+(.+)$/.exec(rest);
    let note = remark;
    if (dash?.[1] && dash[2]) {
      rest = dash[1];
      note = [remark, dash[2]].filter(Boolean).join('; ');
    }
    const front = role.exec(rest) ?? caseRole.exec(rest);
    if (front && front[0].length < rest.length && !knownFirst(rest.split(' ')[0] ?? '')) {
      before = front[0].trim();
      rest = rest.slice(front[0].length);
    }
    // "Marie H," and "NJ" stay; a house number or a district after the name goes.
    rest = rest.replace(/,.*$/, '').trim();
    const bracket = /^\p{L}[\p{L} ]*$/u.test(rest) && remark !== null && /^\d{2,4}$/.test(remark);
    if (bracket) return { name: `${rest} (${remark ?? ''})`, remark: null, role: before };
    if (rest === '') return null;
    return { name: rest, remark: note, role: before };
  };
  const separator = new RegExp(`\\s*[;,/•]\\s*|\\s+(?:${lexicon.words.and}|&)\\s+|\\s{3,}|\\n`, 'iu');
  const list = (text: string, lenient = false): Person[] => {
    const found: Person[] = [];
    for (const part of splitOutside(text, separator)) {
      const person = read(part);
      if (!person) continue;
      const capital = /^\p{Lu}/u.test(person.name);
      const last = found.at(-1);
      // "Lars Hvilsom, formand, Egon Toftlund": what goes on in lower case says something of the one before.
      if (!capital && last) last.remark = [last.remark, part].filter(Boolean).join('; ');
      if (!capital) continue;
      if (isName(person.name.replace(/\s*\(\d+\)$/, '')) || (lenient && isName(person.name, false, true))) found.push(person);
    }
    return found;
  };
  return { isName, read, list, knownFirst };
}
