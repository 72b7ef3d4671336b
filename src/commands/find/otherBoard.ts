import { sameSite } from '../../meeting/circle.ts';
import { Failure } from '../../meeting/errors.ts';
import type { CalendarEvent, MeetingPointer } from '../../meeting/meeting.ts';

/**
 * A link names a site, and anybody can make a site that looks like the board's. My own event holds what its organiser put there: the link in my
 * invitation, or the extension on the organiser's copy. Where it names another site, that one counts.
 * @throws Failure OtherBoard, with the event to open instead
 */
export function refuseOtherBoard(pointer: Pick<MeetingPointer, 'siteId'>, event: Pick<CalendarEvent, 'id' | 'pointer'> | null): void {
  if (!event?.pointer || sameSite(event.pointer.siteId, pointer.siteId)) return;
  throw new Failure('OtherBoard', 'The event on my calendar names another board than the link', { detail: { eventId: event.id } });
}
