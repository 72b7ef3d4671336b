import type { Graph } from '../graph/client.ts';
import { itemsRequest, parseItems } from '../graph/lists.ts';
import type { MeetingKey, SiteId } from '../meeting/ids.ts';
import { translated } from './failure.ts';
import { sameFields } from './merge.ts';
import { minutesFromFields, minutesToFields, type MinutesRow } from './minutesRow.ts';
import { removeRow, upsertRow } from './upsert.ts';

/**
 * Makes a version's rows on a site say what the lines say. An attempt before this one may have written other lines: what has been closed
 * since must not stay in its row's version history, so that row is made anew.
 * @returns whether anything had to be written
 */
export async function replaceMinutes(graph: Graph, siteId: SiteId, key: MeetingKey, version: number, rows: readonly MinutesRow[]): Promise<boolean> {
  const place = { siteId, list: 'DagsordenReferat' } as const;
  return translated('Publishing', async () => {
    const stored = parseItems((await graph.request(itemsRequest(siteId, place.list, { field: 'MeetingKey', value: key, top: 500 }))).body)
      .map(({ fields }) => ({ rowId: String(fields['RowId']), row: minutesFromFields(fields) }))
      .filter(({ row }) => row.version === version);
    let wrote = false;
    for (const row of rows) {
      const fields = minutesToFields(key, row);
      const before = stored.find(({ rowId }) => rowId === fields['RowId']);
      if (before && sameFields(minutesToFields(key, before.row), fields)) continue;
      if (before && hides(before.row, row)) await removeRow(graph, place, before.rowId);
      await upsertRow(graph, place, fields);
      wrote = true;
    }
    for (const { rowId, row } of stored) {
      if (rows.some(({ line }) => line.itemId === row.line.itemId)) continue;
      await removeRow(graph, place, rowId);
      wrote = true;
    }
    return wrote;
  });
}

/** Does the new row leave out what may have been closed since: an item's words, the heading over it, its name in an apology? */
function hides(before: MinutesRow, now: MinutesRow): boolean {
  if (before.line.openness === 'open' && now.line.openness === 'closed') return true;
  if (before.line.block !== null && before.line.block !== now.line.block) return true;
  return before.around !== null && JSON.stringify(before.around.excused) !== JSON.stringify(now.around?.excused);
}
