import type { Board, MeetingPointer } from '../../meeting/meeting.ts';
import type { AgendaState, MinutesState } from '../../meeting/words.ts';
import type { Desk } from '../desk.ts';
import { pointerOn } from '../pointerOn.ts';

export interface BoardMeeting {
  readonly pointer: MeetingPointer;
  readonly title: string;
  /** ISO instants. */
  readonly start: string;
  readonly end: string;
  readonly agenda: AgendaState;
  readonly minutes: MinutesState;
}

/** The board's meetings that have an agenda, earliest first. */
export const listBoardMeetings =
  ({ workplace }: Desk) =>
  async (board: Board): Promise<BoardMeeting[]> =>
    (await workplace.store.boardMeetings(board))
      .map((row) => ({
        pointer: pointerOn(board, row.key),
        title: row.head.title,
        start: row.start,
        end: row.end,
        agenda: row.status.agenda,
        minutes: row.status.minutes,
      }))
      .sort((a, b) => a.start.localeCompare(b.start));
