import type { Agenda, AgendaItem } from '../agenda.ts';
import type { ItemId } from '../ids.ts';

/** What can be written on a line without changing where it stands. */
export type ItemFields = Partial<Omit<AgendaItem, 'id' | 'parentId'>>;
export type HeadFields = Partial<Omit<Agenda, 'items'>>;

/** An item with other values in these fields. The same list comes back where they have those values already. */
export function changeItem(items: readonly AgendaItem[], itemId: ItemId, fields: ItemFields): readonly AgendaItem[] {
  const found = items.find((item) => item.id === itemId);
  if (!found || !differs<AgendaItem>(found, fields)) return items;
  return items.map((item) => (item.id === itemId ? { ...item, ...fields } : item));
}

/** The agenda with other values in its head: its title, day, times, place, chair. */
export function changeHead(agenda: Agenda, fields: HeadFields): Agenda {
  return differs<Agenda>(agenda, fields) ? { ...agenda, ...fields } : agenda;
}

function differs<T extends object>(whole: T, part: Partial<T>): boolean {
  return (Object.keys(part) as (keyof T)[]).some((key) => JSON.stringify(whole[key]) !== JSON.stringify(part[key]));
}
