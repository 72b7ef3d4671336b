// A lexicon, compiled once into the readers the recogniser works with.
import { makeCalendar, type Calendar } from './grammar/date.ts';
import { makeClock, type Clock } from './grammar/clock.ts';
import { makePeople, type People } from './grammar/people.ts';
import { makeSentences, type Sentences } from './grammar/sentence.ts';
import { mendScan, opening, pattern, whole, within } from './grammar/pattern.ts';
import { danish } from './lexicon/da.ts';
import type { LabelKey, Lexicon } from './lexicon/lexicon.ts';

export interface Label {
  key: LabelKey;
  /** The label as printed. */
  label: string;
  /** What follows it on the line. */
  rest: string;
  /** Offset of `rest` in the text. */
  at: number;
  /** Printed with a colon or in a column of its own. */
  marked: boolean;
}

export interface Language {
  lexicon: Lexicon;
  clock: Clock;
  calendar: Calendar;
  sentences: Sentences;
  people: People;
  /** The label that opens a text, with what follows it; null when none does. */
  label(text: string, cells?: readonly string[]): Label | null;
  is: Record<keyof typeof wholes, (text: string) => boolean>;
  opens: Record<keyof typeof openings, RegExp>;
  holds: Record<keyof typeof withins, RegExp>;
}

const wholes = {
  documentType: (l: Lexicon) => `(?:${l.headings.documentTypes})`,
  letterhead: (l: Lexicon) => l.headings.letterhead,
  footer: (l: Lexicon) => l.noise.footer,
  navigation: (l: Lexicon) => l.noise.navigation,
  home: (l: Lexicon) => l.noise.home,
  join: (l: Lexicon) => l.noise.join,
  converter: (l: Lexicon) => l.noise.converter,
  contents: (l: Lexicon) => l.noise.contents,
  ruler: (l: Lexicon) => l.noise.signature,
  greeting: (l: Lexicon) => l.noise.greeting,
  signOff: (l: Lexicon) => l.headings.signOff,
  none: (l: Lexicon) => `(?:${l.words.none})[.!]?`,
  body: (l: Lexicon) => l.headings.bodies,
  groupFixed: (l: Lexicon) => l.item.groupFixed,
  groupClosed: (l: Lexicon) => l.item.groupClosed,
  groupOpen: (l: Lexicon) => l.item.groupOpen,
  groupTyped: (l: Lexicon) => l.item.types.map(({ group }) => group).join('|'),
  groupOther: (l: Lexicon) => l.item.groupOther,
  caseNumber: (l: Lexicon) => l.item.caseNumbers,
  role: (l: Lexicon) => l.item.roles,
  groupWord: (l: Lexicon) => l.item.groups,
  appendix: (l: Lexicon) => l.headings.appendix,
  practical: (l: Lexicon) => l.headings.practical,
  attachmentNone: (l: Lexicon) => l.attachments.none,
} as const;

const openings = {
  block: (l: Lexicon) => l.headings.block,
  day: (l: Lexicon) => l.headings.day,
  strong: (l: Lexicon) => l.numbering.strong,
  break: (l: Lexicon) => l.item.breaks,
  notBreak: (l: Lexicon) => l.item.notBreaks,
  fixed: (l: Lexicon) => l.item.fixed,
  closed: (l: Lexicon) => l.item.closed,
  open: (l: Lexicon) => l.item.open,
  invitation: (l: Lexicon) => l.headings.invitation,
  signOff: (l: Lexicon) => l.headings.signOff,
  tracks: (l: Lexicon) => `(?:${l.numbering.tracks})\\s+([\\p{L}]|\\d{1,2})\\s*[:.–-]`,
  weekday: (l: Lexicon) => l.calendar.weekdays.join('|'),
} as const;

const withins = {
  meeting: (l: Lexicon) => l.headings.meeting,
  event: (l: Lexicon) => l.headings.event,
  body: (l: Lexicon) => l.headings.bodies,
  draft: (l: Lexicon) => l.headings.draft,
  minutes: (l: Lexicon) => l.headings.minutes,
  programme: (l: Lexicon) => l.headings.programme,
  agenda: (l: Lexicon) => l.headings.agenda,
  caseForm: (l: Lexicon) => l.headings.caseForm,
  notTheMeeting: (l: Lexicon) => l.headings.notTheMeeting,
  begins: (l: Lexicon) => l.headings.begins,
  ends: (l: Lexicon) => l.headings.ends,
  place: (l: Lexicon) => l.headings.placeWords,
  finiteVerb: (l: Lexicon) => l.words.finiteVerbs,
  outcome: (l: Lexicon) => l.outcome.says,
  notOutcome: (l: Lexicon) => l.outcome.notSays,
  recommends: (l: Lexicon) => l.item.recommends,
  purpose: (l: Lexicon) => l.item.purposeSentence,
  organisation: (l: Lexicon) => l.item.organisations,
  imprint: (l: Lexicon) => l.noise.imprint,
  late: (l: Lexicon) => l.people.late,
  substitute: (l: Lexicon) => l.people.substitute,
} as const;

function compile<K extends string>(sources: Record<K, (l: Lexicon) => string>, lexicon: Lexicon, how: (source: string) => RegExp): Record<K, RegExp> {
  return Object.fromEntries(Object.entries<(l: Lexicon) => string>(sources).map(([key, source]) => [key, how(source(lexicon))])) as Record<K, RegExp>;
}

/** Longest text that can be a label or a heading of one of the fixed forms. */
const longestLabel = 80;

/** Looked-up labels that are kept. */
const mostKnown = 5_000;

/** A text without the white space, colons and full stops at its end. */
function withoutEnd(text: string): string {
  let to = text.length;
  while (to > 0 && /[\s:.]/.test(text.charAt(to - 1))) to--;
  return to === text.length ? text : text.slice(0, to);
}

/** Compiles a lexicon into the readers the recogniser works with. */
export function makeLanguage(lexicon: Lexicon): Language {
  const labels = lexicon.labels.map(({ key, match }) => ({ key, match: whole(match) }));
  // Most lines are no label: one pattern tells.
  const anyLabel = whole(lexicon.labels.map(({ match }) => `(?:${match})`).join('|'));
  const compiledWholes = compile(wholes, lexicon, whole);
  const known = new Map<string, LabelKey | null>();
  const lookUp = (printed: string): LabelKey | null => {
    const before = known.get(printed);
    if (before !== undefined) return before;
    const folded = withoutEnd(
      mendScan(printed)
        .toLowerCase()
        .replace(/\s*\([^)]*\)\s*$/, ''),
    ).trim();
    const may = folded !== '' && folded.length <= longestLabel && anyLabel.test(folded);
    const found = may ? (labels.find(({ match }) => match.test(folded))?.key ?? null) : null;
    // A cache that stayed full would make every later paper slow.
    if (known.size >= mostKnown) known.clear();
    known.set(printed, found);
    return found;
  };
  // Asked again and again for the same line.
  let lastText = '';
  let lastFaint = '';
  const faint = (text: string): string => {
    if (text !== lastText) {
      lastFaint = withoutEnd(mendScan(text).toLowerCase());
      lastText = text;
    }
    return lastFaint;
  };
  return {
    lexicon,
    clock: makeClock(lexicon),
    calendar: makeCalendar(lexicon),
    sentences: makeSentences(lexicon),
    people: makePeople(lexicon),
    label(text, cells) {
      const first = cells?.[0];
      if (cells && cells.length > 1 && first !== undefined && first.length <= longestLabel) {
        const key = lookUp(first);
        if (key)
          return {
            key,
            label: first,
            rest: text.slice(first.length).replace(/^\s*:?\s*/, ''),
            at: text.length - text.slice(first.length).replace(/^\s*:?\s*/, '').length,
            marked: true,
          };
      }
      const colon = text.slice(0, longestLabel + 1).indexOf(':');
      if (colon > 0) {
        const key = lookUp(text.slice(0, colon));
        if (key) {
          const rest = text.slice(colon + 1).trimStart();
          return { key, label: text.slice(0, colon).trim(), rest, at: text.length - rest.length, marked: true };
        }
      }
      if (text.length <= longestLabel && !/\.$/.test(text)) {
        const key = lookUp(text);
        if (key) return { key, label: text, rest: '', at: text.length, marked: /:$/.test(text) };
      }
      return null;
    },
    is: Object.fromEntries(
      Object.entries(compiledWholes).map(([key, match]) => [key, (text: string) => text.length <= 400 && match.test(faint(text))]),
    ) as Language['is'],
    opens: compile(openings, lexicon, opening),
    holds: compile(withins, lexicon, within),
  };
}

/** Something made once for each language, as the patterns of one reader. */
export function perLanguage<T>(make: (lexicon: Lexicon) => T): (language: Language) => T {
  const cache = new WeakMap<Language, T>();
  return (language) => {
    let there = cache.get(language);
    if (there === undefined) cache.set(language, (there = make(language.lexicon)));
    return there;
  };
}

/** The languages papers can be read in: another one is its lexicon and a line here. */
const lexicons = { da: danish } as const satisfies Record<string, Lexicon>;

export type LanguageCode = keyof typeof lexicons;

/** How a paper's language is told: one of ours by its code, or a lexicon of one's own. */
export type LanguageChoice = LanguageCode | Lexicon;

const made = new WeakMap<Lexicon, Language>();

/** The compiled language; each lexicon is compiled once. */
export function language(choice: LanguageChoice = 'da'): Language {
  const lexicon = typeof choice === 'string' ? lexicons[choice] : choice;
  let compiled = made.get(lexicon);
  if (!compiled) made.set(lexicon, (compiled = makeLanguage(lexicon)));
  return compiled;
}

export { pattern };
