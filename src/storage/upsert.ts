import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { createItem, deleteItem, itemsRequest, listColumns, parseItem, parseItems, updateItem } from '../graph/lists.ts';
import type { SiteId } from '../meeting/ids.ts';
import { listNamed, type ListName } from './lists.ts';
import { mergeFields, textColumnsOf } from './merge.ts';
import { checkLengths, type Fields } from './row.ts';
import { columnsMissing, requireCurrent, retiredColumns, siteOutdated } from './shapes.ts';

export interface Place {
  readonly siteId: SiteId;
  readonly list: ListName;
}

/** How often we merge anew when others keep writing the same row. */
const TRIES = 4;

/**
 * Writes a row by its RowId: makes it, or changes what differs. May be sent again without doubling: the column is
 * unique, so a row whose answer was lost is found instead of made twice. A conflict on the wire (412, 409, and "Save
 * Conflict", which may come although the write took effect: sp#1905, pnp#2646) is answered by reading again and merging.
 *
 * @param base the row as it was read, for a merge column by column; null writes all columns
 * @throws Conflict where somebody changed the same column
 */
export async function upsertRow(graph: Graph, place: Place, fields: Fields, base: Fields | null = null): Promise<void> {
  checkColumnLengths(place.list, fields);
  const texts = textColumnsOf(place.list);
  const rowId = String(fields['RowId']);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const found = await findRow(graph, place, rowId);
      if (found === null) {
        await createItem(graph, place.siteId, place.list, withoutNulls(fields));
        return;
      }
      requireCurrent(place.list, found.fields);
      const write = mergeFields(base, fields, found.fields, texts);
      checkColumnLengths(place.list, write);
      if (Object.keys(write).length > 0) await updateItem(graph, place.siteId, place.list, found.id, write, found.etag);
      return;
    } catch (error) {
      const clash = isGraphFailure(error, 'conflict') || (isGraphFailure(error, 'notFound') && error.code === 'itemNotFound' && attempt > 1);
      if (isGraphFailure(error, 'invalid')) await refuseOutdated(graph, place);
      if (!clash || attempt >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 150 * attempt));
    }
  }
}

/**
 * Why a list may have refused a row: it lacks columns that rows have now, or its rows are of a later shape.
 * @throws Failure SiteOutdated, AppOutdated, SiteNotPrepared where columns have been deleted
 */
export async function refuseOutdated(graph: Graph, place: Place): Promise<void> {
  const present = new Set((await listColumns(graph, place.siteId, place.list)).map((column) => column.name));
  const missing = listNamed(place.list).columns.filter(({ name }) => !present.has(name));
  if (missing.length === 0) return;
  const [row] = await graph.all(itemsRequest(place.siteId, place.list, { top: 1 }), 1);
  if (row !== undefined) requireCurrent(place.list, parseItem(row).fields);
  if (retiredColumns(place.list).some((name) => present.has(name))) throw siteOutdated(place.list);
  throw columnsMissing(
    place.list,
    missing.map(({ name }) => name),
  );
}

/** Deletes a row by its RowId, as it was when it had this ETag; a row that is gone already is no failure. */
export async function removeRow(graph: Graph, place: Place, rowId: string, etag: string | null = null): Promise<void> {
  const found = await findRow(graph, place, rowId);
  if (found !== null) await deleteItem(graph, place.siteId, place.list, found.id, etag);
}

/** Finds a row by its RowId, or null. */
export async function findRow(graph: Graph, place: Place, rowId: string) {
  const answer = await graph.request(itemsRequest(place.siteId, place.list, { field: 'RowId', value: rowId, top: 2 }));
  return parseItems(answer.body)[0] ?? null;
}

/** Refuses what the columns of a list cannot hold, before anything is sent. Throws Failure TooLarge. */
export function checkColumnLengths(list: ListName, fields: Fields): void {
  checkLengths(
    fields,
    new Set([
      'Title',
      ...listNamed(list)
        .columns.filter((column) => column.kind === 'line')
        .map((column) => column.name),
    ]),
  );
}

/** A new row leaves out what is empty. */
export function withoutNulls(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
