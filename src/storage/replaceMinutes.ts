import type { Graph } from '../graph/client.ts';
import { itemsRequest, parseItems, type Item } from '../graph/lists.ts';
import { createItem, deleteItem, updateItem } from '../graph/rowWriting.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { mayHavePublished, type Publishers } from '../meeting/authorship.ts';
import type { MeetingKey, SiteId } from '../meeting/ids.ts';
import { translated } from './failure.ts';
import { mergeFields, sameFields } from './merge.ts';
import { minutesFromFields, minutesToFields, type MinutesRow } from './minutesRow.ts';
import { readableRows, readRows } from './readRows.ts';
import type { Fields } from './row.ts';
import { requireCurrent } from './currentShape.ts';
import { checkColumnLengths, isOthersWrite, refuseOutdated, TRIES, withoutNulls } from './upsert.ts';

interface Stored {
  readonly item: Item;
  readonly row: MinutesRow;
  /** The columns that hold what we cannot read. */
  readonly bad: ReadonlySet<string>;
}

const list = 'DagsordenReferat';

/**
 * Makes a version's rows on a site say what the lines say. An attempt before this one may have written other lines: what has been closed
 * since must not stay in its row's version history, so that row is made anew. Each row is changed as it was read; where another's write came
 * between, all are read anew. What somebody else wrote and we cannot read stays, unless it must close. Where every row of the version says so
 * already and none is by those who do the meeting's work, it would be left out by its readers: publishing it takes it on, by a row written again.
 * @param lastLook is done before each row leaves: what it throws ends it, and the rows that left stay
 * @returns whether anything had to be written
 */
export async function replaceMinutes(
  graph: Graph,
  siteId: SiteId,
  { key, version, publishers }: { readonly key: MeetingKey; readonly version: number; readonly publishers?: Publishers | undefined },
  rows: readonly MinutesRow[],
  lastLook: () => Promise<void>,
): Promise<boolean> {
  const place = { siteId, list } as const;
  const wanted = rows.map((row) => ({ row, fields: minutesToFields(key, row) }));
  for (const { fields } of wanted) checkColumnLengths(place.list, fields);
  let wrote = false;

  async function replaceOnce(): Promise<void> {
    const asked = itemsRequest(siteId, list, { field: 'MeetingKey', value: key, top: 500 });
    const stored = readableRows(list, parseItems((await graph.request(asked)).body))
      .flatMap(readStored)
      .filter(({ row }) => row.version === version);
    for (const { row, fields } of wanted) await replaceRow(stored.find(({ item }) => item.fields['RowId'] === fields['RowId']) ?? null, row, fields);
    for (const { item, row, bad } of stored) {
      if (bad.size > 0 || rows.some(({ line }) => line.itemId === row.line.itemId)) continue;
      await deleteItem(graph, siteId, place.list, item.id, item.etag);
      wrote = true;
    }
    if (!wrote) await takeOn(stored);
  }

  async function takeOn(stored: readonly Stored[]): Promise<void> {
    const isBorneOut = ({ item }: Stored) =>
      publishers === undefined || mayHavePublished(publishers, item.createdBy) || mayHavePublished(publishers, item.lastModifiedBy);
    const around = rows.find((row) => row.around !== null);
    const head = stored.find(({ row }) => row.line.itemId === around?.line.itemId);
    if (!head || stored.some(isBorneOut)) return;
    await updateItem(graph, siteId, place.list, head.item.id, { Edition: version }, head.item.etag, lastLook);
    wrote = true;
  }

  async function replaceRow(before: Stored | null, row: MinutesRow, fields: Fields): Promise<void> {
    if (before && sameFields(minutesToFields(key, before.row), fields)) return;
    if (before) requireCurrent(place.list, before.item.fields);
    const hides = before !== null && hidesWhatWasOpen(before, row);
    if (before && hides) await deleteItem(graph, siteId, place.list, before.item.id, before.item.etag);
    if (before && !hides) {
      const write = mergeFields(null, fields, before.item.fields, new Map(), before.bad);
      if (Object.keys(write).length === 0) return;
      await updateItem(graph, siteId, place.list, before.item.id, write, before.item.etag, lastLook);
    } else await create(fields);
    wrote = true;
  }

  async function create(fields: Fields): Promise<void> {
    try {
      await createItem(graph, siteId, place.list, withoutNulls(fields), lastLook);
    } catch (error) {
      if (isGraphFailure(error, 'invalid')) await refuseOutdated(graph, place);
      throw error;
    }
  }

  return translated('Publishing', async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await replaceOnce();
        return wrote;
      } catch (error) {
        // A row that another has just made is refused by its unique column, as a wrong request: reading anew tells.
        const clash = (attempt === 1 && isGraphFailure(error, 'invalid')) || isOthersWrite(error);
        if (attempt >= TRIES || !clash) throw error;
        await new Promise((resolve) => setTimeout(resolve, 150 * attempt));
      }
    }
  });
}

/** Does the new row leave out what may have been closed since: an item's words, the heading over it, its name in an apology? */
function hidesWhatWasOpen({ row: before, bad }: Stored, now: MinutesRow): boolean {
  const wasOpen = before.line.openness === 'open' || bad.has('Access');
  if (wasOpen && now.line.openness === 'closed') return true;
  if (before.line.block !== null && before.line.block !== now.line.block) return true;
  return before.around !== null && JSON.stringify(before.around.excused) !== JSON.stringify(now.around?.excused);
}

function readStored(item: Item): Stored[] {
  const bad = new Set<string>();
  return readRows(list, [item], (fields) => minutesFromFields(fields, (column) => bad.add(column)), []).map((row) => ({ item, row, bad }));
}
