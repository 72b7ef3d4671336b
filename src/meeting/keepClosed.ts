import { isClosed, type AgendaItem } from './agenda.ts';
import type { ItemId } from './ids.ts';

/**
 * Rearranging never opens anything: an item that was closed (by itself or under a closed one) and would now be open is
 * marked closed itself. `opened` names the items that a person opens on purpose.
 */
export function keepClosed(
  before: readonly AgendaItem[],
  after: readonly AgendaItem[],
  opened: (itemId: ItemId) => boolean = () => false,
): readonly AgendaItem[] {
  const wasClosed = new Set(before.filter((item) => isClosed(before, item)).map((item) => item.id));
  if (wasClosed.size === 0) return after;
  // Parents stand before what is under them, so one pass settles a whole family.
  let items = after;
  for (const item of after) {
    if (!wasClosed.has(item.id) || opened(item.id) || isClosed(items, item)) continue;
    items = items.map((other) => (other.id === item.id ? { ...other, openness: 'closed' } : other));
  }
  return items;
}
