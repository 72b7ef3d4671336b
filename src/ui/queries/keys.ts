import type { MeetingPointer } from '../../meeting/meeting.ts';

/** Names of what is kept from the server. One list, so that a change to a meeting reaches every screen that shows it. */
export const keys = {
  found: ['found'] as const,
  event: (eventId: string) => ['event', eventId] as const,
  file: (pointer: MeetingPointer) => ['file', pointer.key, pointer.siteId] as const,
  myEvent: (pointer: MeetingPointer) => ['myEvent', pointer.key] as const,
  myMeetings: (fromDay: string, days: number) => ['myMeetings', fromDay, days] as const,
  boards: ['boards'] as const,
  boardState: (teamId: string) => ['boardState', teamId] as const,
  boardMeetings: (teamId: string) => ['boardMeetings', teamId] as const,
};
