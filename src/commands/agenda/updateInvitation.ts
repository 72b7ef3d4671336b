import * as v from 'valibot';
import { isFailure } from '../../meeting/errors.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { board, event } from '../../meeting/schemas.ts';
import { fetched } from '../../storage/fetched.ts';
import { meetingRowOf } from '../../storage/meetingRow.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import { pointerOn } from '../pointerOn.ts';
import type { Workplace } from '../workplace.ts';
import type { AttachInput } from './attachInput.ts';

interface UpdateInput {
  readonly event: CalendarEvent;
  readonly board: Board;
  /** As for attaching: a form of this event that stands open would send its own older text after what Graph writes. */
  readonly via: AttachInput['via'];
}

const input: v.GenericSchema<unknown, UpdateInput> = v.object({ event, board, via: v.picklist(['form', 'graph']) });

export const updateInvitationOrder = order({
  name: 'updateInvitation',
  version: 1,
  input,
  steps: { invitation: {} },
  perform: async (workplace, { event, board, via }: UpdateInput, { steps }): Promise<void> => {
    const pointer = pointerOn(board, event.key);
    await steps.take('invitation', async () => {
      const { writeInvitation } = await fetched(import(/* webpackChunkName: "exporters" */ './invitation.ts'));
      // What is sent is the agenda as it is stored at that moment, not as it was when the order was given.
      const { agenda, status } = await workplace.store.openMeeting(pointer);
      await writeInvitation(workplace, { event, agenda, via }, pointer);
      // What stands in a form is nobody's until it is sent.
      if (via === 'form') return;
      const sentAt = workplace.now().toISOString();
      await workplace.store.putMeeting(pointer, meetingRowOf(event, agenda, { ...status, agenda: 'revised', sentAt }));
    });
  },
});

/**
 * Puts the agenda as it is stored now in the invitation, and so in every participant's calendar.
 * @returns whether it stands in Outlook's open form, and reaches the others when the person sends it
 * @throws Failure InvitationChanged, InvitationNotOpen
 */
export const updateInvitation =
  ({ workplace, send }: Desk) =>
  async (file: MeetingFile, event: CalendarEvent): Promise<boolean> => {
    const via = (await standsInForm(workplace, event)) ? 'form' : 'graph';
    await send(updateInvitationOrder, { event, board: file.board, via });
    return via === 'form';
  };

async function standsInForm({ host, store }: Workplace, event: CalendarEvent): Promise<boolean> {
  if (!host.invitation || host.meeting.kind !== 'event') return false;
  try {
    return (await store.eventById(host.meeting.eventId)).key === event.key;
  } catch (error) {
    // A whole series in the form is another event than this one.
    if (isFailure(error, 'NotFound') || isFailure(error, 'WholeSeries')) return false;
    throw error;
  }
}
