import { isFailure } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { languageSeen } from '../boardLanguage.ts';
import type { NoticeShown } from '../notice/noticeInput.ts';
import { updateInvitationOrder } from './updateInvitationOrder.ts';
import type { Workplace } from '../workplace.ts';

/**
 * Puts the agenda as it is stored now in the invitation, and so in every participant's calendar.
 * @param supplement items that come in a supplementary agenda with it
 * @param notice what the channel is told when it has left; nothing where it stands in Outlook's open form
 * @returns whether it stands in Outlook's open form, and reaches the others when the person sends it
 * @throws Failure InvitationChanged, InvitationNotOpen
 */
export const updateInvitation =
  (desk: Desk) =>
  async (file: MeetingFile, event: CalendarEvent, supplement: readonly ItemId[] = [], notice: NoticeShown | null = null): Promise<boolean> => {
    const { workplace, send } = desk;
    const via = (await standsInForm(workplace, event)) ? 'form' : 'graph';
    await send(updateInvitationOrder, {
      event,
      board: file.board,
      via,
      ...(supplement.length > 0 && { supplement }),
      ...(notice !== null && { notice }),
      ...(await languageSeen(desk, file.board.siteId)),
    });
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
