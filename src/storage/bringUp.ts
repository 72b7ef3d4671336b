import type { Graph } from '../graph/client.ts';
import { failureOf } from '../graph/failure.ts';
import { deleteColumn, listColumns } from '../graph/listSetup.ts';
import { itemsRequest, parseItem, type Item } from '../graph/lists.ts';
import { updateItemRequest } from '../graph/rowWriting.ts';
import { Failure } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { ListName } from './lists.ts';
import { broughtUp, retiredColumns } from './broughtUp.ts';

/** How often all rows are looked through again because somebody wrote meanwhile. */
const MOST_PASSES = 6;

/**
 * Brings the rows of a list up to the shape they have now, and takes the columns of earlier shapes away when there is nothing left in them. New columns
 * must be there already. May be cut anywhere and run again: a row is changed in one write, and no column goes before all rows have been seen without it.
 * From then on an app of an earlier shape is refused by Graph itself.
 * @throws Failure Unreadable, when all other rows have been brought up, for a row with words that cannot be converted
 */
export async function bringUp(graph: Graph, site: SiteId, list: ListName): Promise<void> {
  const columns = new Set((await listColumns(graph, site, list)).map((column) => column.name));
  const retired = retiredColumns(list).filter((name) => columns.has(name));
  if (retired.length === 0) return;
  for (let pass = 1; ; pass += 1) {
    const rows = (await graph.all(itemsRequest(site, list, {}))).map(parseItem);
    const plans = rows.map((row) => ({ row, ...broughtUp(list, row.fields, columns) }));
    const open = plans.filter(({ write }) => Object.keys(write).length > 0);
    await writeAll(graph, site, list, open);
    if (open.length > 0 && pass < MOST_PASSES) continue;
    if (open.length > 0) throw new Failure('Conflict', `Others keep writing rows of ${list}`, { detail: { list } });
    const unreadable = plans.find(({ lost }) => lost.length > 0);
    if (unreadable) throw cannotConvert(list, unreadable.row, unreadable.lost);
    break;
  }
  for (const name of retired) await deleteColumn(graph, site, list, name);
}

/** A row that somebody changed meanwhile is seen again in the next pass. */
async function writeAll(
  graph: Graph,
  site: SiteId,
  list: ListName,
  plans: readonly { readonly row: Item; readonly write: Readonly<Record<string, unknown>> }[],
): Promise<void> {
  const requests = plans.map(({ row, write }) => updateItemRequest(site, list, row.id, write, row.etag));
  const answers = await graph.batch(requests);
  answers.forEach((answer, index) => {
    if (answer.status < 300 || [404, 409, 412, 424].includes(answer.status)) return;
    throw failureOf(answer, requests[index]);
  });
}

function cannotConvert(list: ListName, { id, fields }: Item, columns: readonly string[]): Failure {
  return new Failure('Unreadable', `A row of ${list} holds words that cannot be converted; the others have been brought up`, {
    detail: { list, row: String(fields['RowId'] ?? id), column: columns.join(', ') },
  });
}
