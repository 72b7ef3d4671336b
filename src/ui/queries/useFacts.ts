import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Facts } from '../../meeting/permissions.ts';
import { useMe } from './useMe.ts';
import { useProfile } from './useProfile.ts';

/** What decides who may do what with a meeting (meeting/permissions.ts), but for the time. What the body's profile allows appears when it is known. */
export function useFacts<Event extends CalendarEvent | null>(
  file: MeetingFile,
  event: Event,
): Omit<Facts, 'now' | 'file' | 'event'> & { file: MeetingFile; event: Event } {
  return { file, event, me: useMe(), profile: useProfile(file.board) };
}
