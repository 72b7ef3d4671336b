import * as v from 'valibot';
import type { MeetingFile, MeetingPointer, Treatment } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import { pointer, treatment } from '../../meeting/schemas.ts';

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

/** Stores what became of an item, held against the treatment that stands in `file`. Throws Conflict where others have changed the same since. */
export const recordTreatment =
  ({ send, seen }: Desk) =>
  async (file: MeetingFile, treatment: Treatment): Promise<Treatment> => {
    // Where nobody had written, it is the blank treatment that mine is held against: another's first words must not vanish under mine.
    const before = file.treatments.find((each) => each.itemId === treatment.itemId) ?? blankTreatment(treatment);
    await send(recordTreatmentOrder, { pointer: file.pointer, before, after: treatment });
    void seen.amendFile(file.pointer, (kept) => ({
      ...kept,
      treatments: [...kept.treatments.filter((each) => each.itemId !== treatment.itemId), treatment],
    }));
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
