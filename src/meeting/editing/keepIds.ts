import type { Agenda, AgendaItem } from '../agenda.ts';
import type { ItemId } from '../ids.ts';

/**
 * When a paper is read in over an agenda that exists, lines that are the same item keep its id, so that what hangs on
 * it (decisions, apologies for the item) stays. Same item: same title and number, else the same title; each old item is used once.
 *
 * @returns the ids of the paper's items that are known already, with the id each has there
 */
export function knownItems(paper: readonly AgendaItem[], existing: readonly AgendaItem[]): ReadonlyMap<ItemId, ItemId> {
  const free = [...existing];
  const known = new Map<ItemId, ItemId>();
  const passes = [
    (title: string, number: string | null) => (old: AgendaItem) => plain(old.title) === title && old.number === number,
    (title: string) => (old: AgendaItem) => plain(old.title) === title,
  ];
  for (const same of passes) {
    for (const item of paper) {
      const title = plain(item.title);
      if (known.has(item.id) || title === '') continue;
      const at = free.findIndex(same(title, item.number));
      const old = free[at];
      if (!old) continue;
      known.set(item.id, old.id);
      free.splice(at, 1);
    }
  }
  return known;
}

/** The agenda with these of its ids exchanged, and its order and nesting kept. */
export function withIds(agenda: Agenda, known: ReadonlyMap<ItemId, ItemId>): Agenda {
  const now = (id: ItemId): ItemId => known.get(id) ?? id;
  return {
    ...agenda,
    items: agenda.items.map((item) => ({ ...item, id: now(item.id), parentId: item.parentId === null ? null : now(item.parentId) })),
  };
}

/** The words of a title, whatever signs and spaces stand between them. */
function plain(text: string): string {
  return text
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
