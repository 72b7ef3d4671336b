import type { Outbox } from '../device/outbox.ts';
import { orderNamed } from './orders.ts';

/** Has a stuck order carried out in another way, where its kind knows one (`via`). */
export const sendAnotherWay = (outbox: Pick<Outbox, 'amend'>, id: string, via: 'graph' | 'link'): Promise<void> =>
  outbox.amend(id, async ({ command, version, input }) => {
    const order = orderNamed(command);
    const read = order && (await order.read({ version, input }));
    if (!order || typeof read !== 'object' || read === null || !('via' in read)) return { version, input };
    return { version: order.version, input: { ...read, via } };
  });
