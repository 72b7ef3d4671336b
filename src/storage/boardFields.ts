import type { Board } from '../meeting/meeting.ts';
import { BOARD_ROW_ID } from './boardRow.ts';
import { shortTitle, type Fields } from './row.ts';
import { shapeOf } from './shapes.ts';

// What is written of a board's row. Reading it (boardRow.ts) does without it.

/** A board as the row of DagsordenMoedeforum. */
export function boardToFields(board: Board): Fields {
  return {
    Title: shortTitle(board.name),
    RowId: BOARD_ROW_ID,
    Shape: shapeOf('DagsordenMoedeforum'),
    TeamGuid: board.teamId,
    ChannelId: board.channelId,
    ChannelName: shortTitle(board.channelName),
    ClosedSiteId: board.closedSiteId,
  };
}
