import type { Graph } from '../graph/client.ts';
import { itemsRequest, parseItems } from '../graph/lists.ts';
import { createItem, deleteItem } from '../graph/rowWriting.ts';
import { closeInEdition, type ClosedSince } from '../meeting/closedEdition.ts';
import { Failure } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { requireCurrent } from './currentShape.ts';
import { translated } from './failure.ts';
import { sameFields } from './merge.ts';
import { minutesFromFields, minutesToFields, type EditionAround, type MinutesRow } from './minutesRow.ts';
import { readRows } from './readRows.ts';
import { upsertRow, withoutNulls } from './upsert.ts';

const list = 'DagsordenReferat';

interface Kept {
  readonly id: string;
  readonly etag: string | null;
  readonly row: MinutesRow;
}

interface Places {
  readonly siteId: SiteId;
  readonly closedSiteId: SiteId;
  readonly key: MeetingPointer['key'];
}

/**
 * Closes items in the minutes that were published, in every edition: their lines go in full to the closed circle's list, then their open rows are
 * deleted and neutral ones made, so that no version keeps the words. May be run again: what is done is left alone.
 * @returns the editions in which something is closed now, in rising order
 * @throws Failure ClosedRoomMissing, NotAllowed, and Conflict where others write the same rows
 */
export async function closeMinutes(graph: Graph, pointer: MeetingPointer, since: readonly ClosedSince[]): Promise<readonly number[]> {
  const { siteId, closedSiteId, key } = pointer;
  if (closedSiteId === null) throw new Failure('ClosedRoomMissing', 'The board has no place for closed items');
  const places: Places = { siteId, closedSiteId, key };
  return translated('Closing in the minutes', async () => {
    const answer = await graph.request(itemsRequest(siteId, list, { field: 'MeetingKey', value: key, top: 500 }));
    // What cannot be read is not ours to write: one bad row keeps no other from being closed.
    const rows = parseItems(answer.body).flatMap((item): Kept[] => {
      const read = readRows(list, [item], minutesFromFields, []);
      if (read.length > 0) requireCurrent(list, item.fields);
      return read.map((row) => ({ id: item.id, etag: item.etag, row }));
    });
    await makeMissing(graph, places, rows, since);
    const versions = [...new Set(rows.map(({ row }) => row.version))].sort((a, b) => a - b);
    const changed: number[] = [];
    for (const version of versions) {
      const ofVersion = rows.filter(({ row }) => row.version === version).sort((a, b) => a.row.position - b.row.position);
      if (await closeVersion(graph, places, ofVersion, since)) changed.push(version);
    }
    return changed;
  });
}

async function closeVersion(
  graph: Graph,
  { siteId, closedSiteId, key }: Places,
  rows: readonly Kept[],
  since: readonly ClosedSince[],
): Promise<boolean> {
  const around = rows.find(({ row }) => row.around !== null)?.row.around ?? null;
  const { outside, closed } = closeInEdition({ ...peopleOf(around), lines: rows.map(({ row }) => row.line) }, since);
  for (const line of closed) {
    const from = rows.find(({ row }) => row.line.itemId === line.itemId);
    // What stands around the lines goes along, so that the open row can be made anew from it when this is cut off.
    const kept = from?.row.around ? { ...from.row.around, ...peopleOf(outside) } : null;
    if (from) await upsertRow(graph, { siteId: closedSiteId, list }, minutesToFields(key, { ...from.row, line, around: kept }));
  }
  const remade = rows.flatMap((kept, index) => {
    const line = outside.lines[index] ?? kept.row.line;
    const fields = minutesToFields(key, { ...kept.row, line, around: kept.row.around && { ...kept.row.around, ...peopleOf(outside) } });
    return sameFields(fields, minutesToFields(key, kept.row)) ? [] : [{ kept, fields }];
  });
  for (const { kept, fields } of remade) {
    await deleteItem(graph, siteId, list, kept.id, kept.etag);
    await createItem(graph, siteId, list, withoutNulls(fields));
  }
  return closed.length > 0;
}

/** An attempt that was cut off between the old row and the neutral one has left a closed line alone: its neutral row is still to be made. */
async function makeMissing(graph: Graph, { siteId, closedSiteId, key }: Places, rows: readonly Kept[], since: readonly ClosedSince[]): Promise<void> {
  const answer = await graph.request(itemsRequest(closedSiteId, list, { field: 'MeetingKey', value: key, top: 500 }));
  const inside = readRows(list, parseItems(answer.body), minutesFromFields, []);
  const missing = inside.filter(
    (row) =>
      since.some(({ itemId }) => itemId === row.line.itemId) &&
      !rows.some((other) => other.row.version === row.version && other.row.line.itemId === row.line.itemId) &&
      rows.some((other) => other.row.version === row.version),
  );
  for (const row of missing) {
    const neutral = closeInEdition({ excused: [], lines: [{ ...row.line, openness: 'open' }] }, since).outside.lines[0] ?? row.line;
    await upsertRow(graph, { siteId, list }, minutesToFields(key, { ...row, line: neutral }));
  }
}

/** What is printed of people around the lines. */
const peopleOf = (around: Partial<Pick<EditionAround, 'excused' | 'attendance'>> | null): Pick<EditionAround, 'excused' | 'attendance'> => ({
  excused: around?.excused ?? [],
  ...(around?.attendance !== undefined && { attendance: around.attendance }),
});
