import type { Apology, AsideRow, Publication } from './meeting.ts';

/** Who wrote a row, by the service's own word. `id` is an Entra id; null for an app, or somebody who is gone. */
export interface ServiceAuthor {
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
}

/** What a row says, and who wrote it. Whoever wrote last decides what it says. */
export interface Authored<Value> {
  readonly value: Value;
  readonly createdBy: ServiceAuthor;
  readonly lastModifiedBy: ServiceAuthor;
}

/** What is borne out by its author, and what is told as written past Dagsorden. */
export interface BorneOut<Value> {
  readonly values: readonly Value[];
  readonly aside: readonly AsideRow[];
}

const plain = (name: string): string => name.trim().toLocaleLowerCase('da');

/** Those who do a meeting's work, by id: whoever attached its agenda, whoever made the board ready, and the reader for what they wrote themselves. */
export type Publishers = ReadonlySet<string>;

export const publishersOf = (...ids: readonly (string | null)[]): Publishers => new Set(ids.filter((id) => id !== null));

/** A row and when the service made it; null where it does not say. */
export interface MadeRow {
  readonly createdBy: ServiceAuthor;
  readonly createdAt: string | null;
}

/**
 * Who made a row that all the others were made after: the meeting's, which is there before its items, or the board's. Where others are older than it, it was taken
 * away and made anew, and whoever did that is not thereby the one who does the work: the maker of the oldest is.
 * @returns the author that counts, and the one who made it anew, if somebody else did
 */
export function makerOf(row: MadeRow | undefined, others: readonly MadeRow[]): { readonly id: string | null; readonly anew: ServiceAuthor | null } {
  if (row === undefined) return { id: null, anew: null };
  const at = (made: MadeRow): number => Date.parse(made.createdAt ?? '');
  const [oldest] = others.filter((other) => at(other) < at(row)).sort((a, b) => at(a) - at(b));
  if (oldest === undefined || oldest.createdBy.id === row.createdBy.id) return { id: row.createdBy.id, anew: null };
  return { id: oldest.createdBy.id, anew: row.createdBy };
}

/** Where the service names nobody at all, nothing can be held against it. */
export const mayHavePublished = (publishers: Publishers, author: ServiceAuthor): boolean =>
  publishers.size === 0 || (author.id !== null && publishers.has(author.id));

/**
 * Apologies. Everybody in the team can write the list, so "entered by Ane herself" counts where Ane wrote the row, or whoever it says entered it, or somebody
 * who does the meeting's work. One that somebody else added is none; one that somebody else changed stands, is not taken back by that, and is told.
 */
export function borneOutApologies(rows: readonly Authored<Apology>[], publishers: Publishers): BorneOut<Apology> {
  const values: Apology[] = [];
  const aside: AsideRow[] = [];
  for (const { value, createdBy, lastModifiedBy } of rows) {
    const bears = (author: ServiceAuthor) => mayHavePublished(publishers, author) || isWriterOf(value, author);
    if (bears(lastModifiedBy)) values.push(value);
    else if (bears(createdBy)) {
      values.push({ ...value, withdrawnAt: null });
      aside.push({ what: 'apologyChanged', by: lastModifiedBy.name, about: value.person.name });
    } else aside.push({ what: 'apology', by: createdBy.name, about: value.person.name });
  }
  return { values, aside };
}

/** The person, or whoever the row says entered it. A name alone does not make somebody the person whose id is known. */
function isWriterOf({ person, enteredBy }: Apology, { id, name, email }: ServiceAuthor): boolean {
  if (id !== null && id === person.id) return true;
  if (person.id === null && email !== null && person.email !== null && plain(email) === plain(person.email)) return true;
  const isTheirs = plain(enteredBy) === plain(person.name);
  return (!isTheirs || person.id === null) && name !== '' && plain(name) === plain(enteredBy);
}

/**
 * Lines of the publication log. One that somebody else wrote last is told, and does not count: but a message to the channel cannot be recalled, and whoever
 * wrote of it may be a colleague, so that it neither passes for one that was sent nor is sent once more before a person has looked.
 */
export function borneOutLog(rows: readonly Authored<Publication>[], publishers: Publishers): BorneOut<Publication> {
  const values: Publication[] = [];
  const aside: AsideRow[] = [];
  for (const { value, lastModifiedBy } of rows) {
    const counts = mayHavePublished(publishers, lastModifiedBy);
    if (counts) values.push(value);
    else {
      if (mayBeUnderWay(value)) values.push(asOthersSay(value));
      aside.push({ what: 'log', by: lastModifiedBy.name, about: String(value.version) });
    }
  }
  return { values, aside };
}

/** What is just being sent, to any place, is waited for by whoever closes an item; and the channel may have its message. */
const mayBeUnderWay = ({ target, state }: Publication): boolean => state === 'pending' || (target === 'channel' && state !== 'failed');

/** A line of the log by somebody who is not known to publish: what it says is done may be, in the channel, and is done again everywhere else. */
export function asOthersSay(line: Publication): Publication {
  if (line.state === 'pending') return line;
  if (line.target !== 'channel') return { ...line, state: 'failed', error: null };
  return line.state === 'done' ? { ...line, state: 'uncertain', error: null } : line;
}
