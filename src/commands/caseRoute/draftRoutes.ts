import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import type { CaseRoute, WantedRoute } from '../../meeting/caseRoute.ts';
import { Failure } from '../../meeting/errors.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { sameSite } from '../../meeting/sameSite.ts';
import type { Workplace } from '../workplace.ts';

/**
 * Stores where items go on to that was chosen while their agenda was made, when the items themselves are stored: in the circle's list where an item is closed by
 * now. What somebody has chosen for an item meanwhile stays, and what has no item any more is left out. May be run again.
 * @throws Failure SiteNotPrepared where the site has no list for it, and what the site refuses
 */
export async function storeDraftRoutes(
  { store }: Pick<Workplace, 'store'>,
  pointer: MeetingPointer,
  items: readonly AgendaItem[],
  wanted: readonly WantedRoute[],
): Promise<void> {
  const backlog = await store.backlog();
  const standing = await backlog.routes(pointer);
  if (standing === null) throw new Failure('SiteNotPrepared', 'A list is missing on the site', { detail: { list: 'DagsordenSagsgang' } });
  const open = await store.openItems(pointer);
  for (const { itemId, next, day } of wanted) {
    const item = items.find(({ id }) => id === itemId);
    if (item === undefined || sameSite(next.siteId, pointer.siteId) || standing.some((each) => each.itemId === itemId)) continue;
    const now = open.find(({ id }) => id === itemId);
    const closed = isClosed(items, item) || now === undefined || isClosed(open, now);
    const route: CaseRoute = { itemId, openness: closed ? 'closed' : 'open', next, day, state: 'awaiting', passedAt: null, problem: null };
    await backlog.saveRoute(pointer, null, route);
  }
}
