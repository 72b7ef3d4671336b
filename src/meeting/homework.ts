import type { AgendaItem, Section } from './agenda.ts';
import type { BoardLanguage } from './boardLanguage.ts';

/** Something that is to be done before a meeting (forberedelse). */
export interface Homework {
  /** What is to be done, plain words of one line. */
  readonly what: string;
  /** Who does it, by name; null where nobody is named. */
  readonly owner: string | null;
  /** ISO day; null for none. */
  readonly due: string | null;
}

/**
 * Homework is a section of the item's own text under this heading, a point for each thing: so it lies where the item's words lie, goes where they go, is printed by every printer and
 * read back from what was printed. The headings and words are those that papers print, in the languages a body writes in.
 */
export const HOMEWORK_HEADINGS = { da: 'Forberedelse', en: 'Preparation' } as const satisfies Record<BoardLanguage, string>;
const WORDS = { da: { owner: 'ansvarlig', due: 'frist' }, en: { owner: 'owner', due: 'due' } } as const;
const MONTHS = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;

/** Is this the heading over homework, as papers print it? */
export const isHomeworkHeading = (heading: string | null): boolean =>
  heading !== null && Object.values(HOMEWORK_HEADINGS).some((each) => each.toLowerCase() === heading.trim().toLowerCase());

/** Is this section homework that can be read line by line, or that is still to be written? A text of another shape under the same heading is a text, and stays one. */
export const isHomework = ({ role, heading, text }: Section): boolean => role === 'text' && isHomeworkHeading(heading) && linesOf(text) !== null;

/** What is to be done before the meeting for an item, in written order. */
export const homeworkOf = ({ sections }: Pick<AgendaItem, 'sections'>): readonly Homework[] =>
  sections.filter(isHomework).flatMap(({ text }) => linesOf(text) ?? []);

/** The sections without homework: it belongs to one meeting, and goes along to no other, whatever it was written as. */
export const withoutHomework = (sections: readonly Section[]): readonly Section[] =>
  sections.filter(({ role, heading }) => !(role === 'text' && isHomeworkHeading(heading)));

/**
 * The sections with this homework, where it stood before, or last. Nothing to do is no section; what says nothing is left out.
 * @param language what the body writes in, where there is no homework yet
 */
export function withHomework(sections: readonly Section[], homework: readonly Homework[], language: BoardLanguage): readonly Section[] {
  const at = sections.findIndex(isHomework);
  const others = sections.filter((section) => !isHomework(section));
  const heading = sections[at]?.heading ?? HOMEWORK_HEADINGS[language];
  const text = writeHomework(homework, heading.trim().toLowerCase() === HOMEWORK_HEADINGS.en.toLowerCase() ? 'en' : 'da');
  if (text === '') return others;
  const place = at < 0 ? others.length : at;
  return [...others.slice(0, place), { role: 'text', heading, text }, ...others.slice(place)];
}

/** "- Læs bilag 2 (ansvarlig: Ane Kratholm, frist: 3. december 2026)", a line each: CommonMark. */
export function writeHomework(homework: readonly Homework[], language: BoardLanguage): string {
  return homework
    .map(({ what, owner, due }) => ({ what: oneLine(what), owner: oneLine(owner ?? ''), due: due === null ? '' : printDay(due, language) }))
    .filter(({ what }) => what !== '')
    .map(({ what, owner, due }) => {
      const words = WORDS[language];
      const more = [owner === '' ? '' : `${words.owner}: ${escapedOwner(owner)}`, due === '' ? '' : `${words.due}: ${due}`];
      const told = more.filter((part) => part !== '').join(', ');
      return `- ${escapedWhat(what)}${told === '' ? '' : ` (${told})`}`;
    })
    .join('\n');
}

/** What `writeHomework` wrote, or a list or a line somebody else did in plain words; null for every other text. */
export function readHomework(text: string): readonly Homework[] | null {
  return linesOf(text);
}

function linesOf(text: string): readonly Homework[] | null {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const isList = lines.every((line) => POINT.test(line));
  if ((!isList && lines.length > 1) || lines.some(({ length }) => length > LONGEST)) return null;
  const read = lines.map((line) => lineOf(line.replace(POINT, '').trim()));
  return read.every((one) => one !== null) ? read : null;
}

/** Signs; what is longer is no line. */
const LONGEST = 2_000;
const POINT = /^[-*•]\s+/;
const ANY = (names: readonly string[]) => `(?:${names.join('|')})`;
const OWNER = ANY([WORDS.da.owner, WORDS.en.owner]);
const DUE = ANY([WORDS.da.due, WORDS.en.due]);
const DAY = `(?<day>\\d{1,2})\\.? (?<month>${[...MONTHS.da, ...MONTHS.en].join('|')}) (?<year>\\d{4})`;
/** What stands in parentheses behind the words: an owner, a day, or both. */
const TOLD = new RegExp(`^(?<what>.*?\\S) \\((?:${OWNER}: (?<owner>.+?))?(?:(?<both>, )?${DUE}: ${DAY})?\\)$`, 'i');
/** Where such a thing would begin in somebody's own words. */
const BEGINS = new RegExp(`( \\((?:${OWNER}|${DUE})): `, 'gi');
const GOES_ON = new RegExp(`(, ${DUE}): `, 'gi');

/** One point; null where its marks are none that are read as plain words. */
function lineOf(line: string): Homework | null {
  const told = TOLD.exec(line)?.groups;
  const day = told?.['year'] === undefined ? null : dayOf(told);
  const isTold =
    told !== undefined &&
    (told['owner'] !== undefined || told['year'] !== undefined) &&
    (told['owner'] !== undefined && told['year'] !== undefined) === (told['both'] !== undefined) &&
    (told['year'] === undefined || day !== null);
  const what = plainly(isTold ? (told['what'] ?? '') : line);
  const owner = isTold && told['owner'] !== undefined ? plainly(told['owner']) : null;
  if (what === null || what === '' || (isTold && told['owner'] !== undefined && owner === null)) return null;
  return { what, owner, due: isTold ? day : null };
}

function dayOf({ day, month, year }: Readonly<Record<string, string | undefined>>): string | null {
  const word = month?.toLowerCase() ?? '';
  const at = Object.values(MONTHS)
    .map((names) => names.findIndex((name) => name.toLowerCase() === word))
    .find((place) => place >= 0);
  const iso = `${year ?? ''}-${String((at ?? -1) + 1).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

function printDay(day: string, language: BoardLanguage): string {
  if (!isDay(day)) return '';
  const month = MONTHS[language][Number(day.slice(5, 7)) - 1] ?? '';
  return `${String(Number(day.slice(8)))}${language === 'da' ? '.' : ''} ${month} ${day.slice(0, 4)}`;
}

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T12:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Signs that CommonMark would take for marks; at the front also those of headings, lists, quotations and code. */
const INLINE = /[\\`*_[\]<>&~|]/g;
const FRONT = /^(?:[#+=-]|\d+(?=[.)]))/;
const marked = (words: string): string => words.replace(INLINE, '\\$&');
const escapedWhat = (words: string): string => {
  const inside = marked(words).replace(BEGINS, '$1\\: ');
  const front = FRONT.exec(inside)?.[0];
  if (front === undefined) return inside;
  return /^\d/.test(front) ? `${front}\\${inside.slice(front.length)}` : `\\${inside}`;
};
const escapedOwner = (words: string): string => marked(words).replace(GOES_ON, '$1\\: ');

/** Words without the backslashes; null where something in them is a mark. A lone sign that can be none reads as itself. */
function plainly(text: string): string | null {
  const rest = text.replace(/\\[!-/:-@[-`{-~]/g, '');
  if (/[`*[\]<>~|\\]/.test(rest) || /&#?\w+;/.test(rest) || /(?:^|[^\p{L}\p{N}])_|_(?:$|[^\p{L}\p{N}])/u.test(rest)) return null;
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
