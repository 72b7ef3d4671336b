import type { AgendaItem } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';

// The agenda is one flat list in printed order where an item stands directly before what is under it.

function isUnder(items: readonly AgendaItem[], item: AgendaItem, ancestor: ItemId): boolean {
  for (let parent = item.parentId, steps = 0; parent !== null && steps <= items.length; steps += 1) {
    if (parent === ancestor) return true;
    parent = items.find((other) => other.id === parent)?.parentId ?? null;
  }
  return false;
}

/** The index after the item at `at` and everything under it. */
export function subtreeEnd(items: readonly AgendaItem[], at: number): number {
  const root = items[at];
  if (!root) return at;
  let end = at + 1;
  for (let next = items[end]; next && isUnder(items, next, root.id); next = items[end]) end += 1;
  return end;
}

/** The top item this one stands under, or the item itself. */
export function ancestorOf(items: readonly AgendaItem[], item: AgendaItem): AgendaItem {
  let top = item;
  for (let steps = 0; top.parentId !== null && steps < items.length; steps += 1) {
    const parent = items.find((other) => other.id === top.parentId);
    if (!parent) break;
    top = parent;
  }
  return top;
}

function siblingBefore(items: readonly AgendaItem[], at: number): number {
  const item = items[at];
  for (let index = at - 1; index >= 0; index -= 1) {
    if (items[index]?.parentId === item?.parentId) return index;
    if (items[index]?.id === item?.parentId) return -1;
  }
  return -1;
}

/**
 * Moves an item with everything under it past its neighbour on the same level. It takes over the neighbour's day and
 * block, so that a heading is never printed twice. The same list comes back where there is nothing to pass.
 */
export function moveItem(items: readonly AgendaItem[], itemId: ItemId, by: -1 | 1): readonly AgendaItem[] {
  const at = items.findIndex((item) => item.id === itemId);
  if (at < 0) return items;
  if (by === 1) {
    const after = subtreeEnd(items, at);
    const next = items[after];
    if (!next || next.parentId !== items[at]?.parentId) return items;
    return swap(items, at, after, subtreeEnd(items, after), 'first');
  }
  const before = siblingBefore(items, at);
  return before < 0 ? items : swap(items, before, at, subtreeEnd(items, at), 'second');
}

/** Swaps the neighbouring runs [a, b) and [b, c); the moved one takes over the other's day and block. */
function swap(items: readonly AgendaItem[], a: number, b: number, c: number, moved: 'first' | 'second'): readonly AgendaItem[] {
  const first = items.slice(a, b);
  const second = items.slice(b, c);
  const passed = (moved === 'first' ? second : first)[0];
  const settle = (run: readonly AgendaItem[]) => run.map((item) => ({ ...item, day: passed?.day ?? null, block: passed?.block ?? null }));
  const reordered = moved === 'first' ? [...second, ...settle(first)] : [...settle(second), ...first];
  return [...items.slice(0, a), ...reordered, ...items.slice(c)];
}

/** Makes the item a sub-item of the sibling before it. */
export function nestItem(items: readonly AgendaItem[], itemId: ItemId): readonly AgendaItem[] {
  const at = items.findIndex((item) => item.id === itemId);
  const before = at < 0 ? undefined : items[siblingBefore(items, at)];
  if (!before || before.kind === 'break') return items;
  return items.map((item, index) => (index === at ? { ...item, parentId: before.id } : item));
}

/** Lifts a sub-item one level; the siblings after it stay with their parent, so it moves below them. */
export function unnestItem(items: readonly AgendaItem[], itemId: ItemId): readonly AgendaItem[] {
  const at = items.findIndex((item) => item.id === itemId);
  const parentAt = items.findIndex((item) => item.id === items[at]?.parentId);
  const parent = items[parentAt];
  if (at < 0 || !parent) return items;
  const end = subtreeEnd(items, at);
  const parentEnd = subtreeEnd(items, parentAt);
  const run = items.slice(at, end).map((item, index) => (index === 0 ? { ...item, parentId: parent.parentId } : item));
  return [...items.slice(0, at), ...items.slice(end, parentEnd), ...run, ...items.slice(parentEnd)];
}
