import type { Guest, GuestEvent } from '../../meeting/guests.ts';
import type { CalendarEvent, MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import type { BoardLanguage } from '../../meeting/boardLanguage.ts';
import { languageSeen } from '../boardLanguage.ts';
import type { Desk } from '../desk.ts';
import { callOffGuestsOrder } from './callOffGuestsOrder.ts';
import { guestsAhead, guestsLeft, type GuestsLeft } from './guestsLeft.ts';
import { guestLines, type GuestLine } from './guestLines.ts';
import { settleGuestsOrder } from './settleGuestsOrder.ts';

export type { GuestLine } from './guestLines.ts';
export type { GuestsLeft } from './guestsLeft.ts';

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

    /** Those who still have an invitation of their own to this meeting, which is called off; `event` is null where it has left the calendar. */
    guestsOfCancelled: (file: MeetingFile, event: CalendarEvent | null): Promise<readonly GuestEvent[]> =>
      guestsAhead(workplace.store, { key: file.pointer.key, occasion: file.occasion, mailbox: event?.mailbox ?? null }, workplace.now()),

    /** Meetings that have left my calendar while guests are still invited to items of theirs. `meetings` are those in it that have been read. */
    guestsLeft: (meetings: readonly CalendarEvent[]): Promise<readonly GuestsLeft[]> => guestsLeft(desk, meetings),

    /** Calls off what the guests of a meeting were sent, which is called off itself. @throws Conflict where it stands in the calendar */
    callOffGuests: async (to: MeetingPointer, event: CalendarEvent | null): Promise<void> => {
      const language = await languageSeen(desk, to.siteId);
      await send(callOffGuestsOrder, { pointer: to, eventId: event?.id ?? null, mailbox: event?.mailbox ?? null, ...language });
    },

    /** Gives those invited the time, title and place that their item has now, and calls off those who are not to come any more. @throws as inviteGuests */
    updateGuests: (file: MeetingFile, event: CalendarEvent): Promise<void> => settle(file, event, [], true),
  };
}
