import type { Graph } from '../graph/client.ts';
import { itemsRequest, parseItems, type Item } from '../graph/lists.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import { itemFromFields } from './itemRow.ts';
import { readableRows } from './readRows.ts';

/** An item as everybody reads it, and who wrote or closed it last. */
export type OpenItem = AgendaItem & Pick<Item, 'lastModifiedBy' | 'modifiedAt'>;

/**
 * A meeting's items as everybody reads them, in one request: the open row is where an item closes, so nothing that is asked before or after it can make this
 * older than it is. What cannot be read of who may read an item counts as closed.
 */
export async function openItems(graph: Graph, { siteId, key }: MeetingPointer): Promise<readonly OpenItem[]> {
  const list = 'DagsordenPunkter';
  return translated('Reading what is open', async () => {
    const rows = parseItems((await graph.request(itemsRequest(siteId, list, { field: 'MeetingKey', value: key, top: 500 }))).body);
    return readableRows(list, rows).map(({ fields, lastModifiedBy, modifiedAt }) => ({ ...itemFromFields(fields).item, lastModifiedBy, modifiedAt }));
  });
}
