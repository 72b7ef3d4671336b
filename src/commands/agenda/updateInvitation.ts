import * as v from 'valibot';
import type { Board, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { board, event } from '../../meeting/schemas.ts';
import { fetched } from '../../storage/fetched.ts';
import { meetingRowOf } from '../../storage/meetingRow.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';
import { pointerOn } from '../pointerOn.ts';

interface UpdateInput {
  readonly event: CalendarEvent;
  readonly board: Board;
}

const input: v.GenericSchema<unknown, UpdateInput> = v.object({ event, board });

export const updateInvitationOrder = order({
  name: 'updateInvitation',
  version: 1,
  input,
  steps: { invitation: {} },
  perform: async (workplace, { event, board }: UpdateInput, { steps }): Promise<void> => {
    const pointer = pointerOn(board, event.key);
    await steps.take('invitation', async () => {
      const { writeInvitation } = await fetched(import(/* webpackChunkName: "exporters" */ './invitation.ts'));
      // What is sent is the agenda as it is stored at that moment, not as it was when the order was given.
      const { agenda, status } = await workplace.store.openMeeting(pointer);
      await writeInvitation(workplace, { event, agenda, via: 'graph' }, pointer);
      const sentAt = workplace.now().toISOString();
      await workplace.store.putMeeting(pointer, meetingRowOf(event, agenda, { ...status, agenda: 'revised', sentAt }));
    });
  },
});

/** Puts the agenda as it is stored now in the invitation, and so in every participant's calendar. Throws InvitationChanged. */
export const updateInvitation =
  ({ send }: Desk) =>
  (file: MeetingFile, event: CalendarEvent): Promise<void> =>
    send(updateInvitationOrder, { event, board: file.board });
