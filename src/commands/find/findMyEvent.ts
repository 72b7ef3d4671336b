import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { shouldFollow, writeDown } from './followCalendar.ts';

/**
 * The event on my own calendar for a meeting reached by a link; null when I have no copy (any more). What the organiser's own copy tells otherwise
 * than the meeting's row is written down.
 */
export const findMyEvent =
  (desk: Desk) =>
  async ({ occasion, pointer }: Pick<MeetingFile, 'occasion' | 'pointer'>): Promise<CalendarEvent | null> => {
    const event = await desk.workplace.store.eventOfMeeting({ ...occasion, key: pointer.key });
    if (shouldFollow({ occasion, pointer }, event)) await writeDown(desk, pointer, event).catch(() => undefined);
    return event;
  };
