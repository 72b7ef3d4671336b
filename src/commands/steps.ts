import { isFailure, type Failure, type FailureName } from '../meeting/errors.ts';
import { storedFailureOf, type StepNote, type StepState } from '../device/outboxEntry.ts';

/** What is particular about a step of an order. Every step may be done again after it was cut off. */
export interface StepRule {
  /** Done is done: the next attempt leaves it out. Only where nothing that happens meanwhile could ask for it again. */
  readonly once?: true;
  /** Failures that are this step's alone: the others stand, and the order is done without it. */
  readonly refusable?: readonly FailureName[];
}

/** The steps of an order as they are carried out. They give no results: what they find out, they leave where the order can see it. */
export interface Steps<Name extends string> {
  /** Does one step, and notes how it went. Throws what the action throws, unless the step alone may be refused by it. */
  take(name: Name, action: () => Promise<unknown>): Promise<void>;
  /** Has an attempt, this one or an earlier one, begun with it? */
  begun(name: Name): boolean;
  /** Was an earlier attempt cut off in the middle of it? Then nobody knows how it went. */
  cutOff(name: Name): boolean;
  /** Notes a step that this order has no need of. */
  skip(name: Name): void;
  /** Notes how a step went that keeps a log of its own. */
  settle(name: Name, state: Extract<StepState, 'doing' | 'done' | 'waiting'> | { readonly failed: unknown }): void;
}

/** How far a step has come, as it is told to whoever gave the order. */
export interface StepTold<Name extends string = string> {
  readonly name: Name;
  readonly state: StepState;
  /** What was in its way; null unless it failed. */
  readonly failure: Failure | null;
}

/**
 * @param notes how far an earlier attempt came
 * @param onNotes is handed all notes at each change, to be kept
 */
export function createSteps<Name extends string>(
  rules: Readonly<Record<Name, StepRule>>,
  notes: readonly StepNote[],
  onNotes: (notes: readonly StepNote[]) => void,
  onStep: (step: StepTold<Name>) => void = () => undefined,
): { readonly steps: Steps<Name>; refused(): Failure | null } {
  let kept: readonly StepNote[] = Object.keys(rules).map(
    (name) => notes.find((note) => note.name === name) ?? { name, state: 'waiting', failure: null },
  );
  let refused: Failure | null = null;
  const put = (name: Name, state: StepState, error: unknown = null): void => {
    const failure = error === null ? null : storedFailureOf(error);
    kept = kept.map((note) => (note.name === name ? { name, state, failure } : note));
    onNotes(kept);
    onStep({ name, state, failure: isFailure(error) ? error : null });
  };
  const steps: Steps<Name> = {
    async take(name, action) {
      const rule = rules[name];
      if (rule.once && kept.some((note) => note.name === name && note.state === 'done')) return;
      put(name, 'doing');
      try {
        await action();
        put(name, 'done');
      } catch (error) {
        put(name, 'failed', error);
        if (!isFailure(error) || !rule.refusable?.some((each) => each === error.name)) throw error;
        refused ??= error;
      }
    },
    begun: (name) => kept.some((note) => note.name === name && note.state !== 'waiting' && note.state !== 'skipped'),
    cutOff: (name) => notes.some((note) => note.name === name && note.state === 'doing'),
    skip: (name) => put(name, 'skipped'),
    settle: (name, state) => (typeof state === 'string' ? put(name, state) : put(name, 'failed', state.failed)),
  };
  return { steps, refused: () => refused };
}
