import { isClosed, type Agenda } from '../../meeting/agenda.ts';
import { Conflict } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';

/** The invitation goes to everybody: nothing of what has been closed or removed meanwhile is in it. Throws Conflict. */
export function refuseClosedSince({ agenda: { items } }: Pick<MeetingFile, 'agenda'>, agenda: Pick<Agenda, 'items'>): void {
  const open = new Set(items.filter((item) => !isClosed(items, item)).map(({ id }) => id));
  const gone = agenda.items.filter((item) => !isClosed(agenda.items, item) && !open.has(item.id));
  if (gone.length > 0) throw new Conflict(gone.map(({ openness }) => ({ field: 'Access', mine: openness, theirs: 'closed' })));
}
