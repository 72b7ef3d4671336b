import * as v from 'valibot';
import { isClosed } from '../../meeting/agenda.ts';
import { sameRoute, type CaseRoute } from '../../meeting/caseRoute.ts';
import { Failure } from '../../meeting/errors.ts';
import { asSiteId, type ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { itemId, pointer } from '../../meeting/schemas.ts';
import { FAILURE_NAMES, OPENNESS, ROUTE_STATES } from '../../meeting/words.ts';
import type { Store } from '../../storage/store.ts';
import { plan } from '../plan.ts';
import { passOn } from './passOn.ts';

const textOrNull = v.nullable(v.string());

const route = v.object({
  itemId,
  openness: v.picklist(OPENNESS),
  next: v.object({ siteId: v.pipe(v.string(), v.transform(asSiteId)), name: v.string() }),
  day: textOrNull,
  state: v.picklist(ROUTE_STATES),
  passedAt: textOrNull,
  problem: v.nullable(v.picklist(FAILURE_NAMES)),
}) satisfies v.GenericSchema<unknown, CaseRoute>;

/**
 * Where an item goes on to: kept, changed, or taken away where `after` is null. It goes where the item's words are by then, and away from where it stands
 * by then: a closing may have moved it since it was read.
 * @throws Failure Conflict where it is not the one that was read, or is on its way
 */
export const saveRoutePlan = plan({
  input: v.object({ pointer, before: v.nullable(route), after: v.nullable(route) }),
  steps: { stored: {} },
  perform: ({ store }, { pointer, before, after }, { steps }) =>
    steps.take('stored', async () => {
      const backlog = await store.backlog();
      const id = after?.itemId ?? before?.itemId;
      const standing = (await backlog.routes(pointer))?.find((each) => each.itemId === id) ?? null;
      refuseUnlessRead(standing, before, after);
      if (after !== null) {
        const openness = (await isClosedNow(store, pointer, after.itemId)) ? 'closed' : after.openness;
        await backlog.saveRoute(pointer, standing, { ...after, openness });
      } else if (standing !== null) await backlog.saveRoute(pointer, standing, null);
      else if (before !== null && (await isClosedSince(store, pointer, before))) {
        // Whoever may not look into the closed circle's list is refused there, rather than told that it was taken away.
        await backlog.saveRoute(pointer, { ...before, openness: 'closed' }, null);
      }
    }),
});

/** What stands by now is what was read, or what this very order has left; nothing that was read comes back under a change. */
function refuseUnlessRead(standing: CaseRoute | null, before: CaseRoute | null, after: CaseRoute | null): void {
  if (standing === null) {
    if (before !== null && after !== null) throw new Failure('Conflict', 'It has been taken away meanwhile');
    return;
  }
  if (sameRoute(standing, after)) return;
  // Its proposal may stand at the next body already: nothing would lead to it any more.
  if (standing.state === 'passing') throw new Failure('Conflict', 'It is on its way');
  if (!sameRoute(standing, before)) throw new Failure('Conflict', 'It has been changed meanwhile');
}

/** Passes on what the body has decided, of one item or all. @throws what kept one of them back, after the others were passed on */
export const passOnPlan = plan({
  input: v.object({ pointer, itemId: v.nullable(itemId) }),
  steps: { passed: {} },
  perform: (workplace, { pointer, itemId }, { steps }) =>
    steps.take('passed', async () => {
      const refused = await passOn(workplace, pointer, itemId);
      if (refused !== null) throw refused;
    }),
});

/** Was the item closed after its way was read openly, so that the way may stand inside, unseen? */
const isClosedSince = async (store: Store, pointer: MeetingPointer, { itemId, openness }: CaseRoute): Promise<boolean> =>
  openness === 'open' && (await store.completed(pointer)).closedSiteId !== null && (await isClosedNow(store, pointer, itemId));

/** An item that everybody may not read by now, or that is gone. */
async function isClosedNow(store: Store, pointer: MeetingPointer, id: ItemId): Promise<boolean> {
  const items = await store.openItems(pointer);
  const item = items.find((each) => each.id === id);
  return item === undefined || isClosed(items, item);
}
