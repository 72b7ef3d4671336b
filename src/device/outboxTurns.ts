import type { LocalDatabase } from './database.ts';
import type { Ordered } from './outbox.ts';
import type { Entries } from './outboxEntries.ts';
import type { OutboxEntry } from './outboxEntry.ts';
import type { NextInTurn } from './outboxSender.ts';

/** What is known of an order that writes one thing only, and so need not be told from another that writes the same. */
export interface OneWrite {
  /** Names what it writes: no order for another place waits for it, or is the worse for coming before it. */
  readonly place: string;
  /** The two as one order, where this one holds all that the elder does; null where it does not. */
  takesUp(elder: Pick<Ordered, 'version' | 'input'>): Pick<Ordered, 'version' | 'input'> | null;
}

/** Tells whether an order writes one thing only; null where it does more, or cannot be read: what was ordered later stays behind it. */
export type OneWriteOf = (entry: Pick<Ordered, 'command' | 'version' | 'input'>) => OneWrite | null;

interface TurnsOptions {
  readonly database: Promise<LocalDatabase>;
  readonly entries: Pick<Entries, 'list' | 'load'>;
  /** What may be sent now, in the order it was given. */
  readonly waiting: () => readonly OutboxEntry[];
  /** Does somebody still wait to hear how it ends? */
  readonly isHeard: (id: string) => boolean;
  readonly oneWriteOf: OneWriteOf;
  /** Milliseconds that lie between two writes of one place at least. */
  readonly apart?: number;
}

/** The same that lies between two writes of a field without the outbox (`ui/kit/autosaver.ts`). */
const APART = 3_000;

/**
 * Which order is sent next: first come, first served, but what was ordered of one place while nothing could be sent goes as one write. An order takes up the
 * elder of its kind and place where it builds on what that one leaves. Never one that has begun, since its effect may have happened, and none whose caller still
 * waits for an answer of its own; nor past an order that may need what stood there then. Two writes of one place lie apart.
 */
export function createTurns({ database, entries, waiting, isHeard, oneWriteOf, apart = APART }: TurnsOptions): NextInTurn {
  const resting = new Map<string, Promise<void>>();
  let last: { readonly id: string; readonly place: string } | null = null;

  const noteWritten = (): void => {
    const written = last;
    if (written === null || entries.list().some(({ id }) => id === written.id)) return;
    last = null;
    const rest = new Promise<void>((resolve) => setTimeout(resolve, apart));
    resting.set(
      written.place,
      rest.then(() => void resting.delete(written.place)),
    );
  };

  return async () => {
    for (;;) {
      noteWritten();
      const [first, ...later] = waiting();
      const place = first && oneWriteOf(first)?.place;
      if (first === undefined || place === undefined) return first;
      const rest = resting.get(place);
      if (rest !== undefined) {
        await rest;
        continue;
      }
      const { order, elders } = isHeard(first.id) ? { order: first, elders: [] } : takenUp(first, later, place, { isHeard, oneWriteOf });
      // Something was taken out of the outbox meanwhile: looked at anew.
      if (elders.length > 0 && !(await keepOne(database, order, elders))) {
        await entries.load();
        continue;
      }
      if (elders.length > 0) await entries.load();
      last = { id: order.id, place };
      return order;
    }
  };
}

const hasBegun = ({ steps, attempts }: OutboxEntry): boolean => attempts > 0 || steps.length === 0 || steps.some(({ state }) => state !== 'waiting');

/** The newest order that holds all of the first, in its turn, and which it takes up. */
function takenUp(
  first: OutboxEntry,
  later: readonly OutboxEntry[],
  place: string,
  { isHeard, oneWriteOf }: Pick<TurnsOptions, 'isHeard' | 'oneWriteOf'>,
): { readonly order: OutboxEntry; readonly elders: readonly string[] } {
  const elders: string[] = [];
  let order = first;
  if (hasBegun(first)) return { order, elders };
  for (const entry of later) {
    const write = oneWriteOf(entry);
    if (write === null) break;
    if (write.place !== place) continue;
    const together = entry.command === first.command && !hasBegun(entry) ? write.takesUp(order) : null;
    if (together === null) break;
    elders.push(order.id);
    order = { ...entry, ...together, at: first.at };
    if (isHeard(entry.id)) break;
  }
  return { order, elders };
}

/** Puts one order in the place of several, all at once. False, and nothing is changed, where one of them is gone. */
async function keepOne(database: Promise<LocalDatabase>, order: OutboxEntry, elders: readonly string[]): Promise<boolean> {
  const change = (await database).transaction('outbox', 'readwrite');
  const found = await Promise.all([order.id, ...elders].map((id) => change.store.getKey(id)));
  const areThere = found.every((key) => key !== undefined);
  if (areThere) await Promise.all([change.store.put(order), ...elders.map((id) => change.store.delete(id))]);
  await change.done;
  return areThere;
}
