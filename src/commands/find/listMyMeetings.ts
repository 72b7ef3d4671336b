import type { CalendarEvent } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { isUnsettled } from './foundMeeting.ts';
import { lookingRound } from './lookingRound.ts';

/** My meetings between two instants, earliest first. */
export const listMyMeetings =
  ({ workplace }: Desk) =>
  async (from: Date, to: Date): Promise<CalendarEvent[]> => {
    const events = await workplace.store.myEvents(from, to);
    if (!events.some(isUnsettled)) return events;
    return (await (await lookingRound()).settlePointers(workplace.store, events)).map(({ event }) => event);
  };
