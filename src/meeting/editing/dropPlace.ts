import type { AgendaItem } from '../agenda.ts';
import type { ItemId } from '../ids.ts';
import { siblingBefore } from '../outline.ts';
import type { Place } from './move.ts';

/**
 * Where a line is put that is dropped on another one: behind it when it came from above, before it when it came from below, on its level. Null where it
 * was dropped on itself, or one of them is not there.
 */
export function dropPlace(items: readonly AgendaItem[], dragged: ItemId, on: ItemId): Place | null {
  const [from, to] = [items.findIndex(({ id }) => id === dragged), items.findIndex(({ id }) => id === on)];
  const host = items[to];
  if (from < 0 || !host || from === to) return null;
  if (from < to) return { kind: 'behind', itemId: on };
  const before = items[siblingBefore(items, to)];
  if (before && before.id !== dragged) return { kind: 'behind', itemId: before.id };
  return host.parentId === null ? { kind: 'first' } : { kind: 'under', itemId: host.parentId };
}
