import * as v from 'valibot';
import { asSiteId, type SiteId } from '../meeting/ids.ts';
import type { Board } from '../meeting/meeting.ts';
import { needed, optionalText, readRow, textOrEmpty, type OnBadCell } from './row.ts';
import { climb } from './shapes.ts';

/** A site belongs to one board, so its row has a fixed id. */
export const BOARD_ROW_ID = 'board';

const boardFields = v.object({
  Title: textOrEmpty,
  // Without one the site is being brought up by an app that comes after this one (prepareBoard.ts).
  TeamGuid: v.pipe(textOrEmpty, v.nonEmpty()),
  ChannelId: needed,
  ChannelName: textOrEmpty,
  ClosedSiteId: optionalText,
});

/** Reads the row of DagsordenMoedeforum. Throws Failure Unreadable, and AppOutdated for a site that is ahead of this app. */
export function boardFromFields(siteId: SiteId, fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): Board {
  const row = readRow(boardFields, 'DagsordenMoedeforum', climb('DagsordenMoedeforum', fields), onBadCell);
  return {
    name: row.Title,
    siteId,
    closedSiteId: row.ClosedSiteId === null ? null : asSiteId(row.ClosedSiteId),
    teamId: row.TeamGuid,
    channelId: row.ChannelId,
    channelName: row.ChannelName,
  };
}
