import * as v from 'valibot';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { pointer } from '../../meeting/schemas.ts';
import { plan } from '../plan.ts';
import { settlePapers } from './settlePapers.ts';

interface MoveInput {
  readonly pointer: MeetingPointer;
}

/** Decided on what is stored when its turn comes, so that it may be given whenever something was closed or opened. */
export const movePapersPlan = plan({
  input: v.object({ pointer }) satisfies v.GenericSchema<unknown, MoveInput>,
  steps: { moved: {} },
  perform: ({ store }, { pointer }: MoveInput, { steps }) => steps.take('moved', () => settlePapers(store, pointer)),
});
