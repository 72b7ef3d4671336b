import type { StepNote } from '../device/outboxEntry.ts';
import type { Task } from '../device/outbox.ts';
import { fetched } from '../storage/fetched.ts';
import type { Label, Outcome, Plan, Watch } from './plan.ts';
import type { Workplace } from './workplace.ts';

/** An order as the outbox finds it by its name, whatever it is about. Its plan is fetched when it is first read or carried out. */
export interface AnyOrder extends Label {
  /** What was ordered, lifted to the present version. Throws Failure Unreadable, and Offline where the plan cannot be fetched. */
  read(task: Pick<Task, 'version' | 'input'>): Promise<unknown>;
  /** Reads the task's input and carries it out. Throws Failure Unreadable, Offline where the plan cannot be fetched, and what the order throws. */
  carryOut(workplace: Workplace, task: Task, note: (steps: readonly StepNote[]) => void): Promise<Outcome<unknown>>;
}

export interface Order<Input, Result, Step extends string, Progress> extends AnyOrder {
  read(task: Pick<Task, 'version' | 'input'>): Promise<Input>;
  carryOut(workplace: Workplace, task: Task, note: (steps: readonly StepNote[]) => void, watch?: Watch<Step, Progress>): Promise<Outcome<Result>>;
}

interface OrderOptions<Input, Result, Step extends string, Progress> extends Label {
  readonly stepNames: readonly Step[];
  /** By a dynamic import into the chunk `writing`, so that one fetch brings both the plan and what it writes with. */
  readonly plan: () => Promise<Plan<Input, Result, Step, Progress>>;
}

/**
 * Something that is written: kept in the outbox by name and plain data, so that a later visit can carry it out too. To keep it, its name,
 * version and steps are enough; the plan (plan.ts) is fetched when its turn comes, apart from the first agenda.
 */
export function order<Input, Result, Step extends string, Progress>({
  plan,
  ...label
}: OrderOptions<Input, Result, Step, Progress>): Order<Input, Result, Step, Progress> {
  return {
    ...label,
    read: async (task) => (await fetched(plan())).read(label, task),
    carryOut: async (workplace, task, note, watch) => (await fetched(plan())).carryOut(label, workplace, task, note, watch),
  };
}
