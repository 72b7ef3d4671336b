import type { CalendarEvent, MeetingPointer } from '../../meeting/meeting.ts';

/** The meeting the host stands on: its event in this mailbox (null where we came by a link) and our pointer (null before there is an agenda). */
export interface FoundMeeting {
  readonly event: CalendarEvent | null;
  readonly pointer: MeetingPointer | null;
}

export const foundBy = (event: CalendarEvent): FoundMeeting => ({ event, pointer: event.pointer });

/** The meeting that was found last in this visit. */
export interface LastFound {
  event: CalendarEvent | null;
}
