import type { MakeTurns, Outbox, OutboxState, Perform } from '../device/outbox.ts';
import { dropFile } from '../device/fileDatabase.ts';
import { Failure } from '../meeting/errors.ts';
import { fetched } from '../storage/fetched.ts';
import type { AnyOrder } from './order.ts';
import type { Workplace } from './workplace.ts';

/** What was kept is found by its name only when something was kept: the table of all orders is no part of the first agenda. */
const orderNamed = async (name: string): Promise<AnyOrder | null> =>
  (await fetched(import(/* webpackChunkName: "orders" */ './orders.ts'))).orderNamed(name);

/** What waits to be sent, and the ways on for it. */
export type OutboxCommands = ReturnType<typeof outboxCommands>;

export function outboxCommands(outbox: Outbox) {
  return {
    state: (): OutboxState => outbox.state(),
    /** Returns how to stop. */
    onChange: (listener: (state: OutboxState) => void): (() => void) => outbox.onChange(listener),
    /** Sends everything that waits, what is stuck too. */
    retry: (): Promise<void> => outbox.retry(),
    /** Sends what an earlier visit left behind; call it once somebody is signed in. */
    resume: (): Promise<void> => outbox.resume(),
    /**
     * An agenda that waited, and that the invitation was too large for when its turn came, or whose form is not open any more, goes there another way:
     * past the form, at once to everybody (`graph`), or into the open form as a link only.
     */
    sendAnotherWay: async (id: string, via: 'graph' | 'link'): Promise<void> =>
      (await fetched(import(/* webpackChunkName: "orders" */ './sendAnotherWay.ts'))).sendAnotherWay(outbox, id, via),
    /** Takes a stuck command out of the outbox; its content is returned so that nothing typed is lost. */
    drop: async (id: string): Promise<unknown> => {
      const content = await outbox.drop(id);
      if (typeof content === 'object' && content !== null && 'fileId' in content) await dropFile(String(content.fileId));
      return content;
    },
  };
}

/** Carries out what an earlier visit left behind, or has failed before. A step that was refused is then told by the order itself, which stays as stuck. */
export const performKept =
  (workplace: Workplace): Perform =>
  async (task, note) => {
    const order = await orderNamed(task.command);
    if (!order) throw new Failure('Unreadable', `No order is called ${task.command}`, { detail: { command: task.command } });
    const { refused } = await order.carryOut(workplace, task, note);
    if (refused) throw refused;
  };

/** Chooses among what waits; it comes with the plans of what is written, which are needed to send any of it. */
export const turns = async (): Promise<MakeTurns> => (await fetched(import(/* webpackChunkName: "writing" */ './oneWrite.ts'))).turns;
