import type { MeetingPointer } from '../../meeting/meeting.ts';

/** Names of what is kept from the server. One list, so that a change to a meeting reaches every screen that shows it. */
export const keys = {
  found: ['found'] as const,
  event: (eventId: string) => ['event', eventId] as const,
  file: (pointer: MeetingPointer) => ['file', pointer.key, pointer.siteId] as const,
  approval: (pointer: MeetingPointer) => ['approval', pointer.key, pointer.siteId] as const,
  treatments: (pointer: MeetingPointer) => ['treatments', pointer.key, pointer.siteId] as const,
  /** Under the file's own name, without a site that is not known yet: whoever fetches the file anew fetches this. */
  beforeAgenda: ({ key }: { readonly key: string }) => ['file', key, 'beforeAgenda'] as const,
  seenFile: (pointer: MeetingPointer) => ['seen', pointer.key, pointer.siteId] as const,
  myEvent: (pointer: MeetingPointer) => ['myEvent', pointer.key] as const,
  listed: (pointer: MeetingPointer, people: readonly unknown[]) => ['listed', pointer.key, ...people] as const,
  presence: (pointer: MeetingPointer) => ['presence', pointer.key, pointer.siteId] as const,
  presenceUnsent: (pointer: MeetingPointer) => ['presenceUnsent', pointer.key] as const,
  attendanceOfYear: (siteId: string, year: number) => ['attendanceOfYear', siteId, year] as const,
  invitation: (pointer: MeetingPointer) => ['invitationStanding', pointer.key, pointer.siteId] as const,
  guests: (pointer: MeetingPointer) => ['guests', pointer.key, pointer.siteId] as const,
  copies: (pointer: MeetingPointer) => ['copies', pointer.key] as const,
  other: (pointer: MeetingPointer) => ['other', pointer.key] as const,
  calledByMe: (pointer: MeetingPointer) => ['calledByMe', pointer.siteId, pointer.key] as const,
  stray: (eventId: string) => ['stray', eventId] as const,
  myMeetings: (today: string, fromDays: number, toDays: number) => ['myMeetings', today, fromDays, toDays] as const,
  unsentApology: (pointer: MeetingPointer) => ['unsentApology', pointer.key] as const,
  boards: ['boards'] as const,
  boardState: (teamId: string) => ['boardState', teamId] as const,
  closedChoices: (teamId: string) => ['closedChoices', teamId] as const,
  closedPlace: (boardSiteId: string) => ['closedPlace', boardSiteId] as const,
  board: (siteId: string) => ['board', siteId] as const,
  teamMembers: (siteId: string) => ['teamMembers', siteId] as const,
  profile: (siteId: string) => ['profile', siteId] as const,
  boardMeetings: (teamId: string) => ['boardMeetings', teamId] as const,
};
