import type { Desk } from '../desk.ts';
import { boardState } from './boardState.ts';
import { listBoardMeetings } from './listBoardMeetings.ts';
import { listBoards } from './listBoards.ts';
import { overCalendar } from './overCalendar.ts';
import { prepareBoard } from './prepareBoard.ts';

/** The boards of my teams, and making their sites ready. */
export type BoardCommands = ReturnType<typeof boardCommands>;

export function boardCommands(desk: Desk) {
  return {
    listBoards: listBoards(desk),
    boardState: boardState(desk),
    listBoardMeetings: listBoardMeetings(desk),
    overCalendar: overCalendar(desk),
    prepareBoard: prepareBoard(desk),
  };
}
