import { closedItems, tellsOfClosed, type PresenceNote } from '../../meeting/presence.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { UnreadRow } from '../../meeting/unreadRow.ts';
import type { Workplace } from '../workplace.ts';

type Asked = Pick<MeetingFile, 'pointer' | 'agenda' | 'closedAccess'>;

/** A roll call as this person may read it. */
export interface RollCall {
  readonly notes: readonly PresenceNote[];
  readonly unread: readonly UnreadRow[];
}

/**
 * The notes of a meeting's roll call. Somebody outside the circle is not told who is recused from a closed item, wherever that stands; whoever is inside moves what
 * stands open of it into the circle: the item may have been closed after it was noted.
 * @throws Failure SiteNotPrepared where the site has no list for them yet
 */
export const readPresence =
  ({ workplace: { store } }: { readonly workplace: Pick<Workplace, 'store'> }) =>
  async ({ pointer, agenda, closedAccess }: Asked): Promise<RollCall> => {
    const { open, circle, held, unread } = await store.presence(pointer);
    const closed = closedItems(agenda.items);
    if (closedAccess === 'no') return { notes: open.filter((note) => !tellsOfClosed(note, closed)), unread };
    if (closedAccess === 'yes' && (open.some((note) => tellsOfClosed(note, closed)) || held.some((id) => closed.has(id)))) {
      // Whoever reads next tries again.
      void store.closePresence(pointer, closed).catch(() => undefined);
    }
    return { notes: [...open, ...circle], unread };
  };
