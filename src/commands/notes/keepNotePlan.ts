import * as v from 'valibot';
import type { ItemId, MeetingKey } from '../../meeting/ids.ts';
import { itemId, meetingKey } from '../../meeting/schemas.ts';
import { plan } from '../plan.ts';

interface NoteInput {
  readonly key: MeetingKey;
  readonly itemId: ItemId;
  /** What the words were written over. */
  readonly before: string;
  readonly after: string;
}

export const keepNotePlan = plan({
  input: v.object({ key: meetingKey, itemId, before: v.string(), after: v.string() }) satisfies v.GenericSchema<unknown, NoteInput>,
  steps: { kept: {} },
  async perform({ store }, { key, itemId, before, after }: NoteInput, { steps }): Promise<string> {
    let kept = after;
    await steps.take('kept', async () => {
      kept = await store.keepNote(key, itemId, before, after);
    });
    return kept;
  },
});
