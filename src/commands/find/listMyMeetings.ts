import type { CalendarEvent } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';

/** My meetings between two instants, earliest first. */
export const listMyMeetings =
  ({ workplace }: Desk) =>
  (from: Date, to: Date): Promise<CalendarEvent[]> =>
    workplace.store.myEvents(from, to);
