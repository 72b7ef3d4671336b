import * as v from 'valibot';
import { asSiteId, type SiteId } from '../meeting/ids.ts';
import type { Board } from '../meeting/meeting.ts';
import { optionalText, readRow, shortTitle, textOrEmpty, type Fields } from './row.ts';
import { climb, shapeOf } from './shapes.ts';

/** A site belongs to one board, so its row has a fixed id. */
export const BOARD_ROW_ID = 'board';

const boardFields = v.object({
  Title: textOrEmpty,
  TeamGuid: v.pipe(v.string(), v.minLength(1)),
  ChannelId: v.pipe(v.string(), v.minLength(1)),
  ChannelName: textOrEmpty,
  ClosedSiteId: optionalText,
});

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

/** Reads the row of DagsordenMoedeforum. Throws Failure Unreadable. */
export function boardFromFields(siteId: SiteId, fields: Record<string, unknown>): Board {
  const row = readRow(boardFields, 'DagsordenMoedeforum', climb('DagsordenMoedeforum', fields));
  return {
    name: row.Title,
    siteId,
    closedSiteId: row.ClosedSiteId === null ? null : asSiteId(row.ClosedSiteId),
    teamId: row.TeamGuid,
    channelId: row.ChannelId,
    channelName: row.ChannelName,
  };
}
