import type { Outbox, OutboxState, Perform } from '../device/outbox.ts';
import { Failure } from '../meeting/errors.ts';
import { orderNamed } from './orders.ts';
import type { Workplace } from './workplace.ts';

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
    /** Takes a stuck command out of the outbox; its content is returned so that nothing typed is lost. */
    drop: (id: string): Promise<unknown> => outbox.drop(id),
  };
}

/** Carries out what an earlier visit left behind, or has failed before. A step that was refused is then told by the order itself, which stays as stuck. */
export const performKept =
  (workplace: Workplace): Perform =>
  async (task, note) => {
    const order = orderNamed(task.command);
    if (!order) throw new Failure('Unreadable', `No order is called ${task.command}`, { detail: { command: task.command } });
    const { refused } = await order.carryOut(workplace, task, note);
    if (refused) throw refused;
  };
