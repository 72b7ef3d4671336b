import { Failure } from '../../meeting/errors.ts';
import type { Publication, PublicationTarget } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';
import type { Look, PublicationOrder } from './publishInput.ts';
import { sendToChannel } from './sendToChannel.ts';
import { sendToLists } from './sendToLists.ts';

/** A place minutes are sent to. */
interface Target {
  readonly name: PublicationTarget;
  /** Has this order anything for it? */
  wanted(order: Pick<PublicationOrder, 'closed'>): boolean;
  /** It links to what the others hold, so it waits until they are all done. */
  readonly afterAll: boolean;
  /** Sends what has not arrived, and keeps the target's line of the log. Throws only where the log cannot be kept. */
  send(store: Store, order: PublicationOrder, look: Look): Promise<Publication>;
}

/** All targets, in the order they are sent. */
export const targets: readonly Target[] = [
  {
    name: 'closedLists',
    wanted: (order) => order.closed.length > 0,
    afterAll: false,
    send: (store, order, look) =>
      sendToLists(store, order, look, { target: 'closedLists', siteId: closedSite(order), lines: ({ closed }) => closed, around: () => null }),
  },
  {
    name: 'lists',
    wanted: () => true,
    afterAll: false,
    send: (store, order, look) =>
      sendToLists(store, order, look, {
        target: 'lists',
        siteId: () => order.pointer.siteId,
        lines: ({ outside }) => outside.lines,
        around: ({ outside }) => outside,
      }),
  },
  { name: 'channel', wanted: () => true, afterAll: true, send: sendToChannel },
];

/** The targets an order has, in the order they are sent. */
export const targetsOf = (order: Pick<PublicationOrder, 'closed'>): PublicationTarget[] =>
  targets.filter((target) => target.wanted(order)).map((target) => target.name);

const closedSite = (order: PublicationOrder) => () => {
  if (order.pointer.closedSiteId === null) throw new Failure('ClosedRoomMissing', 'The board has no place for closed items');
  return order.pointer.closedSiteId;
};
