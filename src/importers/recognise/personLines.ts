// Lines and parts of lines that are one person: a name, and after it a party, an employer, an office, initials, "afbud".
import type { Block } from '../blocks.ts';
import { pattern, whole } from '../grammar/pattern.ts';
import { splitOutside } from '../grammar/people.ts';
import { perLanguage, type Language } from '../language.ts';
import type { Field } from './fields.ts';

export interface PersonLine {
  name: string;
  /** All that stands after the name, word for word, without its brackets. */
  remark: string;
}

const nameStart = /^((?:\p{L}*\p{Lu}[\p{L}.'’-]*)(?:\s+(?:\p{Ll}{2,3}\s+)?\p{Lu}[\p{L}.'’-]*){1,5})(?=$|[\s,(–-])/u;

const patternsOf = perLanguage(({ people, words }) => ({
  clause: pattern(
    `^((?:\\p{Ll}[\\p{L}-]*\\s+){0,3}\\p{Lu}[\\p{L}.'’-]*(?:\\s+\\p{Lu}[\\p{L}.'’-]*){1,5})((?:\\s*\\([^()]*\\))?),?\\s+((?:(?:${words.that}|${people.who})\\s+)?(?:${people.attendedWords}|${people.standsFor}|${people.substitute}|${people.throughout}|${words.from}|${words.to})(?![\\p{L}]).*)$`,
  ),
  forOnePoint: pattern(`(?<![\\p{L}])(?:${people.attendedWords})\\s+(?:\\p{Ll}+\\s+){1,5}(?:${people.partOfMeeting})$`),
  shortened: pattern(`(?:^|[\\s.])(?:\\p{Lu}|${people.shortenedNames})$`),
  inParts: /\s*[,;()]\s*|\s+[-–]\s+|(?<=\p{L})[-–]\s+|^[-–]\s*/u,
}));

/** The one person a line is, with what it says of the person; null for anything else, also for two people. */
export function personOfLine(text: string, language: Language): PersonLine | null {
  if (text.length > 120 || /[:;?!]/.test(text)) return null;
  const plain = text.replace(/[.\s]+$/, '');
  const hit = nameStart.exec(plain.replace(/([\p{L})])[-–]\s+/gu, '$1 – '));
  if (!hit?.[1]) return null;
  const tail = plain.replace(/([\p{L})])[-–]\s+/gu, '$1 – ').slice(hit[1].length);
  const printed = hit[1].replace(/[,.]+$/, '');
  const person = language.people.read(printed);
  const name = person?.name ?? printed;
  const office = person?.role && whole(language.lexicon.people.chairMark).test(person.role) ? [person.role] : [];
  // After the name comes a bracket, a comma or a dash, not the rest of a sentence.
  if (!/^\s*(?:$|[,(–-])/u.test(tail)) return null;
  if (!language.people.isName(name) && !(tail !== '' && language.people.isName(name, false))) return null;
  if (language.holds.organisation.test(name) && !language.people.isName(name)) return null;
  const outside = tail.replace(/\([^()]*\)/g, ' ');
  const { and } = language.lexicon.words;
  const others = splitOutside(outside, pattern(`\\s*[,–]\\s*|\\s+-\\s+|\\s+(?:${and}|&)\\s+`)).map((part) => language.people.read(part)?.name ?? '');
  if (others.some((other) => /\s/.test(other) && language.people.isName(other))) return null;
  if (language.holds.finiteVerb.test(outside.replace(/\p{Lu}\S*/gu, ''))) return null;
  return { name, remark: [...office, ...tail.split(patternsOf(language).inParts).filter((part) => part.trim() !== '')].join('; ') };
}

/**
 * Sentences of an attendance list as parts of one list. A further sentence whose people took part in one point only ("A og B deltog i
 * behandlingen af punkt 2") is left out: they are guests. The full stop of a shortened name ends no sentence.
 */
export function sentencesAsList(text: string, language: Language): string {
  const { forOnePoint, shortened } = patternsOf(language);
  const sentences: string[] = [];
  let from = 0;
  for (const stop of text.matchAll(/\.\s+(?=\p{Lu})/gu)) {
    if (shortened.test(text.slice(Math.max(from, stop.index - 12), stop.index))) continue;
    sentences.push(text.slice(from, stop.index));
    from = stop.index + stop[0].length;
  }
  sentences.push(text.slice(from));
  return sentences.filter((sentence, i) => i === 0 || !forOnePoint.test(sentence.replace(/[.\s]+$/, ''))).join(', ');
}

/** "Anne Holm (Nst) deltog i punkterne 2-3", "Anne Holm for Bo Rask": the name, and the clause as a remark in brackets. */
export function bracketClauses(text: string, language: Language): string {
  if (!/\p{Lu}[^,;]*\s\p{Ll}/u.test(text)) return text;
  const { clause } = patternsOf(language);
  const parts = splitOutside(text, pattern(`\\s*[;,]\\s*|\\s+(?:${language.lexicon.words.and}|&)\\s+(?=(?:\\p{Ll}[\\p{L}-]*\\s+){0,3}\\p{Lu})`));
  let changed = false;
  const made = parts.map((part) => {
    const hit = clause.exec(part);
    const name = hit?.[1] ? (language.people.read(hit[1])?.name ?? '') : '';
    if (!hit?.[1] || !hit[3] || !language.people.isName(name, false)) return part;
    if (hit[3].length > 90 || (!language.people.isName(name) && !hit[2])) return part;
    changed = true;
    const bracket = (hit[2] ?? '').replace(/[()]/g, '').trim();
    return `${hit[1]} (${[bracket, hit[3].replace(/[()]/g, ' ')].filter((piece) => piece !== '').join('; ')})`;
  });
  return changed ? made.join(', ') : text;
}

const mark = /^\p{Lu}{2,5}$/u;

/**
 * "Karla Vindeby DH Samira Elhøj DH": people printed one after the other, as columns or lines that a converter ran together. A new
 * person begins at a first name once the one before has a surname; null where that does not give names throughout.
 */
export function splitRunTogether(text: string, language: Language): string[] | null {
  const words = text
    .replace(/\([^()]*\)/g, (bracket) => bracket.replace(/\s+/g, '\u0001'))
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length < 3) return null;
  const people: string[][] = [];
  let current: string[] = [];
  const particle = pattern(`^(?:${language.lexicon.people.particles})$`, 'u');
  let cut = false;
  for (const [i, word] of words.entries()) {
    // Where the names are over, another column or a note goes on: a sentence's first word is no surname.
    if (!/^[\p{Lu}(]/u.test(word) && !(particle.test(word) && /^\p{Lu}/u.test(words[i + 1] ?? ''))) {
      if (people.length < 2) return null;
      cut = true;
      if (/^\p{Ll}/u.test(word) && current.length >= 3) current.pop();
      break;
    }
    const last = current.at(-1) ?? '';
    const full = current.filter((part) => !/^\(/.test(part)).length >= 2;
    if (full && (language.people.knownFirst(word) || mark.test(last) || /^\(/.test(last)) && /^\p{Lu}\p{Ll}/u.test(word)) {
      people.push(current);
      current = [];
    }
    current.push(word);
  }
  if (current.length >= 2 || !cut) people.push(current);
  const made = people.map((person) =>
    person
      .filter((word, i) => !(i >= 2 && mark.test(word)))
      .join(' ')
      .replaceAll('\u0001', ' '),
  );
  const bare = made.map((person) => person.replace(/\s*\([^()]*\)/g, ''));
  if (/[,;:]/.test(cut ? words.slice(0, people.flat().length).join(' ') : text)) return null;
  return bare.every((person) => person.includes(' ') && language.people.isName(person, false)) &&
    bare.filter((person) => language.people.isName(person)).length >= Math.max(1, bare.length - 1)
    ? made
    : null;
}

/** "(under pkt. 4)": somebody who came for one point is a guest. */
export function isForOnePoint(remark: string, language: Language): boolean {
  const { people, words } = language.lexicon;
  // "Til og med punkt 3", "fra punkt 3": there for more than one.
  if (pattern(`(?<![\\p{L}])(?:${words.to}|${words.from})(?![\\p{L}])`).test(remark)) return false;
  return remark
    .split(/\s*;\s*/)
    .some((part) => /^\D*\d{1,3}\D*$/.test(part) && whole(`(?:\\p{Ll}+\\s+){0,3}?(?:${people.partOfMeeting})`).test(part));
}

/** People in columns: at least two lines of the list must be several people, or one of them six words or marks between. */
export function unrollColumns<T extends { text: string; cells: readonly string[] }>(values: readonly T[], language: Language): T[] {
  const split = values.map((value) => (value.cells.length > 1 ? null : splitRunTogether(value.text, language)));
  const many = split.filter((parts) => parts !== null && parts.length > 1).length;
  return values.flatMap((value, i) => {
    const parts = split[i];
    if (!parts || (parts.length === 1 && parts[0] === value.text)) return [value];
    const sure = many >= 2 || parts.length >= 3 || value.text.split(' ').some((word) => mark.test(word));
    if (!sure && parts.length > 1) return [value];
    return parts.map((text) => ({ ...value, text, cells: [text] }));
  });
}

/** "Fra forvaltningen: A og B": a heading for some of the list, and nothing but names after it. */
export function namesUnderGroup(text: string, language: Language): string | null {
  const hit = /^([^:]{3,60}):\s*(\S.*)$/u.exec(text);
  if (!hit?.[1] || !hit[2]) return null;
  const parts = splitOutside(hit[2].replace(/\.$/, ''), pattern(`\\s*[,;]\\s*|\\s+(?:${language.lexicon.words.and}|&)\\s+`));
  const names = parts.map((part) => language.people.read(part)?.name ?? '');
  const like = names.filter((name) => language.people.isName(name, false)).length;
  // One of many may be misspelt.
  return names.length > 0 && like >= names.length - (names.length >= 5 ? 1 : 0) && names.some((name) => language.people.isName(name)) ? hit[1] : null;
}

/**
 * A list of those present that no label announces: at least three lines below each other, each one person and most with the same
 * kind of remark (initials, a party, an office, "afbud"). Nothing else of a paper's head has that form.
 */
export function unlabelledPeople(free: readonly Block[], language: Language): Field | null {
  let run: Block[] = [];
  const close = (): Field | null => {
    const marked = run.filter(({ text }) => /^.{1,40}$/.test(personOfLine(text, language)?.remark ?? '')).length;
    return run.length >= 3 && marked >= run.length * 0.6
      ? {
          key: 'present',
          label: '',
          blocks: run,
          values: run.map((block) => ({ text: block.text, cells: block.cells, row: block.row, tick: block.tick, block })),
        }
      : null;
  };
  for (const block of free.slice(0, 80)) {
    const last = run.at(-1);
    const person = block.depth === 0 && block.row === null && block.cells.length === 1 ? personOfLine(block.text, language) : null;
    if (person && (!last || (block.index === last.index + 1 && block.gap <= 1))) {
      run.push(block);
      continue;
    }
    const made = close();
    if (made) return made;
    run = person ? [block] : [];
  }
  return close();
}
