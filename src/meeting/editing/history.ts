/**
 * What is being edited, with the way back and forth. The thing is immutable (an agenda, an intake), so its history is a list of
 * what it was, and undo gives the very thing back.
 */
export interface History<T> {
  readonly now: T;
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** The edits of one visit to a field are one step back; null when nothing is being typed. */
  readonly visit: string | null;
}

/** Steps back that are kept; far more than anybody takes in one sitting. */
const KEPT_STEPS = 500;

export function startHistory<T>(now: T): History<T> {
  return { now, past: [], future: [], visit: null };
}

/** One step on. What changes nothing leaves the history alone; steps of the same visit are one. What was undone is gone. */
export function advance<T>(history: History<T>, now: T, visit: string | null = null): History<T> {
  if (now === history.now) return history;
  if (visit !== null && visit === history.visit) return { ...history, now, future: [] };
  return { now, past: [...history.past, history.now].slice(-KEPT_STEPS), future: [], visit };
}

/** One step back, or the same history where there is none. */
export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  return before === undefined ? history : { now: before, past: history.past.slice(0, -1), future: [history.now, ...history.future], visit: null };
}

/** One step forth again, or the same history where nothing was undone. */
export function redo<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  return after === undefined ? history : { now: after, past: [...history.past, history.now], future, visit: null };
}
