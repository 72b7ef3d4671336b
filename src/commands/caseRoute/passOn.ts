import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import { isDecided, passedOnId, type CaseRoute } from '../../meeting/caseRoute.ts';
import { Failure, isFailure, isPassing } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { EditionLine, MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { FAILURE_NAMES } from '../../meeting/words.ts';
import type { BacklogStore } from '../../storage/backlogStore.ts';
import type { Workplace } from '../workplace.ts';
import { lookFreshly } from '../lookFreshly.ts';
import { passedProposal } from './passedProposal.ts';

/**
 * Makes a proposal in the next body's backlog of each item that this body has decided on and that goes on. It has decided when its minutes are published:
 * until then the decision is a draft, which others may neither read nor build on. The proposal's id follows from the item, and the row of the way is claimed
 * first, so it arises once, whoever does this, at once or again. What one body's site refuses keeps no other back; why is kept in the row.
 * @param only this item; null for all
 * @returns why one was refused; null where none was
 * @throws what may pass, so that it is tried again
 */
export async function passOn(workplace: Workplace, pointer: MeetingPointer, only: ItemId | null = null): Promise<Failure | null> {
  const { store } = workplace;
  const backlog = await store.backlog();
  const routes = await backlog.routes(pointer);
  const waiting = (routes ?? []).filter(({ state, itemId }) => state !== 'passed' && (only === null || itemId === only));
  if (waiting.length === 0) return null;
  const file = await store.openMeeting(pointer);
  if (file.minutes === null || file.status.minutes !== 'published') return null;
  let refused: Failure | null = null;
  for (const route of waiting) {
    const line = file.minutes.lines.find(({ itemId }) => itemId === route.itemId);
    const item = file.agenda.items.find(({ id }) => id === route.itemId);
    if (!line || !item || !isDecided(line)) continue;
    try {
      await passOne(workplace, backlog, file, { route, item, line });
    } catch (error) {
      if (!isFailure(error) || isPassing(error)) throw error;
      refused = error;
      await keepProblem(backlog, file.pointer, route, error);
    }
  }
  return refused;
}

interface Passing {
  readonly route: CaseRoute;
  readonly item: AgendaItem;
  readonly line: EditionLine;
}

async function passOne(workplace: Workplace, backlog: BacklogStore, file: MeetingFile, { route, item, line }: Passing): Promise<void> {
  const { pointer, agenda } = file;
  const inside = isClosed(agenda.items, item) || line.openness === 'closed';
  // Whoever is outside has no words to pass on, and leaves it to those who have.
  if (inside && file.closedAccess !== 'yes') return;
  const place = { siteId: route.next.siteId, closedSiteId: null };
  const going: CaseRoute = { ...route, openness: inside ? 'closed' : 'open', state: 'passing', problem: null };
  const proposal = await passedProposal(workplace, file, { route, item, line, inside });
  // What was closed while it was on its way is taken back. A look that failed says nothing of that: what was made stands, and is looked at again.
  const stillOpen = () =>
    refuseClosedSince(workplace, pointer, route.itemId).catch(async (error: unknown) => {
      if (isFailure(error, 'Conflict')) await backlog.forgetProposal(place, proposal.id);
      throw error;
    });
  await backlog.saveRoute(pointer, route, going);
  // An earlier try may have been cut off before its second look, and have left the words of what is closed by now.
  if (inside && route.state === 'passing') await closeProposal(backlog, route, proposal.id);
  if (!inside) await stillOpen();
  await backlog.saveProposal(place, null, proposal);
  if (!inside) await stillOpen();
  await backlog.saveRoute(pointer, going, { ...going, state: 'passed', passedAt: workplace.now().toISOString() });
}

async function refuseClosedSince({ store, now }: Workplace, pointer: MeetingPointer, id: ItemId): Promise<void> {
  await lookFreshly(async () => {
    const items = await store.openItems(pointer);
    const item = items.find((each) => each.id === id);
    if (item === undefined || isClosed(items, item)) throw new Failure('Conflict', 'The item has been closed meanwhile');
  }, now);
}

/** Why it failed, for whoever looks at the item. What another has done meanwhile goes before it. */
async function keepProblem(backlog: BacklogStore, pointer: MeetingPointer, { itemId }: CaseRoute, { name }: Failure): Promise<void> {
  const now = (await backlog.routes(pointer))?.find((each) => each.itemId === itemId);
  const problem = problemOf(name);
  if (!now || now.state === 'passed' || problem === null) return;
  try {
    await backlog.saveRoute(pointer, now, { ...now, state: 'awaiting', problem });
  } catch (error) {
    if (!isFailure(error, 'Conflict')) throw error;
  }
}

/** The name of a failure, where it is one of ours. */
function problemOf(name: string): CaseRoute['problem'] {
  return FAILURE_NAMES.find((each) => each === name) ?? null;
}

/**
 * What becomes of proposals that were passed on openly when their items are closed: they follow into the next body's closed list, where it has one that is
 * for this person; else their words are taken away. What the next body has on an agenda is its own.
 */
export async function closePassedOn({ store }: Pick<Workplace, 'store'>, pointer: MeetingPointer, closed: ReadonlySet<ItemId>): Promise<void> {
  const backlog = await store.backlog();
  const routes = (await backlog.routes(pointer)) ?? [];
  for (const route of routes.filter(({ itemId, openness }) => openness === 'open' && closed.has(itemId))) {
    if (route.state !== 'awaiting') await closeProposal(backlog, route, await passedOnId(pointer.key, route.itemId));
    await backlog.saveRoute(pointer, route, { ...route, openness: 'closed' });
    // It may have set out while it was moved (passOne): then its proposal has been made, or is taken back by the look that follows it.
    const then = route.state === 'awaiting' ? (await backlog.routes(pointer))?.find(({ itemId }) => itemId === route.itemId) : undefined;
    if (then !== undefined && then.state !== 'awaiting') await closeProposal(backlog, then, await passedOnId(pointer.key, then.itemId));
  }
}

/** How often a proposal is closed anew where somebody else writes it at the same moment. */
const MOST_TRIES = 3;

async function closeProposal(backlog: BacklogStore, route: CaseRoute, id: string, tries = MOST_TRIES): Promise<void> {
  const { next } = route;
  const place = { siteId: next.siteId, closedSiteId: null };
  try {
    const proposal = await backlog.findProposal(place, id);
    if (proposal === null || proposal.openness === 'closed' || proposal.state === 'taken') return;
    await backlog.saveProposal(place, proposal, { ...proposal, openness: 'closed' });
  } catch (error) {
    if (!isFailure(error) || isPassing(error)) throw error;
    if (isFailure(error, 'Conflict') && tries > 1) return closeProposal(backlog, route, id, tries - 1);
    if (isFailure(error, 'NotAllowed') || isFailure(error, 'NotFound')) return;
    await backlog.forgetProposal(place, id);
  }
}
