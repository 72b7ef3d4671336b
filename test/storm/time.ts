import { AsyncLocalStorage } from 'node:async_hooks';
import nodeCrypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import timersPromises from 'node:timers/promises';
import { chance } from './dice.ts';

/** Whoever waits: a pane, in which nothing happens any more when it has been killed, and nothing while its device sleeps. */
export interface Waiter {
  readonly alive: boolean;
  /** The device sleeps: what falls due meanwhile is put off until it wakes. */
  putOff?(due: () => void): boolean;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly waiter: Waiter | null;
  readonly fire: () => void;
  cancelled: boolean;
}

const realDate = globalThis.Date;
const realImmediate = globalThis.setImmediate;
const realTimeout = globalThis.setTimeout;

/** In whose name the code that runs just now does so; null for the services. */
export const here = new AsyncLocalStorage<Waiter | null>();

let now = 0;
let order = 0;
let seed = 0;
let drawn = 0;
let timers: Timer[] = [];
let immediates: (() => void)[] = [];

/** A Tuesday morning in the autumn, in milliseconds since 1970: every history begins then. */
export const MORNING = realDate.UTC(2026, 8, 1, 6, 0, 0);

/** Milliseconds since 1970, as everything in this process sees it. */
export const nowIs = (): number => now;

/** Begins again: nothing waits, it is this time, and ids are drawn from this seed. */
export function beginTime(at: number, newSeed: number): void {
  now = at;
  order = 0;
  seed = newSeed;
  drawn = 0;
  timers = [];
  immediates = [];
}

/** Calls back after so many milliseconds, in the name of whoever asks. */
export function after(milliseconds: number, fire: () => void, waiter: Waiter | null = here.getStore() ?? null): { cancel(): void } {
  const timer: Timer = { at: now + Math.max(0, milliseconds), order: (order += 1), waiter, fire, cancelled: false };
  timers.push(timer);
  return { cancel: () => void (timer.cancelled = true) };
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void after(milliseconds, resolve));
}

/** Lets everything run that waits for no time to pass. */
export async function settle(): Promise<void> {
  for (;;) {
    await new Promise<void>((resolve) => realImmediate(resolve));
    if (immediates.length === 0) return;
    const due = immediates;
    immediates = [];
    for (const run of due) run();
  }
}

/** Lets the next thing that waits for a time happen. False where nothing waits, or not until then. */
export async function next(until = Number.POSITIVE_INFINITY): Promise<boolean> {
  await settle();
  let first: Timer | null = null;
  for (const timer of timers) if (first === null || timer.at < first.at || (timer.at === first.at && timer.order < first.order)) first = timer;
  if (first === null || first.at > until) return false;
  const due = first;
  timers = timers.filter((timer) => timer !== due);
  if (due.cancelled || due.waiter?.alive === false) return true;
  now = Math.max(now, due.at);
  const fire = (): void => here.run(due.waiter, due.fire);
  if (due.waiter?.putOff?.(fire) !== true) fire();
  return true;
}

/** A real moment, for files that are read from the disk. */
export const realMoment = (): Promise<void> => new Promise((resolve) => void realTimeout(resolve, 20));

/** Moves the clock on, where nothing that waits is passed over. */
export function passTo(time: number): void {
  now = Math.max(now, time);
}

class VirtualDate extends realDate {
  constructor(...given: [] | [string | number | Date] | [number, number, ...number[]]) {
    if (given.length === 0) super(now);
    else super(...(given as [number]));
  }

  static override now(): number {
    return now;
  }
}

function seededUUID(): ReturnType<typeof nodeCrypto.randomUUID> {
  const part = (length: number): string =>
    Math.floor(chance(seed, 'id', (drawn += 1)) * 16 ** length)
      .toString(16)
      .padStart(length, '0');
  return `${part(8)}-${part(4)}-4${part(3)}-a${part(3)}-${part(6)}${part(6)}`;
}

const seededBytes = (length: number): Buffer => Buffer.from(Array.from({ length }, () => Math.floor(chance(seed, 'bytes', (drawn += 1)) * 256)));

function sha256(data: BufferSource): ArrayBuffer {
  const bytes = ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
  return new Uint8Array(nodeCrypto.createHash('sha256').update(bytes).digest()).buffer;
}

/**
 * From now on nothing in this process waits for a real clock or draws a number of its own: the app, the tenant and the database of the browser
 * all see one clock, which the storm moves, and ids that follow from the seed. Call it once, before anything else is begun.
 */
export function takeOverTime(): void {
  const setTimeout = (fire: (...words: unknown[]) => void, milliseconds = 0, ...words: unknown[]) => {
    const timer = after(milliseconds, () => fire(...words));
    return { ...timer, unref: () => undefined, ref: () => undefined };
  };
  const clearTimeout = (timer: { cancel(): void } | undefined) => timer?.cancel();
  const setImmediate = (run: (...words: unknown[]) => void, ...words: unknown[]) => {
    const waiter = here.getStore() ?? null;
    immediates.push(() => here.run(waiter, () => run(...words)));
  };
  Object.assign(globalThis, { Date: VirtualDate, setTimeout, clearTimeout, setImmediate });
  Math.random = () => chance(seed, 'random', (drawn += 1));
  Object.assign(globalThis.crypto, { randomUUID: seededUUID });
  // Another thread would take a real moment over it.
  const digest = (_: unknown, data: BufferSource): Promise<ArrayBuffer> => Promise.resolve(sha256(data));
  Object.assign(globalThis.crypto.subtle, { digest });
  Object.assign(nodeCrypto, { randomUUID: seededUUID, randomBytes: seededBytes });
  Object.assign(timersPromises, { setTimeout: (milliseconds?: number) => sleep(milliseconds ?? 0) });
  syncBuiltinESMExports();
}
