import type { Outbox } from '../device/outbox.ts';
import { Failure } from '../meeting/errors.ts';
import type { Person } from '../meeting/meeting.ts';
import { createWritten, type Written } from './minutes/written.ts';
import type { Order, Watch } from './order.ts';
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
  /** How many orders of this pane wait to be sent. */
  waiting(): number;
  /** Whoever is signed in. Throws Failure SignInNeeded. */
  me(): Person;
  readonly written: Written;
}

export function createDesk(workplace: Workplace, outbox: Outbox): Desk {
  return {
    workplace,
    send: ({ name, version, stepNames, carryOut }, input, watch) =>
      outbox.run({ command: name, version, input, steps: stepNames }, async (task, note) => (await carryOut(workplace, task, note, watch)).result),
    waiting: () => outbox.state().pending,
    me() {
      const person = workplace.host.signIn.person();
      if (!person) throw new Failure('SignInNeeded', 'Nobody is signed in');
      return { id: person.id, name: person.name, email: person.email };
    },
    written: createWritten(),
  };
}
