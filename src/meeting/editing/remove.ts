import type { AgendaItem } from '../agenda.ts';
import type { ItemId } from '../ids.ts';
import { keepClosed } from '../keepClosed.ts';

/** Takes one line out. Its sub-items are not removed with it: they rise to its level, as closed as they were. */
export function removeItem(items: readonly AgendaItem[], itemId: ItemId): readonly AgendaItem[] {
  const gone = items.find((item) => item.id === itemId);
  if (!gone) return items;
  const rest = items.filter((item) => item !== gone).map((item) => (item.parentId === itemId ? { ...item, parentId: gone.parentId } : item));
  return keepClosed(items, rest);
}
