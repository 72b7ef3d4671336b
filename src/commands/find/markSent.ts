import * as v from 'valibot';
import type { CalendarEvent, MeetingFile, MeetingPointer, MeetingStatus } from '../../meeting/meeting.ts';
import { meetingRowOf, type MeetingRow } from '../../storage/meetingRow.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import { head, occasion, pointer, status } from '../../meeting/schemas.ts';

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
    occasion: v.optional(occasion),
  }),
});

export const markSentOrder = order({
  name: 'markSent',
  version: 1,
  input,
  steps: { meeting: {} },
  perform: ({ store }, { pointer, row }: MarkSentInput, { steps }) => steps.take('meeting', () => store.putMeeting(pointer, row)),
});

/** An agenda that was put into an open form is a draft until the invitation holds it. */
export function wasSentByForm(event: CalendarEvent, file: MeetingFile): boolean {
  return event.agendaInInvitation && event.pointer?.key === file.pointer.key && file.status.agenda === 'draft';
}

/** The organiser has pressed Send in Outlook since: what was put in the form is now in the invitation. The organiser's pane keeps that. */
export async function markSent({ workplace, send }: Desk, file: MeetingFile, event: CalendarEvent): Promise<MeetingFile> {
  if (!event.iAmOrganizer) return { ...file, status: { ...file.status, agenda: 'sent' } };
  const sent: MeetingStatus = { ...file.status, agenda: 'sent', sentAt: workplace.now().toISOString() };
  await send(markSentOrder, {
    pointer: file.pointer,
    row: meetingRowOf(file.pointer, event, file.agenda, { status: sent, told: file.occasion, now: workplace.now().toISOString() }),
  });
  return { ...file, status: sent };
}
