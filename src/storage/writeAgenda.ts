import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { createItem, itemsRequest, parseItems } from '../graph/lists.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import { Failure } from '../meeting/errors.ts';
import type { MeetingKey, SiteId } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { hidesWhatWasOpen, splitByOpenness } from '../meeting/openness.ts';
import { itemFromFields, itemToFields } from './itemRow.ts';
import { translated } from './failure.ts';
import type { Fields } from './row.ts';
import { removeRow, upsertRow } from './upsert.ts';

/** Room between two neighbours, so that an item can be put between them without rewriting the rest. */
const STEP = 1024;

/**
 * Writes all items of an agenda: closed content to the closed circle's list first, the rest to the board's. Rows of
 * items that are no longer in the agenda go. May be run again.
 * @throws Failure ClosedRoomMissing before anything is written, where something is closed and the board has no closed circle
 */
export async function writeAgendaItems(
  graph: Graph,
  pointer: MeetingPointer,
  items: readonly AgendaItem[],
  onRow: (done: number, of: number) => void,
): Promise<void> {
  const parts = items.map((item, index) => ({ ...splitByOpenness(items, item), position: (index + 1) * STEP }));
  const closed = parts.flatMap((part) => (part.closed ? [itemToFields(pointer.key, part.closed, part.position)] : []));
  const open = parts.map((part) => itemToFields(pointer.key, part.open, part.position));
  if (closed.length > 0 && pointer.closedSiteId === null) throw closedRoomMissing();
  await translated('Writing the agenda', async () => {
    const of = closed.length + open.length;
    if (pointer.closedSiteId !== null) await replaceRows(graph, pointer.closedSiteId, pointer.key, closed, (done) => onRow(done, of));
    const hides = (rowId: string, stored: AgendaItem) => parts.some((part) => part.open.id === rowId && hidesWhatWasOpen(stored, part));
    await replaceRows(graph, pointer.siteId, pointer.key, open, (done) => onRow(closed.length + done, of), hides);
  });
}

/** Closed content has nowhere to go: it is never put where others can read it. */
export function closedRoomMissing(): Failure {
  return new Failure('ClosedRoomMissing', 'The board has no place for closed items');
}

/** @param hides whether the new row must not be a version of the stored one */
async function replaceRows(
  graph: Graph,
  siteId: SiteId,
  key: MeetingKey,
  rows: readonly Fields[],
  onRow: (done: number) => void,
  hides: (rowId: string, stored: AgendaItem) => boolean = () => false,
): Promise<void> {
  const place = { siteId, list: 'DagsordenPunkter' } as const;
  const present = parseItems((await graph.request(itemsRequest(siteId, place.list, { field: 'MeetingKey', value: key, top: 500 }))).body);
  const presentIds = new Set(present.map((row) => String(row.fields['RowId'])));
  const hidden = new Set(
    present.flatMap(({ fields }) => (hides(String(fields['RowId']), itemFromFields(fields).item) ? [String(fields['RowId'])] : [])),
  );
  for (const [index, row] of rows.entries()) {
    const rowId = String(row['RowId']);
    if (hidden.has(rowId)) await removeRow(graph, place, rowId);
    if (presentIds.has(rowId)) await upsertRow(graph, place, row);
    else await createOrFind(graph, place, row);
    presentIds.delete(rowId);
    onRow(index + 1);
  }
  for (const gone of presentIds) await removeRow(graph, place, gone);
}

/** A new row is posted at once; when the answer is lost or the row is there already, the careful way takes over. */
async function createOrFind(graph: Graph, place: { siteId: SiteId; list: 'DagsordenPunkter' }, row: Fields): Promise<void> {
  try {
    await createItem(graph, place.siteId, place.list, Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
  } catch (error) {
    if (!isGraphFailure(error) || !(error.kind === 'conflict' || error.uncertain || error.kind === 'invalid')) throw error;
    await upsertRow(graph, place, row);
  }
}
