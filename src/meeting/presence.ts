import { standing } from './apologies.ts';
import type { ClockTime } from './clock.ts';
import { isClosed, type AgendaItem } from './agenda.ts';
import type { ItemId } from './ids.ts';
import type { Apology, Person } from './meeting.ts';
import { whoIsWho, type Someone } from './persons.ts';
import type { PresenceGroup, PresenceNoteKind } from './words.ts';

/**
 * One line of a roll call. Notes are only ever added, never changed: several people may call the roll at once, also offline, and what each of them noted
 * stands. What a person's notes come to is the same in whatever order they arrive (`attendeesOf`).
 */
export interface PresenceNote {
  /** Made once when it is noted, so that one that is sent twice is one. */
  readonly id: string;
  readonly person: Person;
  readonly kind: PresenceNoteKind;
  /** Where it happened: for `arrived`, `left` and `recused`. An arrival counts at its item, and whoever left during an item was not there to decide it. */
  readonly itemId: ItemId | null;
  /** The time of day, for `arrived` and `left`. */
  readonly time: ClockTime | null;
  /** The member this person stands in for. */
  readonly insteadOf: Person | null;
  /** No member and no stand-in. */
  readonly guest: boolean;
  /** An apology that came on the day of the meeting. */
  readonly onTheDay: boolean;
  /** The notes that `undone` takes back. */
  readonly undoes: readonly string[];
  /** ISO instant, whole seconds. */
  readonly notedAt: string;
  /** The name of whoever noted it. */
  readonly notedBy: string;
}

/** Where a person stands, as it was noted last. */
export type NotedState = Extract<PresenceNoteKind, 'unknown' | 'present' | 'online' | 'apology' | 'absent'>;

/** What is known of one person's presence, put together of all notes and apologies. */
export interface Attendee {
  readonly person: Person;
  readonly insteadOf: Person | null;
  readonly guest: boolean;
  readonly state: NotedState;
  /** The apology was noted as one of the day itself. */
  readonly onTheDay: boolean;
  /** Arrivals and departures that stand, in the order they were noted. */
  readonly moves: readonly PresenceNote[];
  /** The notes by which this person is recused. */
  readonly recusals: readonly PresenceNote[];
  /** The apology that stands, if one was sent. */
  readonly apology: Apology | null;
  /** The last note of this person that stands: what "undo" takes back. */
  readonly last: PresenceNote | null;
}

/** Somebody the roll is called of. */
export type Listed = Pick<Attendee, 'person'> & Partial<Pick<Attendee, 'guest' | 'insteadOf'>>;

const STATES: readonly string[] = ['unknown', 'present', 'online', 'apology', 'absent'] satisfies readonly NotedState[];
const isState = (note: PresenceNote): note is PresenceNote & { readonly kind: NotedState } => STATES.includes(note.kind);
/** States that say: not there. What was noted before of coming and going is meant no more. */
const SENDS_AWAY: readonly PresenceNoteKind[] = ['unknown', 'apology', 'absent'];

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000) || 0;
const byTime = (one: PresenceNote, other: PresenceNote): number =>
  seconds(one.notedAt) - seconds(other.notedAt) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** Each note once, in the order they were noted by the clocks of those who noted them; without those that were taken back, and without `undone` itself. */
export function notesThatStand(notes: readonly PresenceNote[]): PresenceNote[] {
  const each = [...new Map(notes.map((note) => [note.id, note])).values()].sort(byTime);
  const undone = new Set(each.flatMap((note) => (note.kind === 'undone' ? note.undoes : [])));
  return each.filter((note) => note.kind !== 'undone' && !undone.has(note.id));
}

/**
 * Everybody on the list, in its order, then everybody else who was noted or sent an apology, by name. Nobody stands in it twice, and whoever was not noted is
 * `unknown`: no answer is never present.
 */
export function attendeesOf(listed: readonly Listed[], notes: readonly PresenceNote[], apologies: readonly Apology[]): Attendee[] {
  const stand = notesThatStand(notes);
  const who = whoIsWho([...listed.map(({ person }) => person), ...apologies.map(({ person }) => person), ...notes.map(({ person }) => person)]);
  const keyOf = (person: Someone) => who(person) ?? '';
  const sent = standing(apologies, who);
  const named = new Map<string, Listed>();
  for (const one of listed) if (!named.has(keyOf(one.person))) named.set(keyOf(one.person), one);
  const others = [...sent, ...stand].filter(({ person }) => !named.has(keyOf(person)));
  const more = new Map<string, Listed>();
  for (const { person } of others) if (!more.has(keyOf(person))) more.set(keyOf(person), { person });
  const byName = [...more.values()].sort((one, other) => one.person.name.localeCompare(other.person.name, 'da'));
  return [...named.values(), ...byName].map((one) => {
    const key = keyOf(one.person);
    return attendee(
      one,
      stand.filter(({ person }) => keyOf(person) === key),
      sent.find(({ person }) => keyOf(person) === key) ?? null,
    );
  });
}

/** @param notes of this person that stand, in order */
function attendee({ person, guest = false, insteadOf = null }: Listed, notes: readonly PresenceNote[], apology: Apology | null): Attendee {
  const state = notes.findLast(isState);
  const sentAway = notes.findLastIndex(({ kind }) => SENDS_AWAY.includes(kind));
  const moves = notes.filter(({ kind }, place) => (kind === 'arrived' || kind === 'left') && place > sentAway);
  const asWhom = notes.findLast((note) => isState(note) || note.kind === 'arrived');
  return {
    person,
    // Whoever was called to stand in does so until somebody notes it otherwise.
    insteadOf: asWhom ? asWhom.insteadOf : insteadOf,
    guest: asWhom?.guest ?? guest,
    state: state?.kind ?? 'unknown',
    onTheDay: state?.kind === 'apology' && state.onTheDay,
    moves,
    recusals: notes.filter(({ kind }) => kind === 'recused'),
    apology,
    last: notes.at(-1) ?? null,
  };
}

/** Was this person there at any time? Whoever left was there before. */
export const cameAtAll = ({ state, moves }: Pick<Attendee, 'state' | 'moves'>): boolean =>
  state === 'present' || state === 'online' || moves.length > 0;

/** Where somebody is printed and counted. Whoever came is present; whoever sent an apology, or had one noted, is excused and never absent. */
export function groupOf(attendee: Attendee): PresenceGroup {
  if (cameAtAll(attendee)) return 'present';
  if (attendee.state === 'apology' || attendee.apology !== null) return 'excused';
  return attendee.state === 'absent' ? 'absent' : 'none';
}

/** Has anybody called the roll? An apology alone is no roll call. */
export const wasRollCalled = (notes: readonly PresenceNote[]): boolean =>
  notesThatStand(notes).some(({ kind }) => kind !== 'unknown' && kind !== 'recused');

/** The instant of a note made now, and after all that is known of this person: the clocks of two devices may differ, and rows keep whole seconds. */
export function notedAfter(notes: readonly PresenceNote[], person: Someone, now: string): string {
  const who = whoIsWho([...notes.map((note) => note.person), person]);
  const theirs = notes.filter((note) => who(person) !== null && who(note.person) === who(person));
  const latest = Math.max(seconds(now) - 1, ...theirs.map(({ notedAt }) => seconds(notedAt)));
  return `${new Date((latest + 1) * 1000).toISOString().slice(0, 19)}Z`;
}

/**
 * Does a note tell what only the closed circle may know? Who is recused from an item says what it is about. That somebody came or went while it was treated
 * says no more than its number.
 */
export const tellsOfClosed = ({ kind, itemId }: PresenceNote, closed: ReadonlySet<ItemId>): boolean =>
  (kind === 'recused' || kind === 'undone') && itemId !== null && closed.has(itemId);

export const closedItems = (items: readonly AgendaItem[]): ReadonlySet<ItemId> =>
  new Set(items.filter((item) => isClosed(items, item)).map(({ id }) => id));
