import type { Agenda } from '../agenda.ts';
import type { ItemId } from '../ids.ts';

/**
 * An agenda to begin another meeting's from: the same items under ids of their own, since their rows belong to the first meeting. Day, times and place
 * are left to the new meeting.
 */
export function freshAgenda(agenda: Agenda, newId: () => ItemId): Agenda {
  const ids = new Map(agenda.items.map(({ id }) => [id, newId()]));
  return {
    ...agenda,
    date: null,
    endDate: null,
    start: null,
    end: null,
    location: null,
    items: agenda.items.map((item) => ({
      ...item,
      id: ids.get(item.id) ?? item.id,
      parentId: item.parentId === null ? null : (ids.get(item.parentId) ?? null),
    })),
  };
}
