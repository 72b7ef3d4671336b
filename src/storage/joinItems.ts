import type { AgendaItem } from '../meeting/agenda.ts';
import { joinByOpenness } from '../meeting/openness.ts';

interface Placed {
  readonly item: AgendaItem;
  readonly position: number;
}

/** The items of an agenda from the rows everybody may read and, for those who may, the closed circle's; in printed order. */
export function joinItems(outer: readonly Placed[], inner: readonly Placed[]): AgendaItem[] {
  const closed = new Map(inner.map(({ item }) => [item.id, item]));
  const seen = new Set(outer.map(({ item }) => item.id));
  // Closing was cut off between the old open row and the neutral one: the item is there for those who may read it.
  const alone = inner.filter(({ item }) => item.openness === 'closed' && !seen.has(item.id));
  return [...outer, ...alone].sort((a, b) => a.position - b.position).map(({ item }) => joinByOpenness(item, closed.get(item.id) ?? null));
}
