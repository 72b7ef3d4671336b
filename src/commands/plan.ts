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

/** What an order can be kept by without its plan. */
export interface Label {
  /** Stored on people's devices: never reused for something else. */
  readonly name: string;
  /** Counts the shapes of the input. */
  readonly version: number;
  /** In the order they are taken. */
  readonly stepNames: readonly string[];
}

interface PlanOptions<Input, Result, Step extends string, Progress> {
  /** How the input of a version becomes that of the next, from version 1 on. */
  readonly climbs?: readonly ((older: unknown) => unknown)[];
  readonly input: v.GenericSchema<unknown, Input>;
  /** The same as in the label, and in that order. */
  readonly steps: Readonly<Record<Step, StepRule>>;
  /** Must be able to run again after it was cut off anywhere, and change nothing then. */
  perform(workplace: Workplace, input: Input, run: Run<Step, Progress>): Promise<Result>;
}

/** How an order is read and carried out: what only its sending needs, and is fetched for it (order.ts). */
export interface Plan<Input, Result, Step extends string, Progress> {
  /** What was ordered, lifted to the present version. Throws Failure Unreadable. */
  read(label: Label, task: Pick<Task, 'version' | 'input'>): Input;
  /** Reads the task's input and carries it out. Throws Failure Unreadable, and what the plan throws. */
  carryOut(
    label: Label,
    workplace: Workplace,
    task: Task,
    note: (steps: readonly StepNote[]) => void,
    watch?: Watch<Step, Progress>,
  ): Promise<Outcome<Result>>;
}

export function plan<Input, Result, Step extends string, Progress = never>({
  climbs = [],
  input,
  steps: rules,
  perform,
}: PlanOptions<Input, Result, Step, Progress>): Plan<Input, Result, Step, Progress> {
  const read = (label: Label, task: Pick<Task, 'version' | 'input'>): Input => {
    const { name, version, stepNames } = label;
    if (climbs.length !== version - 1) throw new TypeError(`${name} is at version ${version} and climbs ${climbs.length} times`);
    if (Object.keys(rules).join() !== stepNames.join()) throw new TypeError(`${name} is kept with other steps than those of its plan`);
    return readInput(label, { climbs, input }, task);
  };
  return {
    read,
    async carryOut(label, workplace, task, note, watch = {}) {
      const { steps, refused } = createSteps(rules, task.steps, note, watch.onStep);
      const tell = watch.onProgress ?? (() => undefined);
      const result = await perform(workplace, read(label, task), { steps, tell });
      return { result, refused: refused() };
    },
  };
}

type Reading<Input> = Required<Pick<PlanOptions<Input, never, never, never>, 'climbs' | 'input'>>;

/**
 * What was ordered, lifted to the present version.
 * @throws Failure Unreadable, also for an input of a version that is yet to come: another pane of this device may be newer than this one
 */
function readInput<Input>({ name, version }: Label, { climbs, input: schema }: Reading<Input>, task: Pick<Task, 'version' | 'input'>): Input {
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
