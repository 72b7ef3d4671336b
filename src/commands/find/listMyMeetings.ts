import type { CalendarEvent } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { settlePointers } from './ownPointer.ts';

/** My meetings between two instants, earliest first. */
export const listMyMeetings =
  ({ workplace }: Desk) =>
  async (from: Date, to: Date): Promise<CalendarEvent[]> =>
    (await settlePointers(workplace.store, await workplace.store.myEvents(from, to))).map(({ event }) => event);
