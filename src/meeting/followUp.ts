import { isClosed, type AgendaItem, type Openness } from './agenda.ts';
import type { ItemId, MeetingKey } from './ids.ts';
import type { Person, PrintedFollowUp } from './meeting.ts';
import type { FollowUpState } from './words.ts';

/** Something that is to be done after a meeting (opfølgning). What follows from a closed item stands in the closed circle's list, and nowhere else. */
export interface FollowUp {
  readonly id: string;
  readonly key: MeetingKey;
  readonly itemId: ItemId;
  /** Which of the item's decisions it follows from, counted from 1; null for the item as a whole. */
  readonly decision: number | null;
  readonly openness: Openness;
  /** What is to be done, plain text. */
  readonly what: string;
  /** Who does it; null where nobody has been named. */
  readonly owner: Person | null;
  /** ISO day; null for none. */
  readonly due: string | null;
  readonly state: FollowUpState;
  /** Who gave it the state it has, by name, and the ISO instant; '' where nobody wrote it down. */
  readonly stateBy: string;
  readonly stateAt: string;
  readonly writtenBy: string;
  readonly writtenAt: string;
  /** The item and the meeting as they were called when it was written, for lists that hold many meetings. */
  readonly itemTitle: string;
  readonly meetingTitle: string;
  /** Was it done, when it was last held against the owner's To Do? Null: it lies in none. */
  readonly toDoDone: boolean | null;
  /** The day that both told, when it was last held against the owner's To Do; null where they told none, or it lies in none. */
  readonly toDoDue: string | null;
  /** The day as the meeting had it, where the owner has moved it in their own To Do since: '' for none. Null: it is the one in `due`. */
  readonly decidedDue: string | null;
}

/** The day that minutes print: what its owner does with their own days is no correction of them. */
export const printedDue = ({ due, decidedDue }: Pick<FollowUp, 'due' | 'decidedDue'>): string | null =>
  decidedDue === null ? due : decidedDue === '' ? null : decidedDue;

/** What a person writes of it. */
export type FollowUpWords = Pick<FollowUp, 'what' | 'owner' | 'due' | 'decision'>;

/** One of each id. Where one stands both open and closed, as while it is being moved, it is closed. */
export function eachFollowUpOnce(all: readonly FollowUp[]): readonly FollowUp[] {
  const found = new Map<string, FollowUp>();
  for (const one of all) {
    const first = found.get(one.id);
    if (first === undefined || (first.openness === 'open' && one.openness === 'closed')) found.set(one.id, one);
  }
  return [...found.values()];
}

const LAST = '9999';

/** Those that are to be done first first: by due date, those without one last, then as they were written. */
export function inTurn<One extends Pick<FollowUp, 'due' | 'writtenAt' | 'id'>>(all: readonly One[]): One[] {
  return [...all].sort((a, b) => (a.due ?? LAST).localeCompare(b.due ?? LAST) || a.writtenAt.localeCompare(b.writtenAt) || (a.id < b.id ? -1 : 1));
}

/** Is it still to be done, and its day over? @param today ISO day */
export const isOverdue = ({ state, due }: Pick<FollowUp, 'state' | 'due'>, today: string): boolean => state === 'open' && due !== null && due < today;

/** Is it written of an item that only the closed circle may know? One of an item that is gone keeps to where it stands. */
export function followsClosed({ itemId, openness }: Pick<FollowUp, 'itemId' | 'openness'>, items: readonly AgendaItem[]): boolean {
  return openness === 'closed' || items.some((item) => item.id === itemId && isClosed(items, item));
}

/**
 * What minutes print of an item's follow-up, in the order it was written. What was given up is left out, unless the edition that is out printed it: it was
 * decided all the same. What was printed decides, not when it was given up: a later edition is later than that, too.
 * @param published what the newest edition that is out printed of this item; nothing before the first
 */
export function printedFollowUps(all: readonly FollowUp[], itemId: ItemId, published: readonly PrintedFollowUp[]): PrintedFollowUp[] {
  return unlessGivenUp(
    all.filter((one) => one.itemId === itemId && one.what.trim() !== ''),
    published,
  )
    .sort((a, b) => (a.decision ?? 0) - (b.decision ?? 0) || a.writtenAt.localeCompare(b.writtenAt) || (a.id < b.id ? -1 : 1))
    .map((one) => ({ what: one.what.trim(), owner: one.owner === null ? null : one.owner.name.trim() || one.owner.email, due: printedDue(one) }));
}

/** Without what was given up before it was printed. One that was written once more in the same words is the one that was printed. */
function unlessGivenUp(all: readonly FollowUp[], published: readonly PrintedFollowUp[]): FollowUp[] {
  const kept = all.filter(({ state }) => state !== 'dropped');
  const left = published.map(({ what }) => what.trim());
  const takes = ({ what }: FollowUp): boolean => {
    const place = left.indexOf(what.trim());
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  };
  kept.forEach(takes);
  return [...kept, ...all.filter((one) => one.state === 'dropped' && takes(one))];
}

/** What is to be done so that the row and the owner's To Do tell the same. `row`: the row follows the task; `task`: the task follows the row. */
export type ToDoStep =
  | { readonly kind: 'none' }
  /** Both tell the same, and the row does not know yet. */
  | { readonly kind: 'note'; readonly done: boolean }
  | { readonly kind: 'row'; readonly done: boolean }
  | { readonly kind: 'task'; readonly done: boolean }
  /** The person has taken the task out of their To Do. */
  | { readonly kind: 'gone' };

/**
 * Holds a row against its task. Which of the two was changed since they last told the same is known by what they told then: clocks are not asked, since To
 * Do knows only the day on which something was done, and a change of any kind makes a task newer.
 * @param taskDone null where there is no such task
 */
export function toDoStep({ state, toDoDone }: Pick<FollowUp, 'state' | 'toDoDone'>, taskDone: boolean | null): ToDoStep {
  if (toDoDone === null) return { kind: 'none' };
  if (taskDone === null) return { kind: 'gone' };
  const rowDone = state !== 'open';
  if (rowDone === taskDone) return toDoDone === taskDone ? { kind: 'none' } : { kind: 'note', done: taskDone };
  return toDoDone === rowDone ? { kind: 'row', done: taskDone } : { kind: 'task', done: rowDone };
}

/** What is to be done so that both tell the same day. `row`: the row follows the task; `task`: the task follows the row. */
export interface ToDoDayStep {
  readonly kind: 'none' | 'note' | 'row' | 'task';
  readonly due: string | null;
}

/**
 * Holds the day of a row against that of its task by what they told when they last agreed, as `toDoStep` does. Where both were moved, the row has its way: it is the
 * body's. What is done keeps its day.
 */
export function toDoDayStep(
  { state, due, toDoDone, toDoDue }: Pick<FollowUp, 'state' | 'due' | 'toDoDone' | 'toDoDue'>,
  taskDue: string | null,
): ToDoDayStep {
  if (toDoDone === null || state !== 'open') return { kind: 'none', due };
  if (due === taskDue) return { kind: toDoDue === due ? 'none' : 'note', due };
  return toDoDue === due ? { kind: 'row', due: taskDue } : { kind: 'task', due };
}
