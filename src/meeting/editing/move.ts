import type { AgendaItem } from '../agenda.ts';
import type { ItemId } from '../ids.ts';
import { keepClosed } from '../keepClosed.ts';
import { isUnder, siblingBefore, subtreeEnd } from '../outline.ts';

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
  const reordered = moved === 'first' ? [...second, ...settleAt(first, passed)] : [...settleAt(second, passed), ...first];
  return [...items.slice(0, a), ...reordered, ...items.slice(c)];
}

/** Where an item can be put: first of all, behind another one and all under it, or as the first one under another. */
export type Place =
  { readonly kind: 'first' } | { readonly kind: 'behind'; readonly itemId: ItemId } | { readonly kind: 'under'; readonly itemId: ItemId };

/**
 * Puts an item with everything under it at a place, however far away. It takes over the day and block of what it is put at, and
 * nothing closed is opened by it. The same list comes back where the place is its own, in its own family, or under a break.
 */
export function moveItemTo(items: readonly AgendaItem[], itemId: ItemId, place: Place): readonly AgendaItem[] {
  const at = items.findIndex((item) => item.id === itemId);
  const moved = items[at];
  if (!moved) return items;
  const end = subtreeEnd(items, at);
  const rest = [...items.slice(0, at), ...items.slice(end)];
  const host = place.kind === 'first' ? rest[0] : rest.find((item) => item.id === place.itemId);
  if (!host || isUnder(items, host, itemId) || (place.kind === 'under' && host.kind === 'break')) return items;
  const hostAt = rest.indexOf(host);
  const to = place.kind === 'first' ? 0 : place.kind === 'under' ? hostAt + 1 : subtreeEnd(rest, hostAt);
  const parentId = place.kind === 'first' ? null : place.kind === 'under' ? host.id : host.parentId;
  if (to === at && parentId === moved.parentId) return items;
  const run = settleAt(items.slice(at, end), host).map((item, index) => (index === 0 ? { ...item, parentId } : item));
  return keepClosed(items, [...rest.slice(0, to), ...run, ...rest.slice(to)]);
}

function settleAt(run: readonly AgendaItem[], host: AgendaItem | undefined): readonly AgendaItem[] {
  return run.map((item) => ({ ...item, day: host?.day ?? null, block: host?.block ?? null }));
}
