import * as v from 'valibot';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { head, pointer, status } from '../../meeting/schemas.ts';
import type { MeetingRow } from '../../storage/meetingRow.ts';
import { plan } from '../plan.ts';

interface MarkSentInput {
  readonly pointer: MeetingPointer;
  readonly row: MeetingRow;
}

const input: v.GenericSchema<unknown, MarkSentInput> = v.object({
  pointer,
  row: v.object({
    key: pointer.entries.key,
    head,
    iCalUId: v.string(),
    originalStart: v.nullable(v.string()),
    start: v.string(),
    end: v.string(),
    status,
  }),
});

export const markSentPlan = plan({
  input,
  steps: { meeting: {} },
  perform: ({ store }, { pointer, row }: MarkSentInput, { steps }) => steps.take('meeting', () => store.putMeeting(pointer, row)),
});
