import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { hasMorePages, itemsRequest, listItems, parseItem, parseItems, type Item } from '../graph/lists.ts';
import { restOfPages } from '../graph/paging.ts';
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

/** Asks for the meetings of late, where a board has more than a page of them. */
export interface RecentMeetings {
  readonly since: Date;
  /** Called where earlier ones were left out. */
  onOlder(): void;
}

/**
 * The meetings of a board: all of them, or with `recent` those of late where they do not fit in one page.
 * @param onUnread is told the rows and cells that were left out because they cannot be read
 */
export function boardMeetings(
  graph: Graph,
  board: Board,
  onUnread?: (unread: readonly UnreadRow[]) => void,
  recent?: RecentMeetings,
): Promise<MeetingRow[]> {
  return translated("Reading the board's meetings", async () => {
    const stored = await meetingItems(graph, board, recent);
    const leftOut: LeftOut[] = [];
    const rows = readRows('DagsordenMoeder', stored, meetingFromFields, leftOut);
    onUnread?.(await titledRows(leftOut));
    return rows;
  });
}

async function meetingItems(graph: Graph, { siteId }: Board, recent: RecentMeetings | undefined): Promise<Item[]> {
  const asked = itemsRequest(siteId, 'DagsordenMoeder', { top: 200 });
  const { body } = await graph.request(asked);
  if (recent && hasMorePages(body)) {
    const since = `${recent.since.toISOString().slice(0, 19)}Z`;
    try {
      const found = await listItems(graph, siteId, 'DagsordenMoeder', { field: 'StartsAt', from: since, top: 200 });
      recent.onOlder();
      return found;
    } catch (error) {
      // The lists of an earlier version have no such column: then all are read.
      if (!isGraphFailure(error, 'invalid')) throw error;
    }
  }
  return (await restOfPages(graph, asked, body)).map(parseItem);
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
