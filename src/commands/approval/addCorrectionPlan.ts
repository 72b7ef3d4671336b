import * as v from 'valibot';
import { editionOf } from '../../meeting/edition.ts';
import { Failure } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { correctionWords, untreatedWords } from '../../meeting/correctionWords.ts';
import { treatmentOf } from '../../meeting/run.ts';
import { itemId, pointer } from '../../meeting/schemas.ts';
import { draftFingerprint } from '../../meeting/seal.ts';
import { plan } from '../plan.ts';

interface CorrectionInput {
  readonly pointer: MeetingPointer;
  readonly itemId: ItemId;
  readonly words: string;
  readonly by: string;
  /** ISO instant at which it was given. */
  readonly at: string;
  /** The line's own id. */
  readonly id: string;
  readonly language: 'da' | 'en';
}

const input: v.GenericSchema<unknown, CorrectionInput> = v.object({
  pointer,
  itemId,
  words: v.pipe(v.string(), v.nonEmpty()),
  by: v.string(),
  at: v.string(),
  id: v.string(),
  language: v.picklist(['da', 'en']),
});

export const addCorrectionPlan = plan({
  input,
  steps: { stored: {}, noted: {} },
  perform: async ({ store }, correction: CorrectionInput, { steps }) => {
    const { pointer, itemId, id } = correction;
    const told = correctionWords(correction);
    await steps.take('stored', async () => {
      const { agenda, treatments } = await store.openMeeting(pointer);
      const item = agenda.items.find((other) => other.id === itemId);
      if (!item) throw new Failure('NotFound', 'The agenda has no such item');
      const before = treatmentOf(agenda, treatments, item);
      // It stands there already where an earlier try was cut off after it.
      if (before.decision.includes(told)) return;
      // Of an item that was not treated readers see that alone, and no decision: it would hide the correction as well.
      const stands = before.notTreated ? untreatedWords(correction.language) : before.decision.trimEnd();
      const decision = [stands, told].filter((part) => part !== '').join('\n\n');
      await store.putTreatment(pointer, before, { ...before, notTreated: false, decision });
    });
    await steps.take('noted', async () => {
      const draft = await draftFingerprint(editionOf(await store.openMeeting(pointer), 'circle', 1, '').lines);
      await store.addApproval(pointer, { id, act: 'correction', draft, itemId, words: '', people: [], deadline: null }, false);
    });
  },
});
