import { isClosed, type Agenda, type AgendaItem } from '../../meeting/agenda.ts';
import { Conflict } from '../../meeting/errors.ts';

/** The invitation goes to everybody: nothing of what has been closed or removed meanwhile is in it. `items` are the stored ones. Throws Conflict. */
export function refuseClosedSince(items: readonly AgendaItem[], agenda: Pick<Agenda, 'items'>): void {
  const open = new Set(items.filter((item) => !isClosed(items, item)).map(({ id }) => id));
  const gone = agenda.items.filter((item) => !isClosed(agenda.items, item) && !open.has(item.id));
  if (gone.length > 0) throw new Conflict(gone.map(({ openness }) => ({ field: 'Access', mine: openness, theirs: 'closed' })));
}
