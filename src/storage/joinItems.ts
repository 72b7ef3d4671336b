import type { AgendaItem } from '../meeting/agenda.ts';
import { joinByOpenness } from '../meeting/openness.ts';
import { itemFromFields } from './itemRow.ts';

/** The items of an agenda from the rows everybody may read and, for those who may, the closed circle's; in printed order. */
export function joinItems(openRows: readonly Record<string, unknown>[], closedRows: readonly Record<string, unknown>[]): AgendaItem[] {
  const inner = closedRows.map(itemFromFields);
  const closed = new Map(inner.map(({ item }) => [item.id, item]));
  const outer = openRows.map(itemFromFields);
  const seen = new Set(outer.map(({ item }) => item.id));
  // Closing was cut off between the old open row and the neutral one: the item is there for those who may read it.
  const alone = inner.filter(({ item }) => item.openness === 'closed' && !seen.has(item.id));
  return [...outer, ...alone].sort((a, b) => a.position - b.position).map(({ item }) => joinByOpenness(item, closed.get(item.id) ?? null));
}
