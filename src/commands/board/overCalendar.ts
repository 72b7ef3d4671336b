import { differsFromCalendar, shownOccasion } from '../../meeting/calendarFacts.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { ownEvent } from '../../meeting/sameMeeting.ts';
import type { Desk } from '../desk.ts';
import { writeDown } from '../find/followCalendar.ts';
import type { BoardMeeting } from './listBoardMeetings.ts';

const DAY = 86_400_000;

/**
 * The board's meetings as my own calendar tells them, where it has them: moved, called off, renamed. What the organiser's own copy tells is
 * written down for everybody; what others' copies tell is shown to them alone. A calendar that cannot be asked changes nothing.
 */
export const overCalendar =
  (desk: Desk) =>
  async (meetings: readonly BoardMeeting[]): Promise<readonly BoardMeeting[]> => {
    const now = desk.workplace.now();
    const coming = meetings.filter(({ end }) => Date.parse(end) > now.getTime() - DAY);
    if (coming.length === 0) return meetings;
    const events = await myCalendar(desk, coming, now.getTime());
    return meetings.map((meeting) => {
      const event = coming.includes(meeting) ? ownEvent(events, { ...meeting.occasion, key: meeting.pointer.key }) : null;
      if (event === null || !differsFromCalendar(meeting.occasion, event)) return meeting;
      if (event.iAmOrganizer) void writeDown(desk, meeting.pointer, event).catch(() => undefined);
      const occasion = shownOccasion(meeting.occasion, event);
      return { ...meeting, occasion, start: occasion.start, end: occasion.end };
    });
  };

/** From yesterday to half a year ahead, or as long as the board has planned: an event may have been moved anywhere. */
async function myCalendar({ workplace }: Desk, meetings: readonly BoardMeeting[], now: number): Promise<CalendarEvent[]> {
  const last = Math.max(now + 180 * DAY, ...meetings.map(({ end }) => Date.parse(end) + DAY).filter((time) => !Number.isNaN(time)));
  try {
    return await workplace.store.eventsBetween(new Date(now - DAY), new Date(last));
  } catch (error) {
    if (isFailure(error)) return [];
    throw error;
  }
}
