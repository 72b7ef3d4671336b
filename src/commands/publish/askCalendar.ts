import { sameWhen } from '../../meeting/calendarFacts.ts';
import { Failure, isFailure } from '../../meeting/errors.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { followed } from '../find/followCalendar.ts';
import type { Desk } from '../desk.ts';

/**
 * Minutes are not published under a time that my own calendar does not know. Where the calendar is the organiser's the meeting's row is brought up
 * to it, so that what is shown next tells its time; where no calendar can be asked there is nothing to hold against it.
 * @throws Failure CalendarDiffers, with the calendar's time; `written` tells whether the row has it by now
 */
export async function askCalendar(desk: Desk, file: MeetingFile): Promise<void> {
  const event = await myEvent(desk, file);
  if (event === null || sameWhen(file.occasion, event)) return;
  await followed(desk, file, event);
  const { start, end, days } = event;
  throw new Failure('CalendarDiffers', 'The calendar has another time than the minutes', {
    detail: { start, end, ...(days && { firstDay: days.first, lastDay: days.last }), written: event.iAmOrganizer ? 'yes' : 'no' },
  });
}

async function myEvent({ workplace }: Desk, { occasion, pointer }: MeetingFile): Promise<CalendarEvent | null> {
  try {
    return await workplace.store.eventOfMeeting({ ...occasion, key: pointer.key });
  } catch (error) {
    if (!isFailure(error)) throw error;
    return null;
  }
}
