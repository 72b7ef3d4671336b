import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import { foldTreatment, treatmentUnder } from '../../meeting/decisions.ts';
import { blankTreatment } from '../../meeting/blankTreatment.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';

export const recordTreatmentOrder = order({
  name: 'recordTreatment',
  version: 1,
  stepNames: ['stored'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './recordTreatmentPlan.ts')).recordTreatmentPlan,
});

/** Stores what became of an item, held against the treatment that stands in `file`. Throws Conflict where others have changed the same since. */
export const recordTreatment =
  ({ send, seen }: Desk) =>
  async (file: MeetingFile, treatment: Treatment): Promise<Treatment> => {
    // Where nobody had written, it is the blank treatment that mine is held against: another's first words must not vanish under mine.
    const before = treatmentUnder(file.treatments, treatment.itemId) ?? blankTreatment(treatment);
    await send(recordTreatmentOrder, { pointer: file.pointer, before, after: treatment });
    void seen.amendFile(file.pointer, (kept) => ({ ...kept, treatments: foldTreatment(kept.treatments, treatment) }));
    return treatment;
  };
