import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';

/** The event on my own calendar for a meeting reached by a link; null when I have no copy (any more). */
export const findMyEvent =
  ({ workplace }: Desk) =>
  ({ occasion, pointer }: Pick<MeetingFile, 'occasion' | 'pointer'>): Promise<CalendarEvent | null> =>
    workplace.store.eventOfMeeting({ ...occasion, key: pointer.key });
