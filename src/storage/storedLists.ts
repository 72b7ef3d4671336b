import type { Graph } from '../graph/client.ts';
import { itemsRequest, parseItem, parseItems } from '../graph/lists.ts';
import { borneOutApologies, borneOutLog, type Publishers } from '../meeting/authorship.ts';
import type { Apology, Board, MeetingPointer, Publication } from '../meeting/meeting.ts';
import type { UnreadRow } from '../meeting/unreadRow.ts';
import { apologyFromFields } from './apologyRow.ts';
import { authoredRows } from './authoredRows.ts';
import { translated } from './failure.ts';
import type { LeftOut } from './leftOut.ts';
import { meetingFromFields, type MeetingRow } from './meetingRow.ts';
import { publicationFromFields } from './publicationRow.ts';
import { readRows, titledRows } from './readRows.ts';

// Lists that are read by themselves; opening a meeting reads them in one batch.

const NOBODY: Publishers = new Set();

/** All meetings of a board. `onUnread` is told the rows and cells that were left out because they cannot be read. */
export function boardMeetings(graph: Graph, board: Board, onUnread?: (unread: readonly UnreadRow[]) => void): Promise<MeetingRow[]> {
  return translated("Reading the board's meetings", async () => {
    const stored = (await graph.all(itemsRequest(board.siteId, 'DagsordenMoeder', { top: 200 }))).map(parseItem);
    const leftOut: LeftOut[] = [];
    const rows = readRows('DagsordenMoeder', stored, meetingFromFields, leftOut);
    onUnread?.(await titledRows(leftOut));
    return rows;
  });
}

/** A meeting's apologies, those left out that their authors do not bear out. */
export function apologiesOf(graph: Graph, pointer: MeetingPointer, publishers = NOBODY): Promise<Apology[]> {
  return translated('Reading the apologies', async () => {
    const asked = itemsRequest(pointer.siteId, 'DagsordenAfbud', { field: 'MeetingKey', value: pointer.key, top: 500 });
    const written = authoredRows('DagsordenAfbud', parseItems((await graph.request(asked)).body), apologyFromFields, []);
    return [...borneOutApologies(written, publishers).values];
  });
}

/** The lines of a meeting's publication log, those left out that their authors do not bear out. */
export function publicationsOf(graph: Graph, pointer: MeetingPointer, publishers = NOBODY): Promise<Publication[]> {
  return translated('Reading the publication log', async () => {
    const asked = itemsRequest(pointer.siteId, 'DagsordenUdgivelse', { field: 'MeetingKey', value: pointer.key, top: 500 });
    const written = authoredRows('DagsordenUdgivelse', parseItems((await graph.request(asked)).body), publicationFromFields, []);
    return [...borneOutLog(written, publishers).values];
  });
}
