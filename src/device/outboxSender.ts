import { isFailure, isPassing } from '../meeting/errors.ts';
import { exclusively } from './exclusively.ts';
import type { Entries } from './outboxEntries.ts';
import { Held } from './held.ts';
import { isHeld, storedFailureOf, type OutboxEntry, type StepNote } from './outboxEntry.ts';

/** An entry that is to be carried out, as it was kept: how far an earlier attempt came stands in `steps`. */
export type Task = Pick<OutboxEntry, 'command' | 'version' | 'input' | 'steps'>;

/** Carries out a command. Must be able to run again after it was cut off anywhere, and change nothing then. */
export type Perform<Result = unknown> = (task: Task, note: (steps: readonly StepNote[]) => void) => Promise<Result>;

/** A caller who is still there: carries the order out in its own way, and hears how it ended. */
export interface Caller {
  /** Resolves with what tells the caller the result, to be called when the order is forgotten. */
  readonly carryOut: Perform<() => void>;
  readonly reject: (error: unknown) => void;
}

export interface Sender {
  /** Sends until nothing is left or the way is blocked. Resolves false when it is worth trying again later. */
  drain(): Promise<boolean>;
  sending(): boolean;
  /** The last command was handed back to its caller. */
  refused(): boolean;
}

/** The order that is sent next; undefined where none waits. */
export type NextInTurn = () => Promise<OutboxEntry | undefined>;

interface SenderOptions {
  readonly entries: Entries;
  readonly callers: Map<string, Caller>;
  /** Carries out what has no caller (any more). */
  readonly perform: Perform;
  /** Fetched when more than one order waits, or one that nobody hears: until then there is nothing to choose. */
  readonly turns: (waiting: () => readonly OutboxEntry[]) => Promise<NextInTurn | undefined>;
  readonly onChange: () => void;
  readonly onSent: () => void;
  readonly now: () => number;
}

/** So many faults, and it is this order that the service (or the host) cannot take. No connection and "busy" are about all orders alike. */
const MOST_FAULTS = 5;
const isFault = (error: unknown): boolean => isPassing(error) && !isFailure(error, 'Offline') && !isFailure(error, 'Throttled');

/** Sends what is kept, first come, first served, one at a time over all open panes of this origin. */
export function createSender({ entries, callers, perform, turns, onChange, onSent, now }: SenderOptions): Sender {
  let sending = false;
  let refused = false;
  let next: NextInTurn | undefined;

  const waiting = () => entries.list().filter((entry) => entry.stuck === null && !isHeld(entry, now()));
  async function upNext(): Promise<OutboxEntry | undefined> {
    const [first, second] = waiting();
    // Without them they go one by one: where they cannot be fetched, nothing else gets through either.
    if (first && (second || !callers.has(first.id))) next ??= await turns(waiting).catch(() => undefined);
    return next ? next() : first;
  }

  async function sendOne(entry: OutboxEntry): Promise<boolean> {
    const caller = callers.get(entry.id);
    let steps = entry.steps;
    const note = (next: readonly StepNote[]): void => {
      steps = [...next];
      // A note is for the eye and the next attempt: where it cannot be kept, the order goes on all the same.
      entries.note(entry.id, steps).catch(() => undefined);
    };
    try {
      const tellResult = caller ? await caller.carryOut(entry, note) : await perform(entry, note).then(() => undefined);
      callers.delete(entry.id);
      refused = false;
      await entries.forget(entry.id);
      onSent();
      tellResult?.();
      return true;
    } catch (error) {
      callers.delete(entry.id);
      if (error instanceof Held) return held({ ...entry, steps }, caller, error);
      return failed({ ...entry, steps }, caller, error);
    }
  }

  /** It goes on when its time has come, after what is ordered until then: that may take it back. */
  async function held(entry: OutboxEntry, caller: Caller | undefined, error: Held): Promise<boolean> {
    await entries.change({ ...entry, at: Math.max(entry.at, error.until), notBefore: error.until });
    caller?.reject(error);
    return true;
  }

  async function failed(entry: OutboxEntry, caller: Caller | undefined, error: unknown): Promise<boolean> {
    const attempts = entry.attempts + (isFault(error) ? 1 : 0);
    // Nobody hears what is carried out without a caller: it waits until somebody has signed in again, rather than be stuck with the words.
    const signsInLater = caller === undefined && isFailure(error, 'SignInNeeded');
    if (signsInLater || (isPassing(error) && attempts < MOST_FAULTS)) {
      await entries.change({ ...entry, attempts });
      // Those behind it wait too: they are told now rather than left hanging.
      for (const [id, other] of callers) {
        callers.delete(id);
        other.reject(error);
      }
      caller?.reject(error);
      return false;
    }
    refused = caller !== undefined;
    if (caller) await entries.forget(entry.id);
    else await entries.change({ ...entry, attempts, stuck: storedFailureOf(error) });
    caller?.reject(error);
    return true;
  }

  return {
    sending: () => sending,
    refused: () => refused,
    drain: () =>
      exclusively(async () => {
        await entries.load();
        sending = true;
        try {
          for (;;) {
            const entry = await upNext();
            if (!entry) return true;
            onChange();
            if (!(await sendOne(entry))) return false;
          }
        } finally {
          sending = false;
          onChange();
        }
      }),
  };
}
