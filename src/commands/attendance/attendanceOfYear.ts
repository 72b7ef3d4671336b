import { danishMidnight } from '../../meeting/danishTime.ts';
import type { HeldMeeting } from '../../meeting/attendanceOverTime.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';

/** The board's meetings of a year by Danish clocks, with all that was noted of who came. Throws SiteNotPrepared where the list for it is missing. */
export const attendanceOfYear =
  ({ workplace }: Desk) =>
  (board: Pick<Board, 'siteId'>, year: number): Promise<HeldMeeting[]> =>
    workplace.store.attendanceOfMeetings(board, new Date(danishMidnight(`${year}-01-01`)), new Date(danishMidnight(`${year + 1}-01-01`)));
