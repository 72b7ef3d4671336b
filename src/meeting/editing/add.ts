import { newItem, type AgendaItem, type ItemKind } from '../agenda.ts';
import type { ItemId } from '../ids.ts';
import { subtreeEnd } from '../outline.ts';
import type { ItemFields } from './setField.ts';

/** A line to be added: behind this item and everything under it, on its level; `after: null` puts it first. */
export interface Addition {
  readonly after: ItemId | null;
  /** Handed in, so that this stays pure. */
  readonly newId: ItemId;
  readonly itemKind: ItemKind;
  /** What it says at first, e.g. that a break is a pause of ten minutes. */
  readonly fields?: Pick<ItemFields, 'title' | 'minutes' | 'number' | 'openness'>;
}

/** A new line of the agenda, under the day and block of the one it follows. The same list comes back where the id is taken. */
export function addItem(items: readonly AgendaItem[], { after, newId, itemKind, fields = {} }: Addition): readonly AgendaItem[] {
  if (items.some((item) => item.id === newId)) return items;
  const at = after === null ? -1 : items.findIndex((item) => item.id === after);
  const before = items[at];
  const fresh = newItem(newId, {
    kind: itemKind,
    ...fields,
    parentId: before?.parentId ?? null,
    day: (before ?? items[0])?.day ?? null,
    block: (before ?? items[0])?.block ?? null,
  });
  const index = at < 0 ? 0 : subtreeEnd(items, at);
  return [...items.slice(0, index), fresh, ...items.slice(index)];
}
