import { newItem, type AgendaItem } from '../agenda.ts';
import type { ItemId } from '../ids.ts';
import { subtreeEnd } from '../outline.ts';

/**
 * Cuts an item's title at an offset (UTF-16); what comes after becomes a line of its own behind the item and everything under
 * it, as closed as the item. Number, times, text and attachments stay with the first. The same list comes back where either half
 * would have no words, or the cut would go through a single sign.
 */
export function splitItem(items: readonly AgendaItem[], itemId: ItemId, at: number, newId: ItemId): readonly AgendaItem[] {
  const index = items.findIndex((item) => item.id === itemId);
  const item = items[index];
  if (!item || items.some((other) => other.id === newId)) return items;
  const head = item.title.slice(0, at).trim();
  const tail = item.title.slice(at).trim();
  if (head === '' || tail === '' || /[\uD800-\uDBFF]$/.test(head)) return items;
  const { kind, parentId, openness, day, block } = item;
  const rest = newItem(newId, { title: tail, kind, parentId, openness, day, block });
  const end = subtreeEnd(items, index);
  return [...items.slice(0, index), { ...item, title: head }, ...items.slice(index + 1, end), rest, ...items.slice(end)];
}
