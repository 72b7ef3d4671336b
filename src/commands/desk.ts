import type { LastSeen } from '../device/lastSeen.ts';
import type { Outbox } from '../device/outbox.ts';
import { Failure } from '../meeting/errors.ts';
import type { Person } from '../meeting/meeting.ts';
import type { Order } from './order.ts';
import type { Watch } from './plan.ts';
import type { Sitter } from './sitter.ts';
import type { Workplace } from './workplace.ts';

/** Keeps an order in the outbox and resolves when it is carried out, in this visit. */
export type Send = <Input, Result, Step extends string, Progress>(
  order: Order<Input, Result, Step, Progress>,
  input: Input,
  watch?: Watch<Step, Progress>,
) => Promise<Result>;

/** What the verbs work with: the workplace, the way out for what is written, and who is here. */
export interface Desk {
  readonly workplace: Workplace;
  readonly send: Send;
  /** Whoever is signed in. Throws Failure SignInNeeded. */
  me(): Person;
  readonly sitter: Sitter;
  /** What this device keeps of meetings seen before. */
  readonly seen: LastSeen;
}

export function createDesk(workplace: Workplace, outbox: Outbox, sitter: Sitter, seen: LastSeen): Desk {
  return {
    workplace,
    send: ({ name, version, stepNames, carryOut }, input, watch) =>
      outbox.run({ command: name, version, input, steps: stepNames }, async (task, note) => (await carryOut(workplace, task, note, watch)).result),
    me() {
      const person = workplace.host.signIn.person();
      if (!person) throw new Failure('SignInNeeded', 'Nobody is signed in');
      return { id: person.id, name: person.name, email: person.email };
    },
    sitter,
    seen,
  };
}
