import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { BoardLanguage } from '../../meeting/boardLanguage.ts';
import { fetched } from '../../storage/fetched.ts';
import type { InvitationStanding } from './invitationStanding.ts';
import type { Desk } from '../desk.ts';
import type { GuestCommands } from '../guests/guestCommands.ts';
import type { NoticeCommands } from '../notice/noticeCommands.ts';
import { attachAgenda } from './attachAgenda.ts';
import { changeItem } from './changeItem.ts';
import { closeItem } from './closeItem.ts';
import { openItem } from './openItem.ts';
import { previewInvitation } from './previewInvitation.ts';
import { whenClosing } from './whenClosing.ts';

/** Attaching an agenda and changing its items. */
export type AgendaCommands = ReturnType<typeof agendaCommands>;

export function agendaCommands(desk: Desk) {
  return {
    previewInvitation: previewInvitation(desk),
    attachAgenda: attachAgenda(desk),
    changeItem: changeItem(desk),
    closeItem: closeItem(desk),
    openItem: openItem(desk),
    copiesOfItem: whenClosing(desk, ({ copiesOfItem }) => copiesOfItem),
    invitationStanding: async (file: MeetingFile, event: CalendarEvent, language: BoardLanguage): Promise<InvitationStanding> =>
      (await fetched(import(/* webpackChunkName: "exporters" */ './invitationStanding.ts'))).invitationStanding(desk)(file, event, language),
    acceptedDisclosures: whenClosing(desk, ({ acceptedDisclosures }) => acceptedDisclosures),
    acceptDisclosures: whenClosing(desk, ({ acceptDisclosures }) => acceptDisclosures),
    changeTimes: whenClosing(desk, ({ changeTimes }) => changeTimes),
    /** Guests who come to one item; fetched when it is first asked for. Throws Failure Offline where it cannot be. */
    guests: async (): Promise<GuestCommands> =>
      (await fetched(import(/* webpackChunkName: "guests" */ '../guests/guestCommands.ts'))).guestCommands(desk),
    /** Telling the channel that an agenda is out; fetched when it is first asked for. Throws Failure Offline where it cannot be. */
    notice: async (): Promise<NoticeCommands> =>
      (await fetched(import(/* webpackChunkName: "exporters" */ '../notice/noticeCommands.ts'))).noticeCommands(desk),
    moveMeeting: whenClosing(desk, ({ moveMeeting }) => moveMeeting),
    updateInvitation: whenClosing(desk, ({ updateInvitation }) => updateInvitation),
  };
}
