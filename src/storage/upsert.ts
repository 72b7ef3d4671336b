import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { listColumns, type Column } from '../graph/listSetup.ts';
import { itemsRequest, parseItem, parseItems, type Item } from '../graph/lists.ts';
import { createItem, updateItem } from '../graph/rowWriting.ts';
import type { SiteId } from '../meeting/ids.ts';
import { badColumns } from './badColumns.ts';
import { decidedOver } from './clashBy.ts';
import { listNamed, type ListName } from './lists.ts';
import { mergeFields, textColumnsOf } from './merge.ts';
import { checkLengths } from './checkLengths.ts';
import type { Fields } from './row.ts';
import { retiredColumns } from './broughtUp.ts';
import { columnsMissing, requireCurrent, siteOutdated } from './currentShape.ts';

export interface Place {
  readonly siteId: SiteId;
  readonly list: ListName;
}

/** How often is decided anew when others keep writing the same rows. */
export const TRIES = 4;

/**
 * Writes a row by its RowId: makes it, or changes what differs. May be sent again without doubling: the column is
 * unique, so a row whose answer was lost is found instead of made twice.
 *
 * @param base the row as it was read, for a merge column by column; null writes all columns, and is only for rows that are one person's alone
 * @throws Conflict where somebody changed the same column
 */
export async function upsertRow(graph: Graph, place: Place, fields: Fields, base: Fields | null = null): Promise<void> {
  const texts = textColumnsOf(place.list);
  checkColumnLengths(place.list, fields);
  await changeRow(graph, place, String(fields['RowId']), (stored) => (stored === null ? fields : mergeFields(base, fields, stored, texts)));
}

/**
 * Reads a row by its RowId, and writes what `decide` makes of it for the version that was read. Where another's write came between, it is
 * read and decided anew: a conflict on the wire (412, 409, and "Save Conflict", which may come although the write took effect: sp#1905,
 * pnp#2646), a row that is gone, or one that others have made meanwhile, which the unique column refuses as a wrong request.
 *
 * Columns that hold what we cannot read are left as they are.
 *
 * @param decide told what is stored, or null where there is no such row; gives the columns to write, all of them for a new row, or none
 * @param seen the row as it was read a moment ago, to begin with in place of reading it: a write goes with its ETag, so that an older one is
 *   refused and read anew. Only for what always writes something of a row that is older than it
 * @throws what `decide` throws
 */
export async function changeRow(
  graph: Graph,
  place: Place,
  rowId: string,
  decide: (stored: StoredFields | null) => Fields | null,
  seen: Item | null = null,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = attempt === 1 && seen !== null ? seen : await findRow(graph, place, rowId);
    if (found !== null) requireCurrent(place.list, found.fields);
    const decided = decidedOver(found, () => decide(found?.fields ?? null));
    const write = found === null || decided === null ? decided : besides(badColumns(place.list, found.fields), decided);
    if (write === null || Object.keys(write).length === 0) return;
    checkColumnLengths(place.list, write);
    try {
      if (found === null) await createItem(graph, place.siteId, place.list, withoutNulls(write));
      else await updateItem(graph, place.siteId, place.list, found.id, write, found.etag);
      return;
    } catch (error) {
      if (isGraphFailure(error, 'invalid')) await refuseOutdated(graph, place);
      if (attempt >= TRIES || !(await mayDecideAgain(graph, place, rowId, found === null, error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 150 * attempt));
    }
  }
}

/** What is to be written, without the columns in which somebody wrote what we cannot read. */
const besides = (bad: ReadonlySet<string>, write: Fields): Fields => Object.fromEntries(Object.entries(write).filter(([name]) => !bad.has(name)));

/** What a row holds, in the shape rows have now. */
export type StoredFields = Readonly<Record<string, unknown>>;

/** Did a write fail because others wrote the same row, or took it away? */
export const isOthersWrite = (error: unknown): boolean =>
  isGraphFailure(error, 'conflict') || (isGraphFailure(error, 'notFound') && error.code === 'itemNotFound');

/** The same for one row by its RowId, which others may have made meanwhile: what is stored now tells how to go on. */
export async function mayDecideAgain(graph: Graph, place: Place, rowId: string, creating: boolean, error: unknown): Promise<boolean> {
  if (isOthersWrite(error)) return true;
  return creating && isGraphFailure(error, 'invalid') && (await findRow(graph, place, rowId)) !== null;
}

/**
 * Why a list may have refused a row: it lacks columns that rows have now, or its rows are of a later shape.
 * @throws Failure SiteOutdated, AppOutdated, SiteNotPrepared where columns have been deleted
 */
export async function refuseOutdated(graph: Graph, place: Place): Promise<void> {
  const columns = await listColumns(graph, place.siteId, place.list);
  const present = new Set(columns.map((column) => column.name));
  const missing = listNamed(place.list).columns.filter(({ name }) => !present.has(name));
  if (missing.length === 0) return refuseUnoffered(place, columns);
  const [row] = await graph.all(itemsRequest(place.siteId, place.list, { top: 1 }), 1);
  if (row !== undefined) requireCurrent(place.list, parseItem(row).fields);
  if (retiredColumns(place.list).some((name) => present.has(name))) throw siteOutdated(place.list);
  throw columnsMissing(
    place.list,
    missing.map(({ name }) => name),
  );
}

/** A word that came with a later version is offered by a column when the site has been prepared again. */
function refuseUnoffered({ list }: Place, columns: readonly Column[]): void {
  const lacking = listNamed(list).columns.filter(({ name, choices = [] }) => {
    const offered = columns.find((column) => column.name === name)?.choice?.choices;
    return offered != null && choices.some((word) => !offered.includes(word));
  });
  if (lacking.length > 0)
    throw columnsMissing(
      list,
      lacking.map(({ name }) => name),
    );
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
