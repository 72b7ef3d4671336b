import { Failure, isFailure, isPassing, type FailureName } from '../meeting/errors.ts';
import type { LocalDatabase, OutboxEntry } from './database.ts';
import { openPane, openPanes, paneClosed } from './panes.ts';

/** What this pane has to send: its own orders, and those of panes that are gone. */
export interface OutboxState {
  readonly pending: number;
  readonly sending: boolean;
  /** The last command was handed back to its screen, which tells why and still has the words. */
  readonly refused: boolean;
  readonly stuck: readonly { readonly id: string; readonly command: string; readonly failure: Failure }[];
}

/** Carries out a command. Must be able to run again after it was cut off anywhere, and change nothing then. */
export type Perform = (command: string, input: unknown, progress: (step: unknown) => void) => Promise<unknown>;

export interface Outbox {
  /**
   * Keeps the command, then carries it out in turn. Resolves with its result. A passing failure (`isPassing`) rejects too, but the command stays
   * and is tried again by itself; any other failure takes it out and hands it back to the caller, who still has the words. What is answered with
   * a fault time after time becomes stuck, so that it does not hold up what was ordered later.
   */
  run(command: string, input: unknown, progress?: (step: unknown) => void): Promise<unknown>;
  /** Tries everything that waits, stuck commands too. */
  retry(): Promise<void>;
  /** Takes a stuck command out and returns its input. */
  drop(id: string): Promise<unknown>;
  state(): OutboxState;
  onChange(listener: (state: OutboxState) => void): () => void;
  /** Begins to send what an earlier visit left behind. */
  resume(): Promise<void>;
  /** Sends no more; what is left is another pane's to send. A page that goes away need not say so. */
  close(): void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly progress: (step: unknown) => void;
}

const FIRST_PAUSE = 3_000;
const LONGEST_PAUSE = 60_000;
/** So many faults, and it is this order that the service (or the host) cannot take. No connection and "busy" are about all orders alike. */
const MOST_FAULTS = 5;
const isFault = (error: unknown): boolean => isPassing(error) && !isFailure(error, 'Offline') && !isFailure(error, 'Throttled');

/**
 * The commands' way out: first come, first served, one at a time over all open panes of this origin (Web Locks), so that writes
 * to one list never meet and nothing is sent twice at once. Each open pane sends what was ordered in it, so that its screen
 * follows the steps and hears how it ended; what a closed pane left behind is sent by the next, or by one that is still open.
 */
export function createOutbox(database: Promise<LocalDatabase>, owner: () => string, perform: Perform, now: () => number = Date.now): Outbox {
  const pane = openPane();
  const listeners = new Set<(state: OutboxState) => void>();
  const waiting = new Map<string, Waiting>();
  let entries: OutboxEntry[] = [];
  let sending = false;
  let refused = false;
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = 0;
  let closed = false;
  let reads = 0;
  let newestRead = 0;
  const inherits = new Set<string>();

  const state = (): OutboxState => ({
    pending: entries.filter((entry) => entry.stuck === null).length,
    sending,
    refused,
    stuck: entries.flatMap(({ id, command, stuck }) =>
      stuck === null ? [] : [{ id, command, failure: new Failure(stuck.name as FailureName, stuck.message, { detail: stuck.detail }) }],
    ),
  });
  const tell = (): void => listeners.forEach((listener) => listener(state()));
  const load = async (): Promise<void> => {
    const read = (reads += 1);
    const all = (await (await database).getAll('outbox')).filter((entry) => entry.owner === owner());
    // Asked after the reading: a pane is seen as open before anything of it is kept.
    const others = all.some((entry) => entry.pane !== pane.id) ? await openPanes() : new Set<string>();
    if (read < newestRead) return;
    newestRead = read;
    const isOthers = (entry: OutboxEntry) => entry.pane !== undefined && entry.pane !== pane.id && others.has(entry.pane);
    for (const entry of all) if (isOthers(entry)) inheritFrom(entry.pane);
    entries = all.filter((entry) => !isOthers(entry)).sort((a, b) => a.at - b.at);
    tell();
  };
  /** Sends what that pane leaves behind, once it is closed. */
  const inheritFrom = (other: string | undefined): void => {
    if (other === undefined || inherits.has(other)) return;
    inherits.add(other);
    void paneClosed(other).then(() => {
      inherits.delete(other);
      return closed ? undefined : go();
    });
  };
  const keep = async (entry: OutboxEntry): Promise<void> => {
    await (await database).put('outbox', entry);
    await load();
  };
  const forget = async (id: string): Promise<void> => {
    await (await database).delete('outbox', id);
    await load();
  };

  /** Sends until nothing is left or the way is blocked. Returns false when it is worth trying again later. */
  async function drain(): Promise<boolean> {
    return exclusively(async () => {
      await load();
      sending = true;
      try {
        for (;;) {
          const next = entries.find((entry) => entry.stuck === null);
          if (!next) return true;
          tell();
          if (!(await sendOne(next))) return false;
        }
      } finally {
        sending = false;
        tell();
      }
    });
  }

  async function sendOne(entry: OutboxEntry): Promise<boolean> {
    const caller = waiting.get(entry.id);
    try {
      const result = await perform(entry.command, entry.input, caller?.progress ?? (() => undefined));
      waiting.delete(entry.id);
      refused = false;
      await forget(entry.id);
      pause = FIRST_PAUSE;
      caller?.resolve(result);
      return true;
    } catch (error) {
      waiting.delete(entry.id);
      const attempts = entry.attempts + (isFault(error) ? 1 : 0);
      if (isPassing(error) && attempts < MOST_FAULTS) {
        await keep({ ...entry, attempts });
        // Those behind it wait too: they are told now rather than left hanging.
        for (const [id, other] of waiting) {
          waiting.delete(id);
          other.reject(error);
        }
        caller?.reject(error);
        return false;
      }
      refused = caller !== undefined;
      if (caller) await forget(entry.id);
      else await keep({ ...entry, attempts, stuck: stuckWith(error) });
      caller?.reject(error);
      return true;
    }
  }

  function tryLater(): void {
    if (timer !== null || closed) return;
    timer = setTimeout(() => {
      timer = null;
      void go();
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  // The connection is back: nobody waits out the pause. (Node has no such news.)
  globalThis.addEventListener?.('online', () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    pause = FIRST_PAUSE;
    void go();
  });

  async function go(): Promise<void> {
    if (!(await drain())) tryLater();
  }

  return {
    state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async run(command, input, progress = () => undefined) {
      const id = crypto.randomUUID();
      const at = (last = Math.max(now(), last + 1));
      const result = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject, progress }));
      result.catch(() => undefined);
      await pane.opened;
      await keep({ id, at, owner: owner(), pane: pane.id, command, input, attempts: 0, stuck: null });
      void go();
      return result;
    },
    async retry() {
      await load();
      for (const entry of entries) if (entry.stuck !== null) await (await database).put('outbox', { ...entry, attempts: 0, stuck: null });
      pause = FIRST_PAUSE;
      await go();
    },
    async drop(id) {
      const entry = await (await database).get('outbox', id);
      await forget(id);
      return entry?.input ?? null;
    },
    async resume() {
      await load();
      if (entries.some((entry) => entry.stuck === null)) await go();
    },
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      pane.close();
    },
  };
}

function stuckWith(error: unknown): NonNullable<OutboxEntry['stuck']> {
  if (isFailure(error)) return { name: error.name, message: error.message, detail: { ...error.detail } };
  return { name: 'ServerFault', message: error instanceof Error ? error.message : String(error), detail: {} };
}

/** One sender at a time for the whole origin; without Web Locks at least for this page. */
let inThisPage: Promise<unknown> = Promise.resolve();
function exclusively<T>(action: () => Promise<T>): Promise<T> {
  if (typeof navigator !== 'undefined' && 'locks' in navigator) return navigator.locks.request('dagsorden-outbox', action) as Promise<T>;
  const turn = inThisPage.then(action, action);
  inThisPage = turn.catch(() => undefined);
  return turn;
}
