import type { Guest } from '../../meeting/guests.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { BoardLanguage } from '../../meeting/boardLanguage.ts';
import { languageSeen } from '../boardLanguage.ts';
import type { Desk } from '../desk.ts';
import { guestLines, type GuestLine } from './guestLines.ts';
import { settleGuestsOrder } from './settleGuestsOrder.ts';

export type { GuestLine } from './guestLines.ts';

/** Guests who come to one item, and their own invitations. */
export type GuestCommands = ReturnType<typeof guestCommands>;

export function guestCommands(desk: Desk) {
  const { workplace, send } = desk;
  const settle = async (file: MeetingFile, event: CalendarEvent, invite: readonly Guest[], update: boolean): Promise<void> => {
    const language = await languageSeen(desk, file.board.siteId);
    await send(settleGuestsOrder, { pointer: file.pointer, event, board: file.board, invite, update, ...language });
  };
  return {
    /** Those invited to an item of their own, and those who could be, as the calendar and the agenda say now. */
    readGuests: (file: MeetingFile, event: CalendarEvent, language: BoardLanguage): Promise<readonly GuestLine[]> =>
      guestLines(workplace.store, file, event, language),

    /** Sends each guest an invitation of their own for the time of the item, once. @throws NotAllowed for whoever did not call the meeting; Conflict where an item was closed meanwhile */
    inviteGuests: (file: MeetingFile, event: CalendarEvent, guests: readonly Guest[]): Promise<void> => settle(file, event, guests, false),

    /** Gives those invited the time, title and place that their item has now, and calls off those who are not to come any more. @throws as inviteGuests */
    updateGuests: (file: MeetingFile, event: CalendarEvent): Promise<void> => settle(file, event, [], true),
  };
}
