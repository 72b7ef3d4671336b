import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItem } from '../graph/lists.ts';
import { deleteItem } from '../graph/rowWriting.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { translated } from './failure.ts';

const list = 'DagsordenReferat';

/**
 * Takes all rows of a meeting's published minutes away, on the board's site and on the closed one where that is named and open to this person. May be run
 * again; a row that another has changed is taken away as well, since it is the minutes that are withdrawn and not what they say. SharePoint keeps them in its bin.
 */
export function withdrawMinutes(graph: Graph, { siteId, closedSiteId, key }: MeetingPointer): Promise<void> {
  return translated('Withdrawing the minutes', async () => {
    for (const site of closedSiteId === null ? [siteId] : [siteId, closedSiteId]) {
      const rows = await graph.all(itemsRequest(site, list, { field: 'MeetingKey', value: key, top: 500 })).catch((error: unknown): unknown[] => {
        if (site === closedSiteId && (isGraphFailure(error, 'notAllowed') || isGraphFailure(error, 'notFound'))) return [];
        throw error;
      });
      for (const { id } of rows.map(parseItem)) await deleteItem(graph, site, list, id);
    }
  });
}
