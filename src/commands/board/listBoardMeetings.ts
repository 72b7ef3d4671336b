import type { Board, MeetingPointer } from '../../meeting/meeting.ts';
import type { UnreadRow } from '../../meeting/unreadRow.ts';
import type { AgendaState, MinutesState } from '../../meeting/words.ts';
import type { Desk } from '../desk.ts';
import { pointerOn } from '../pointerOn.ts';

export interface BoardMeeting {
  readonly pointer: MeetingPointer;
  readonly title: string;
  /** ISO instants; '' where the row tells none that can be read. */
  readonly start: string;
  readonly end: string;
  readonly agenda: AgendaState;
  readonly minutes: MinutesState;
}

/** What a board has, and the rows of it that cannot be read. */
export interface BoardMeetings {
  readonly meetings: readonly BoardMeeting[];
  readonly unread: readonly UnreadRow[];
}

/** The board's meetings that have an agenda, earliest first; those without a time that can be read stand first. */
export const listBoardMeetings =
  ({ workplace }: Desk) =>
  async (board: Board): Promise<BoardMeetings> => {
    const { rows, unread } = await workplace.store.boardMeetings(board);
    const meetings = rows
      .map((row) => ({
        pointer: pointerOn(board, row.key),
        title: row.head.title,
        start: row.start,
        end: row.end,
        agenda: row.status.agenda,
        minutes: row.status.minutes,
      }))
      .sort((a, b) => a.start.localeCompare(b.start));
    return { meetings, unread };
  };
