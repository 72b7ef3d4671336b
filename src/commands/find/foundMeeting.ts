import type { MeetingHint } from '../../host/host.ts';
import type { CalendarEvent, MeetingPointer } from '../../meeting/meeting.ts';

/** The meeting the host stands on: its event in this mailbox (null where we came by a link) and our pointer (null before there is an agenda). */
export interface FoundMeeting {
  readonly event: CalendarEvent | null;
  readonly pointer: MeetingPointer | null;
}

export const foundBy = (event: CalendarEvent): FoundMeeting => ({ event, pointer: event.pointer });

/** The host's own name for the meeting it stands on; null where it stands on none. */
export function placeName(meeting: MeetingHint): string | null {
  if (meeting.kind === 'event') return `event:${meeting.eventId}`;
  return meeting.kind === 'chat' ? `chat:${meeting.chatId}` : null;
}
