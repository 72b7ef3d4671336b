import type { AgendaItem } from '../agenda.ts';
import type { ItemId } from '../ids.ts';
import { keepClosed } from '../keepClosed.ts';
import { siblingBefore, subtreeEnd } from '../outline.ts';

/** Makes the item a sub-item of the sibling before it; a break has none under it. The same list comes back where that cannot be. */
export function indentItem(items: readonly AgendaItem[], itemId: ItemId): readonly AgendaItem[] {
  const at = items.findIndex((item) => item.id === itemId);
  const before = at < 0 ? undefined : items[siblingBefore(items, at)];
  if (!before || before.kind === 'break') return items;
  return items.map((item, index) => (index === at ? { ...item, parentId: before.id } : item));
}

/**
 * Lifts a sub-item one level; the siblings after it stay with their parent, so it moves below them. What was closed by its
 * parent is closed by itself afterwards.
 */
export function outdentItem(items: readonly AgendaItem[], itemId: ItemId): readonly AgendaItem[] {
  const at = items.findIndex((item) => item.id === itemId);
  const parentAt = items.findIndex((item) => item.id === items[at]?.parentId);
  const parent = items[parentAt];
  if (at < 0 || !parent) return items;
  const end = subtreeEnd(items, at);
  const parentEnd = subtreeEnd(items, parentAt);
  const run = items.slice(at, end).map((item, index) => (index === 0 ? { ...item, parentId: parent.parentId } : item));
  return keepClosed(items, [...items.slice(0, at), ...items.slice(end, parentEnd), ...run, ...items.slice(parentEnd)]);
}
