import { titleTold } from '../../meeting/head.ts';
import type { Board, MeetingPointer, Occasion } from '../../meeting/meeting.ts';
import type { UnreadRow } from '../../meeting/unreadRow.ts';
import type { AgendaState, MinutesState } from '../../meeting/words.ts';
import type { RecentMeetings } from '../../storage/storedLists.ts';
import type { Desk } from '../desk.ts';
import { pointerOn } from '../pointerOn.ts';

export interface BoardMeeting {
  readonly pointer: MeetingPointer;
  readonly title: string;
  /** ISO instants; '' where the row tells none that can be read. */
  readonly start: string;
  readonly end: string;
  /** What was last seen of it in the organiser's calendar. */
  readonly occasion: Occasion;
  readonly agenda: AgendaState;
  readonly minutes: MinutesState;
}

/**
 * The board's meetings that have an agenda, earliest first; those without a time that can be read stand first.
 * @param recent asks for those of late alone where they do not fit in one page
 * @param onUnread is told the rows and cells that were left out because they cannot be read
 */
export const listBoardMeetings =
  ({ workplace }: Desk) =>
  async (board: Board, onUnread?: (unread: readonly UnreadRow[]) => void, recent?: RecentMeetings): Promise<BoardMeeting[]> =>
    (await workplace.store.boardMeetings(board, onUnread, recent))
      .map((row) => ({
        pointer: pointerOn(board, row.key),
        title: titleTold(row.head, row.occasion ?? row),
        start: row.start,
        end: row.end,
        occasion: { ...(row.occasion ?? row), originalStart: row.originalStart },
        agenda: row.status.agenda,
        minutes: row.status.minutes,
      }))
      .sort((a, b) => a.start.localeCompare(b.start));
