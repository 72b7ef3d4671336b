import * as v from 'valibot';
import type { MeetingPointer, Treatment } from '../../meeting/meeting.ts';
import { pointer, treatment } from '../../meeting/schemas.ts';
import { unlessApproved } from '../approval/unlessApproved.ts';
import { plan } from '../plan.ts';

interface RecordInput {
  readonly pointer: MeetingPointer;
  /** The treatment as it was read; null writes all of it. */
  readonly before: Treatment | null;
  readonly after: Treatment;
}

const input: v.GenericSchema<unknown, RecordInput> = v.object({ pointer, before: v.nullable(treatment), after: treatment });

export const recordTreatmentPlan = plan({
  input,
  steps: { stored: {} },
  perform: async (workplace, { pointer, before, after }: RecordInput, { steps }): Promise<void> => {
    const isResumed = steps.begun('stored');
    await steps.take('stored', () => unlessApproved(workplace, pointer, { before, after, isResumed }));
  },
});
