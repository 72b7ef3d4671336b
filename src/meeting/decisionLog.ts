import { saysSomething } from './decisions.ts';
import type { ItemId } from './ids.ts';
import type { Edition, EditionLine, MeetingPointer } from './meeting.ts';
import type { Openness, OutcomeCode } from './words.ts';

// The decision log: what bodies decided, as it stands in the newest edition of their published minutes.

/** One decision. An item with several stands once for each. */
export interface LoggedDecision {
  readonly pointer: MeetingPointer;
  /** The body's name as the minutes print it, else as its board is called. */
  readonly body: string;
  /** ISO instant the meeting began. */
  readonly start: string;
  readonly itemId: ItemId;
  /** Which of the item's decisions, from 1. */
  readonly nth: number;
  readonly number: string | null;
  /** '' for a closed item without a title of its own. */
  readonly title: string;
  readonly openness: Openness;
  readonly outcome: OutcomeCode | null;
  readonly notTreated: boolean;
  /** CommonMark. */
  readonly decision: string;
}

/** What a decision may be asked for by its result. */
export type WantedResult = OutcomeCode | 'notTreated';

/** What is looked for; '' and null ask for nothing. */
export interface WantedDecisions {
  /** All of them must be there; those in quotation marks side by side. */
  readonly words: string;
  /** The name, or a part of it, of who presented the item, was recused, voted by name or dissented. */
  readonly person: string;
  readonly result: WantedResult | null;
  /** ISO days, both included. */
  readonly from: string | null;
  readonly to: string | null;
}

export const everyDecision: WantedDecisions = { words: '', person: '', result: null, from: null, to: null };

/** A meeting with its newest edition as this reader may see it. */
export interface MinutedMeeting {
  readonly pointer: MeetingPointer;
  /** What its board is called. */
  readonly body: string;
  readonly start: string;
  readonly edition: Edition;
  /** Who presented each item, where that was asked for. */
  readonly presenters: ReadonlyMap<ItemId, readonly string[]>;
}

/** The decisions of a meeting that are looked for, in the order of its minutes. */
export function decisionsOf(meeting: MinutedMeeting, wanted: WantedDecisions): LoggedDecision[] {
  const { edition, pointer, start } = meeting;
  const body = edition.head.body ?? meeting.body;
  const words = wordsOf(wanted.words);
  const person = wordsOf(wanted.person);
  return edition.lines.flatMap((line) => {
    if (!hasAll(peopleText(line, meeting.presenters.get(line.itemId) ?? []), person)) return [];
    const { itemId, number, title, openness, notTreated } = line;
    return decidedIn(line)
      .map(({ outcome, decision, nth }) => ({ pointer, body, start, itemId, nth, number, title, openness, outcome, notTreated, decision }))
      .filter((found) => isResult(found, wanted.result) && hasAll(textOf(line, found.decision), words));
  });
}

/** Each decision of a line with its number; one empty one for an item that was not treated. */
function decidedIn(line: EditionLine) {
  const all = [line, ...(line.further ?? [])].map(({ outcome, decision }, place) => ({ outcome, decision, nth: place + 1 }));
  const said = all.filter(saysSomething);
  return said.length === 0 && line.notTreated ? all.slice(0, 1) : said;
}

const isResult = ({ outcome, notTreated }: LoggedDecision, wanted: WantedResult | null): boolean =>
  wanted === null || (wanted === 'notTreated' ? notTreated : outcome === wanted && !notTreated);

const textOf = (line: EditionLine, decision: string): string =>
  [line.title, decision, line.dissent ?? '', ...line.recommendations.map(({ text }) => text)].join('\n');

const peopleText = ({ recused = [], votes, dissent = '' }: EditionLine, presenters: readonly string[]): string =>
  [...presenters, ...recused, ...(votes ? [votes.for, votes.against, votes.abstained] : []), dissent].join('\n');

/** As letters are compared: composed, in small ones, with any space between words one space. */
const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('da').replace(/\s+/g, ' ');

/** "budget "åbne tal"" → budget, åbne tal. */
function wordsOf(typed: string): string[] {
  return [...plain(typed).matchAll(/["“”„»«]([^"“”„»«]+)["“”„»«]?|[^\s"“”„»«]+/g)]
    .map(([word, quoted]) => (quoted ?? word).trim())
    .filter((word) => word !== '');
}

function hasAll(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const inside = plain(text);
  return words.every((word) => inside.includes(word));
}
