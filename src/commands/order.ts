import * as v from 'valibot';
import type { StepNote } from '../device/outboxEntry.ts';
import type { Task } from '../device/outbox.ts';
import { Failure } from '../meeting/errors.ts';
import { createSteps, type StepRule, type Steps, type StepTold } from './steps.ts';
import type { Workplace } from './workplace.ts';

/** What an order is carried out with, beside its input. */
export interface Run<Step extends string, Progress> {
  readonly steps: Steps<Step>;
  /** Tells whoever gave the order, where they are still there. */
  tell(progress: Progress): void;
}

/** What whoever gives an order wants to hear of it while it is carried out. */
export interface Watch<Step extends string, Progress> {
  readonly onStep?: (step: StepTold<Step>) => void;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Outcome<Result> {
  readonly result: Result;
  /** Why a step was refused that the others do without; null where all is done. */
  readonly refused: Failure | null;
}

/** An order as the outbox finds it by its name, whatever it is about. */
export interface AnyOrder {
  readonly name: string;
  readonly version: number;
  readonly stepNames: readonly string[];
  /** What was ordered, lifted to the present version. Throws Failure Unreadable. */
  read(task: Pick<Task, 'version' | 'input'>): unknown;
  /** Reads the task's input and carries it out. Throws Failure Unreadable, and what the order throws. */
  carryOut(workplace: Workplace, task: Task, note: (steps: readonly StepNote[]) => void): Promise<Outcome<unknown>>;
}

export interface Order<Input, Result, Step extends string, Progress> extends AnyOrder {
  read(task: Pick<Task, 'version' | 'input'>): Input;
  carryOut(workplace: Workplace, task: Task, note: (steps: readonly StepNote[]) => void, watch?: Watch<Step, Progress>): Promise<Outcome<Result>>;
}

interface OrderPlan<Input, Result, Step extends string, Progress> {
  /** Stored on people's devices: never reused for something else. */
  readonly name: string;
  /** Counts the shapes of the input. */
  readonly version: number;
  /** How the input of a version becomes that of the next, from version 1 on. */
  readonly climbs?: readonly ((older: unknown) => unknown)[];
  readonly input: v.GenericSchema<unknown, Input>;
  /** In the order they are taken. */
  readonly steps: Readonly<Record<Step, StepRule>>;
  /** Must be able to run again after it was cut off anywhere, and change nothing then. */
  perform(workplace: Workplace, input: Input, run: Run<Step, Progress>): Promise<Result>;
}

/** Something that is written: kept in the outbox by name and plain data, so that a later visit can carry it out too. */
export function order<Input, Result, Step extends string, Progress = never>(
  plan: OrderPlan<Input, Result, Step, Progress>,
): Order<Input, Result, Step, Progress> {
  const { name, version, climbs = [], input, steps: rules } = plan;
  if (climbs.length !== version - 1) throw new TypeError(`${name} is at version ${version} and climbs ${climbs.length} times`);
  const read = (task: Pick<Task, 'version' | 'input'>): Input => readInput({ name, version, climbs, input }, task);
  return {
    name,
    version,
    stepNames: Object.keys(rules),
    read,
    async carryOut(workplace, task, note, watch = {}) {
      const { steps, refused } = createSteps(rules, task.steps, note, watch.onStep);
      const tell = watch.onProgress ?? (() => undefined);
      const result = await plan.perform(workplace, read(task), { steps, tell });
      return { result, refused: refused() };
    },
  };
}

type Reading<Input> = Required<Pick<OrderPlan<Input, never, never, never>, 'name' | 'version' | 'climbs' | 'input'>>;

/**
 * What was ordered, lifted to the present version.
 * @throws Failure Unreadable, also for an input of a version that is yet to come: another pane of this device may be newer than this one
 */
function readInput<Input>({ name, version, climbs, input: schema }: Reading<Input>, task: Pick<Task, 'version' | 'input'>): Input {
  const unreadable = (detail: Record<string, string>) =>
    new Failure('Unreadable', `What was ordered as ${name} cannot be read`, { detail: { command: name, version: String(task.version), ...detail } });
  if (!Number.isInteger(task.version) || task.version < 1 || task.version > version) throw unreadable({ known: String(version) });
  let present: unknown = task.input;
  try {
    for (const climb of climbs.slice(task.version - 1)) present = climb(present);
  } catch (error) {
    throw unreadable({ climb: error instanceof Error ? error.name : '?' });
  }
  const result = v.safeParse(schema, present);
  if (result.success) return result.output;
  // valibot's own message quotes the value, which may be somebody's words.
  throw unreadable({ fields: [...new Set(result.issues.map((issue) => v.getDotPath(issue) ?? '?'))].slice(0, 5).join(', ') });
}
