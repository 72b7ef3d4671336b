import * as v from 'valibot';
import type { Board, CalendarEvent } from '../../meeting/meeting.ts';
import { board, event, itemId } from '../../meeting/schemas.ts';
import { BOARD_LANGUAGES } from '../../meeting/boardLanguage.ts';
import { fetched } from '../../storage/fetched.ts';
import { noticeShown } from '../notice/noticeSchema.ts';
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
  readonly notice?: AttachInput['notice'];
}

export const updateInvitationPlan = plan({
  input: v.object({
    event,
    board,
    via: v.picklist(['form', 'graph']),
    supplement: v.optional(v.array(itemId)),
    language: v.optional(v.picklist(BOARD_LANGUAGES)),
    notice: v.optional(noticeShown),
  }) satisfies v.GenericSchema<unknown, UpdateInput>,
  steps: { invitation: {}, notice: {} },
  perform: async (workplace, input: UpdateInput, { steps }): Promise<void> => {
    const { event, board, via, supplement: added = [], language } = input;
    const { store } = workplace;
    const pointer = pointerOn(board, event.key);
    const { inBoardLanguage, sendInvitation, tellNotice } = await fetched(import(/* webpackChunkName: "exporters" */ './sendInvitation.ts'));
    // What is sent is the agenda as it is stored at that moment, not as it was when the order was given.
    const file = await store.openMeeting(pointer);
    const speaking = await inBoardLanguage(workplace, board.siteId, language);
    const supplement = [...(file.status.supplement ?? []), ...added];
    await steps.take('invitation', () =>
      sendInvitation(speaking, { event, agenda: file.agenda, via, supplement }, pointer, { revises: true, added }),
    );
    await tellNotice(speaking, { ...file, status: { ...file.status, supplement } }, input, steps);
  },
});
