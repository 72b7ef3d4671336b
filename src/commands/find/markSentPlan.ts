import * as v from 'valibot';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { pointer } from '../../meeting/schemas.ts';
import { plan } from '../plan.ts';

interface MarkSentInput {
  readonly pointer: MeetingPointer;
  /** The ISO instant since which the invitation is known to hold the agenda. */
  readonly at: string;
}

/** Version 1 kept the meeting's whole row as it was seen, and wrote it over what others had done since. */
const version1 = v.object({ pointer, row: v.object({ status: v.object({ sentAt: v.string() }) }) });

export const markSentPlan = plan({
  climbs: [
    (older) => {
      const { pointer, row } = v.parse(version1, older);
      return { pointer, at: row.status.sentAt };
    },
  ],
  input: v.object({ pointer, at: v.string() }),
  steps: { meeting: {} },
  perform: ({ store }, { pointer, at }: MarkSentInput, { steps }) => steps.take('meeting', () => store.markSent(pointer, at, false)),
});
