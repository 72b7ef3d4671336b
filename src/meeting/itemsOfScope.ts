import type { AgendaItem } from './agenda.ts';
import type { ApologyScope } from './meeting.ts';

/** The numbers of the items that an apology for some items is for, in the agenda's order; items without a number are counted only. */
export function itemsOfScope(scope: ApologyScope, items: readonly AgendaItem[]): { numbers: string[]; unnumbered: number } {
  if (scope.kind !== 'items') return { numbers: [], unnumbered: 0 };
  const chosen = items.filter((item) => scope.itemIds.includes(item.id));
  const numbers = chosen.flatMap((item) => (item.number === null ? [] : [item.number.replace(/[.)]$/, '')]));
  return { numbers, unnumbered: chosen.length - numbers.length };
}
