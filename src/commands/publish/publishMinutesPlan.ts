import * as v from 'valibot';
import type { Publication, PublicationTarget } from '../../meeting/meeting.ts';
import { board, editionLine, minutesLine, outsideEdition, pointer } from '../../meeting/schemas.ts';
import { fetched } from '../../storage/fetched.ts';
import { plan, type Run } from '../plan.ts';
import type { LinesOrder, PublicationOrder } from './publishInput.ts';

const mention = v.object({ id: v.number(), userId: v.string(), name: v.string() });
const digest = v.object({ subject: v.string(), html: v.string(), mentions: v.optional(v.array(mention)) });
const people = v.object({ mentioned: v.array(v.object({ id: v.string(), name: v.string() })), named: v.array(v.string()) });
const maybeText = v.optional(v.nullable(v.string()));
const common = {
  pointer,
  board,
  version: v.number(),
  at: v.string(),
  previous: maybeText,
  answers: maybeText,
  people: v.optional(v.nullable(people)),
};
const input: v.GenericSchema<unknown, PublicationOrder | LinesOrder> = v.union([
  v.object({ ...common, outside: outsideEdition, closed: v.array(editionLine), digest }),
  v.object({ ...common, outside: v.array(minutesLine), closed: v.array(minutesLine), digest }),
]);

export const publishMinutesPlan = plan({
  // Lines alone stay lines alone: nobody can tell now what stood around them when they were shown.
  climbs: [(older) => older],
  input,
  // Each target keeps a log of its own on the site (sendPublication.ts), which tells the next attempt what is done.
  steps: { closedLists: {}, lists: {}, channel: {} },
  perform: async (workplace, input: PublicationOrder | LinesOrder, run: Run<PublicationTarget, Publication>): Promise<readonly Publication[]> => {
    const { passOn } = await fetched(import(/* webpackChunkName: "backlog" */ '../caseRoute/passOn.ts'));
    const { asItStands, besideToPrint, publicationOrder, sendPublication } = await fetched(
      import(/* webpackChunkName: "exporters" */ './publication.ts'),
    );
    const file = () => workplace.store.openMeeting(input.pointer);
    const opened = await file();
    const beside = await besideToPrint(workplace, opened);
    const order = asItStands(workplace, input, opened, beside);
    const look = { decided: async () => publicationOrder(workplace, await file(), beside), now: workplace.now };
    const log = await sendPublication(workplace.store, order, look, run);
    // From now on the body has decided: what goes on to another is proposed there. What that body's site refuses is told at the item.
    if (log.every(({ state }) => state === 'done')) {
      await passOn(workplace, order.closed.length > 0 ? input.pointer : { ...input.pointer, closedSiteId: null });
    }
    return log;
  },
});
