import type { Agenda } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Board, CalendarEvent } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { fetched } from '../../storage/fetched.ts';
import type { InvitationPreview } from './invitationPreview.ts';

/** The invitation as it will look, with the agenda in it. Nothing is written. */
export const previewInvitation =
  (desk: Desk) =>
  async (event: CalendarEvent, agenda: Agenda, board: Board, supplement: readonly ItemId[] = []): Promise<InvitationPreview> => {
    const { workplace } = desk;
    const { inBoardLanguage, invitationWith, languageSeen } = await fetched(import(/* webpackChunkName: "exporters" */ './invitation.ts'));
    return invitationWith(
      await inBoardLanguage(workplace, board.siteId, (await languageSeen(desk, board.siteId)).language),
      event,
      agenda,
      board,
      supplement,
    );
  };
