import * as v from 'valibot';
import { isPassing } from '../../meeting/errors.ts';
import type { MeetingFile, MeetingPointer, Treatment } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import { pointer, treatment } from '../schemas.ts';

interface RecordInput {
  readonly pointer: MeetingPointer;
  /** The treatment as it was read; null writes all of it. */
  readonly before: Treatment | null;
  readonly after: Treatment;
}

const input: v.GenericSchema<unknown, RecordInput> = v.object({ pointer, before: v.nullable(treatment), after: treatment });

export const recordTreatmentOrder = order({
  name: 'recordTreatment',
  version: 1,
  input,
  steps: { stored: {} },
  perform: ({ store }, { pointer, before, after }: RecordInput, { steps }) => steps.take('stored', () => store.putTreatment(pointer, before, after)),
});

/** Writes what became of an item; merges field by field with what others wrote. Throws Conflict. */
export const recordTreatment =
  ({ send, written }: Desk) =>
  async (file: MeetingFile, treatment: Treatment): Promise<Treatment> => {
    const place = `${file.pointer.key}/${treatment.itemId}`;
    // Where nobody had written, it is the blank treatment that mine is held against: another's first words must not vanish under mine.
    const before = written.get(place) ?? file.treatments.find((each) => each.itemId === treatment.itemId) ?? blankTreatment(treatment);
    written.set(place, treatment);
    try {
      await send(recordTreatmentOrder, { pointer: file.pointer, before, after: treatment });
    } catch (error) {
      // A refused decision is not what the next one builds on; one that waits in the outbox is.
      if (!isPassing(error)) written.delete(place);
      throw error;
    }
    return treatment;
  };

const blankTreatment = ({ itemId, openness }: Treatment): Treatment => ({
  itemId,
  openness,
  outcome: null,
  decision: '',
  publicDecision: '',
  notTreated: false,
});
