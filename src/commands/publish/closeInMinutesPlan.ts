import * as v from 'valibot';
import type { ClosedSince } from '../../meeting/closedEdition.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { itemId, pointer } from '../../meeting/schemas.ts';
import { plan } from '../plan.ts';

interface CloseInput {
  readonly pointer: MeetingPointer;
  readonly since: readonly ClosedSince[];
}

export const closeInMinutesPlan = plan({
  input: v.object({
    pointer,
    since: v.array(v.object({ itemId, neutralTitle: v.nullable(v.string()), publicDecision: v.string() })),
  }) satisfies v.GenericSchema<unknown, CloseInput>,
  steps: { minutes: {} },
  perform: ({ store, now }, { pointer, since }: CloseInput, { steps }) =>
    steps.take('minutes', async () => {
      for (const version of await store.closeMinutes(pointer, since)) {
        const at = now().toISOString();
        const line = await store.readLogLine(pointer, version, 'closedLists');
        if (line?.line.state === 'done') continue;
        await store.keepLogLine(pointer, { target: 'closedLists', version, state: 'done', attempts: 1, error: null, reference: null, at });
      }
    }),
});
