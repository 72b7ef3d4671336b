import type { Failure } from '../meeting/errors.ts';
import type { LocalDatabase } from './database.ts';
import { createEntries, type Entries } from './outboxEntries.ts';
import { failureFrom, isHeld, meetingOf, type OutboxEntry, type StepNote, type StepState } from './outboxEntry.ts';
import { createSender, type Caller, type NextInTurn, type Perform, type Sender } from './outboxSender.ts';
import { openPane } from './panes.ts';
import { createRetryTimer } from './retryTimer.ts';

/** How far a step of an order has come, and what was in its way. */
export interface OrderStep {
  readonly name: string;
  readonly state: StepState;
  readonly failure: Failure | null;
}

/** What this pane has to send: its own orders, and those of panes that are gone. */
export interface OutboxState {
  readonly pending: number;
  /** What goes on by itself in a moment, and is not among those. */
  readonly held: number;
  readonly sending: boolean;
  /** The last command was handed back to its screen, which tells why and still has the words. */
  readonly refused: boolean;
  /** What only a person can help on, and what cannot be read (Unreadable). */
  readonly stuck: readonly { readonly id: string; readonly command: string; readonly failure: Failure }[];
  /** All that is kept and can be read, in the order it was given, with how far it has come. */
  readonly orders: readonly {
    readonly id: string;
    readonly command: string;
    readonly meeting: string | null;
    readonly steps: readonly OrderStep[];
  }[];
}

/** A command as it is kept until it is carried out: the name and version that its input can be read by, and the steps it will take. */
export interface Ordered {
  readonly command: string;
  readonly version: number;
  /** Plain data. */
  readonly input: unknown;
  readonly steps: readonly string[];
}

export type { Perform, Task } from './outboxSender.ts';

/** Makes what chooses the next of several orders (outboxTurns.ts). */
export type MakeTurns = (queue: {
  readonly database: Promise<LocalDatabase>;
  readonly entries: Pick<Entries, 'list' | 'load'>;
  readonly waiting: () => readonly OutboxEntry[];
  readonly isHeard: (id: string) => boolean;
}) => NextInTurn;

export interface Outbox {
  /**
   * Keeps the command, then carries it out in turn, by `carryOut`. Resolves with its result. A passing failure (`isPassing`) rejects too, but the
   * command stays and is tried again by itself; any other failure takes it out and hands it back to the caller, who still has the words. What is
   * answered with a fault time after time becomes stuck, so that it does not hold up what was ordered later.
   */
  run<Result>(ordered: Ordered, carryOut: Perform<Result>): Promise<Result>;
  /** Tries everything that waits, stuck commands too. */
  retry(): Promise<void>;
  /** Has a stuck command carried out another way: with what is made of its input, from the step it stands at. Nothing where it is gone. */
  amend(id: string, made: (kept: Pick<Ordered, 'command' | 'version' | 'input'>) => Promise<Pick<Ordered, 'version' | 'input'>>): Promise<void>;
  /** Takes a stuck command out and returns its input, or all that was kept of it where that cannot be read. */
  drop(id: string): Promise<unknown>;
  state(): OutboxState;
  onChange(listener: (state: OutboxState) => void): () => void;
  /** Begins to send what an earlier visit left behind. */
  resume(): Promise<void>;
  /** Sends no more; what is left is another pane's to send. A page that goes away need not say so. */
  close(): void;
}

/**
 * The commands' way out: first come, first served, one at a time over all open panes of this origin (Web Locks), so that writes
 * to one list never meet and nothing is sent twice at once. Each open pane sends what was ordered in it, so that its screen
 * follows the steps and hears how it ended; what a closed pane left behind is sent by the next, or by one that is still open.
 *
 * @param perform carries out what was ordered in an earlier visit, or has failed before: nobody hears the result
 * @param makeTurns fetched when there is something to choose; without it each order goes by itself
 */
export function createOutbox(
  database: Promise<LocalDatabase>,
  owner: () => string,
  perform: Perform,
  makeTurns?: () => Promise<MakeTurns>,
  now: () => number = Date.now,
): Outbox {
  const pane = openPane();
  const listeners = new Set<(state: OutboxState) => void>();
  const callers = new Map<string, Caller>();
  let last = 0;

  const onChange = (): void => {
    const state = stateOf(entries, sender, now());
    for (const listener of listeners) listener(state);
  };
  const go = async (): Promise<void> => {
    if (!(await sender.drain())) timer.later();
    alarm.set();
  };
  const timer = createRetryTimer(() => void go());
  const entries = createEntries({ database, owner, pane, onChange, onInherited: () => void go() });
  const alarm = createHeldAlarm(entries.list, now, () => void go());
  const turns = async (waiting: () => readonly OutboxEntry[]) => {
    const make = await makeTurns?.();
    return make?.({ database, entries, waiting, isHeard: (id) => callers.has(id) });
  };
  const sender = createSender({ entries, callers, perform, turns, onChange, onSent: () => timer.reset(), now });

  return {
    state: () => stateOf(entries, sender, now()),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async run(ordered, carryOut) {
      const id = crypto.randomUUID();
      const at = (last = Math.max(now(), last + 1));
      const result = heardBy(callers, id, carryOut);
      await pane.opened;
      await entries.keep(entryOf(ordered, { id, at, owner: owner(), pane: pane.id }));
      void go();
      return result;
    },
    async retry() {
      await entries.load();
      await entries.unstick();
      timer.reset();
      await go();
    },
    async amend(id, made) {
      await entries.load();
      const entry = entries.list().find((each) => each.id === id);
      if (entry === undefined || entry.stuck === null) return;
      await entries.change({ ...entry, ...(await made(entry)), attempts: 0, stuck: null });
      timer.reset();
      await go();
    },
    async drop(id) {
      const content = await entries.content(id);
      await entries.forget(id);
      return content;
    },
    async resume() {
      await entries.load();
      // Somebody is signed in by now, which is all that these waited for.
      await entries.unstick('SignInNeeded');
      await entries.load();
      if (entries.list().some((entry) => entry.stuck === null)) await go();
    },
    close() {
      alarm.close();
      timer.close();
      entries.close();
      pane.close();
    },
  };
}

/** Wakes when the first of what is held may go on; `set` again whenever that may be another. */
function createHeldAlarm(
  list: () => readonly OutboxEntry[],
  now: () => number,
  wake: () => void,
): { readonly set: () => void; readonly close: () => void } {
  let alarm: ReturnType<typeof setTimeout> | null = null;
  let closed = false;
  const stop = () => {
    if (alarm !== null) clearTimeout(alarm);
  };
  return {
    set() {
      stop();
      const until = Math.min(...list().flatMap((entry) => (isHeld(entry, now()) && entry.stuck === null ? [entry.notBefore ?? 0] : [])));
      alarm = closed || !Number.isFinite(until) ? null : setTimeout(wake, Math.max(until - now(), 0) + 1);
    },
    close() {
      closed = true;
      stop();
    },
  };
}

/** The result of an order, for whoever gave it. */
function heardBy<Result>(callers: Map<string, Caller>, id: string, carryOut: Perform<Result>): Promise<Result> {
  const result = new Promise<Result>((resolve, reject) =>
    callers.set(id, {
      carryOut: async (task, note) => {
        const value = await carryOut(task, note);
        return () => resolve(value);
      },
      reject,
    }),
  );
  result.catch(() => undefined);
  return result;
}

const entryOf = ({ command, version, input, steps }: Ordered, given: Pick<OutboxEntry, 'id' | 'at' | 'owner' | 'pane'>): OutboxEntry => ({
  ...given,
  command,
  version,
  input,
  steps: steps.map(waiting),
  attempts: 0,
  notBefore: null,
  stuck: null,
});
const waiting = (name: string): StepNote => ({ name, state: 'waiting', failure: null });

function stateOf(entries: Entries, sender: Sender, now: number): OutboxState {
  const list = entries.list();
  const sendable = list.filter((entry) => entry.stuck === null);
  const held = sendable.filter((entry) => isHeld(entry, now)).length;
  const unreadable = entries.unreadable().map(({ id, failure }) => ({ id, command: '', failure }));
  const stuck = list.flatMap(({ id, command, stuck }) => (stuck === null ? [] : [{ id, command, failure: failureFrom(stuck) }]));
  return {
    pending: sendable.length - held,
    held,
    sending: sender.sending(),
    refused: sender.refused(),
    stuck: [...stuck, ...unreadable],
    orders: list.map((entry) => ({
      id: entry.id,
      command: entry.command,
      meeting: meetingOf(entry),
      steps: entry.steps.map(({ name, state, failure }) => ({ name, state, failure: failure === null ? null : failureFrom(failure) })),
    })),
  };
}
