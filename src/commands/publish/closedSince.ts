import { isClosed } from '../../meeting/agenda.ts';
import { Failure } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { EditionLine } from '../../meeting/meeting.ts';
import { byWhom } from '../../storage/clashBy.ts';
import type { OpenItem } from '../../storage/openItems.ts';
import type { Store } from '../../storage/store.ts';
import { lookFreshly } from '../lookFreshly.ts';
import type { Look, PublicationOrder } from './publishInput.ts';

/** The items that an order tells openly, and that are closed by now, or gone. */
export function closedSince(order: Pick<PublicationOrder, 'outside'>, now: Pick<PublicationOrder, 'outside'>): readonly ItemId[] {
  const open = ({ outside }: Pick<PublicationOrder, 'outside'>) =>
    outside.lines.filter((line) => line.openness === 'open').map((line) => line.itemId);
  const stillOpen = new Set(open(now));
  return open(order).filter((id) => !stillOpen.has(id));
}

/** @throws Failure Conflict where something is closed by now that the order tells openly, or an item has been added that it does not tell */
export function refuseChangedSince(order: PublicationOrder, now: PublicationOrder): void {
  if (closedSince(order, now).length > 0) throw new Failure('Conflict', 'An item has been closed since the minutes were shown');
  const told = new Set(order.outside.lines.map(({ itemId }) => itemId));
  if (now.outside.lines.some(({ itemId }) => !told.has(itemId))) throw new Failure('Conflict', 'An item has been added since the minutes were shown');
}

/** The order with what is closed by now as it may be told now, and all else as it was shown. */
export function withoutClosed(order: PublicationOrder, now: PublicationOrder): PublicationOrder {
  const closed = new Set(closedSince(order, now));
  const lineNow = (line: EditionLine) => now.outside.lines.find(({ itemId }) => itemId === line.itemId);
  const lines = order.outside.lines.flatMap((line) => (closed.has(line.itemId) ? (lineNow(line) ?? []) : line));
  return { ...order, outside: { ...order.outside, ...peopleIn(now.outside), lines } };
}

const peopleIn = ({ excused, attendance }: PublicationOrder['outside']) => ({ excused, ...(attendance !== undefined && { attendance }) });

/**
 * The last look before what cannot be recalled: all that is told, and then, in one request of its own that was not long on its way, who may read it. Throws
 * Failure Conflict.
 */
export async function lookLast(store: Pick<Store, 'openItems'>, order: PublicationOrder, look: Look): Promise<void> {
  refuseChangedSince(order, await look.decided());
  await lookFreshly(async () => refuseNoLongerOpen(order, await store.openItems(order.pointer)), look.now);
}

/** So long (ms) what a look told may be built on: closing waits longer for what has been claimed (untilPublished.ts). */
const STILL_TRUE = 5_000;

/** Looks once more, before each row that leaves, where the last look is some time ago: the machine may have slept since, or been put off. Throws Failure Conflict. */
export function lookingOn(store: Pick<Store, 'openItems'>, order: PublicationOrder, now: Look['now']): () => Promise<void> {
  let asked = now().getTime();
  return async () => {
    if (now().getTime() - asked <= STILL_TRUE) return;
    asked = now().getTime();
    await lookFreshly(async () => {
      // It counts from when it was asked.
      asked = now().getTime();
      refuseNoLongerOpen(order, await store.openItems(order.pointer));
    }, now);
  };
}

/** @throws Failure Conflict */
function refuseNoLongerOpen(order: PublicationOrder, items: readonly OpenItem[]): void {
  const open = new Set(items.filter((item) => !isClosed(items, item)).map(({ id }) => id));
  const closed = new Set(order.outside.lines.filter((line) => line.openness === 'open' && !open.has(line.itemId)).map(({ itemId }) => itemId));
  if (closed.size === 0) return;
  const detail = byWhom(...items.filter(({ id }) => closed.has(id)));
  throw new Failure('Conflict', 'An item has been closed since the minutes were shown', { detail });
}
