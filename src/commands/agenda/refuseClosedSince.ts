import { isClosed, type Agenda } from '../../meeting/agenda.ts';
import { Conflict } from '../../meeting/errors.ts';
import { byWhom } from '../../storage/clashBy.ts';
import type { OpenItem } from '../../storage/openItems.ts';

/** The invitation goes to everybody: nothing of what has been closed or removed meanwhile is in it. `items` are the stored ones. Throws Conflict, which names who closed it. */
export function refuseClosedSince(items: readonly OpenItem[], agenda: Pick<Agenda, 'items'>): void {
  const open = new Set(items.filter((item) => !isClosed(items, item)).map(({ id }) => id));
  const gone = agenda.items.filter((item) => !isClosed(agenda.items, item) && !open.has(item.id));
  if (gone.length === 0) return;
  const closed = items.filter(({ id }) => gone.some((item) => item.id === id));
  throw new Conflict(
    gone.map(({ openness }) => ({ field: 'Access', mine: openness, theirs: 'closed' })),
    byWhom(...closed),
  );
}
