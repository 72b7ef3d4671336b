import * as v from 'valibot';
import { isClosed } from '../../meeting/agenda.ts';
import type { CaseRoute } from '../../meeting/caseRoute.ts';
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

/** Where an item goes on to: kept, changed, or taken away where `after` is null. It goes where the item's words are by then. */
export const saveRoutePlan = plan({
  input: v.object({ pointer, before: v.nullable(route), after: v.nullable(route) }),
  steps: { stored: {} },
  perform: ({ store }, { pointer, before, after }, { steps }) =>
    steps.take('stored', async () => {
      const openness = after !== null && (await isClosedNow(store, pointer, after.itemId)) ? 'closed' : after?.openness;
      await (await store.backlog()).saveRoute(pointer, before, after && { ...after, openness: openness ?? 'closed' });
    }),
});

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

/** An item that everybody may not read by now, or that is gone. */
async function isClosedNow(store: Store, pointer: MeetingPointer, id: ItemId): Promise<boolean> {
  const items = await store.openItems(pointer);
  const item = items.find((each) => each.id === id);
  return item === undefined || isClosed(items, item);
}
