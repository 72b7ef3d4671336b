import * as v from 'valibot';
import type { Board, CalendarEvent } from '../../meeting/meeting.ts';
import { board, event, itemId } from '../../meeting/schemas.ts';
import { BOARD_LANGUAGES } from '../../meeting/boardLanguage.ts';
import { fetched } from '../../storage/fetched.ts';
import { plan } from '../plan.ts';
import { pointerOn } from '../pointerOn.ts';
import type { AttachInput } from './attachInput.ts';

interface UpdateInput {
  readonly event: CalendarEvent;
  readonly board: Board;
  /** As for attaching: a form of this event that stands open would send its own older text after what Graph writes. */
  readonly via: AttachInput['via'];
  readonly supplement?: AttachInput['supplement'];
  readonly language?: AttachInput['language'];
}

export const updateInvitationPlan = plan({
  input: v.object({
    event,
    board,
    via: v.picklist(['form', 'graph']),
    supplement: v.optional(v.array(itemId)),
    language: v.optional(v.picklist(BOARD_LANGUAGES)),
  }) satisfies v.GenericSchema<unknown, UpdateInput>,
  steps: { invitation: {} },
  perform: async (workplace, { event, board, via, supplement: added = [], language }: UpdateInput, { steps }): Promise<void> => {
    const { store } = workplace;
    const pointer = pointerOn(board, event.key);
    await steps.take('invitation', async () => {
      const { inBoardLanguage, sendInvitation } = await fetched(import(/* webpackChunkName: "exporters" */ './sendInvitation.ts'));
      // What is sent is the agenda as it is stored at that moment, not as it was when the order was given.
      const { agenda, status } = await store.openMeeting(pointer);
      const supplement = [...(status.supplement ?? []), ...added];
      await sendInvitation(await inBoardLanguage(workplace, board.siteId, language), { event, agenda, via, supplement }, pointer, {
        revises: true,
        added,
      });
    });
  },
});
