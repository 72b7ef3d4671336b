import type { Graph } from '../graph/client.ts';
import { itemsRequest, parseItems, type Item } from '../graph/lists.ts';
import type { MeetingKey, SiteId } from '../meeting/ids.ts';
import { translated } from './failure.ts';
import { sameFields } from './merge.ts';
import { minutesFromFields, minutesToFields, type MinutesRow } from './minutesRow.ts';
import { readableRows, readRows } from './readRows.ts';
import { removeRow, upsertRow } from './upsert.ts';

const list = 'DagsordenReferat';

/**
 * Makes a version's rows on a site say what the lines say. An attempt before this one may have written other lines: what has been closed
 * since must not stay in its row's version history, so that row is made anew. What somebody else wrote and we cannot read stays, unless it must close.
 * @returns whether anything had to be written
 */
export async function replaceMinutes(graph: Graph, siteId: SiteId, key: MeetingKey, version: number, rows: readonly MinutesRow[]): Promise<boolean> {
  const place = { siteId, list } as const;
  return translated('Publishing', async () => {
    const asked = itemsRequest(siteId, list, { field: 'MeetingKey', value: key, top: 500 });
    const stored = readableRows(list, parseItems((await graph.request(asked)).body))
      .flatMap(readStored)
      .filter(({ row }) => row.version === version);
    let wrote = false;
    for (const row of rows) {
      const fields = minutesToFields(key, row);
      const before = stored.find(({ rowId }) => rowId === fields['RowId']);
      if (before && sameFields(minutesToFields(key, before.row), fields)) continue;
      const wasOpen = before !== undefined && (before.row.line.openness === 'open' || before.bad.has('Access'));
      if (wasOpen && row.line.openness === 'closed') await removeRow(graph, place, before.rowId);
      await upsertRow(graph, place, fields);
      wrote = true;
    }
    for (const { rowId, row, bad } of stored) {
      if (bad.size > 0 || rows.some(({ line }) => line.itemId === row.line.itemId)) continue;
      await removeRow(graph, place, rowId);
      wrote = true;
    }
    return wrote;
  });
}

function readStored(item: Item): { readonly rowId: string; readonly row: MinutesRow; readonly bad: ReadonlySet<string> }[] {
  const bad = new Set<string>();
  return readRows(list, [item], (fields) => minutesFromFields(fields, (column) => bad.add(column)), []).map((row) => ({
    rowId: String(item.fields['RowId']),
    row,
    bad,
  }));
}
