import type { ClockTime } from '../../meeting/clock.ts';
import type { EventWay } from '../../meeting/editing/mend.ts';
import { movedTo } from '../../meeting/movedTo.ts';
import { Failure } from '../../meeting/errors.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { isOrganizersCopy } from '../../meeting/permissions.ts';
import type { Desk } from '../desk.ts';
import { moveMeetingOrder } from './moveMeetingOrder.ts';

/**
 * Moves when a meeting begins or ends, in the calendar, which is the truth about it: those invited are told by Exchange. The agenda follows when the meeting
 * is next looked at (followCalendar.ts).
 * @param event as it was seen when this was decided on
 * @returns the event as it is then
 * @throws Failure NotAllowed where I did not call the meeting and do not work in the calendar of whoever did; Conflict where it was moved meanwhile
 */
export const moveMeeting =
  ({ workplace, send }: Desk) =>
  async (event: CalendarEvent, way: EventWay, time: ClockTime): Promise<CalendarEvent> => {
    if (!isOrganizersCopy({ event })) {
      throw new Failure('NotAllowed', 'Only whoever called the meeting can move it', {
        detail: { about: 'calendar', owner: event.organizer?.email ?? event.organizer?.name ?? '' },
      });
    }
    await send(moveMeetingOrder, { eventId: event.id, seen: { start: event.start, end: event.end }, wanted: movedTo(event, way, time) });
    return workplace.store.eventById(event.id);
  };
