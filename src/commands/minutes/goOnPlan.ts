import * as v from 'valibot';
import type { Passing } from '../../meeting/passing.ts';
import type { MeetingPointer, Treatment } from '../../meeting/meeting.ts';
import { itemId, pointer, treatment } from '../../meeting/schemas.ts';
import { plan } from '../plan.ts';
import { blankIn } from './blankIn.ts';

interface GoOnInput {
  readonly pointer: MeetingPointer;
  readonly passing: Passing;
  /** The items that have no row yet. */
  readonly blanks: readonly Treatment[];
}

const input: v.GenericSchema<unknown, GoOnInput> = v.object({
  pointer,
  passing: v.object({ from: v.nullable(itemId), to: v.nullable(itemId), at: v.string() }),
  blanks: v.array(treatment),
});

export const goOnPlan = plan({
  input,
  steps: { stored: {} },
  perform: ({ store }, { pointer, passing, blanks }: GoOnInput, { steps }) =>
    steps.take('stored', () => store.putTimes(pointer, passing, (id) => blankIn(blanks, id))),
});
