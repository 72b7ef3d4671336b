import type { Graph } from '../graph/client.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import type { SeenClosed } from './rowOperation.ts';
import { readRows, sendPatch, type AgendaChanges } from './sendPatch.ts';
import { isClosedRow, rowIdOf, rowOf } from './storedRows.ts';

/**
 * Writes all items of an agenda: rows that are the same are left alone, rows of items that were seen and are no longer in the agenda go.
 * May be run again.
 * @param decidedOn the items as this person saw them (none before the first agenda), and the rows of those they decided to open
 * @throws Conflict where others have changed, added, closed, opened or removed an item since; Failure ClosedRoomMissing before anything is
 *   written, where something is closed and the board has no closed circle
 */
export async function writeAgendaItems(
  graph: Graph,
  pointer: MeetingPointer,
  items: readonly AgendaItem[],
  onRow: (done: number, of: number) => void,
  decidedOn: Pick<AgendaChanges, 'before' | 'opens'> = { before: [] },
): Promise<void> {
  await translated('Writing the agenda', () => sendPatch(graph, pointer, { ...decidedOn, after: items, whole: true }, onRow));
}

/**
 * Writes what one person changed, from the agenda as they saw it: items added, removed, moved and changed. What others changed since is merged,
 * column by column and texts line by line.
 * @param opens the rows of the closed items that they decided to open (seenClosed)
 * @throws Conflict where somebody else changed the same, or closed or opened the item; Failure ClosedRoomMissing
 */
export async function changeItems(
  graph: Graph,
  pointer: MeetingPointer,
  before: readonly AgendaItem[],
  after: readonly AgendaItem[],
  opens: Readonly<Record<string, SeenClosed>> = {},
): Promise<void> {
  await translated('Changing the agenda', () => sendPatch(graph, pointer, { before, after, opens }));
}

/** The rows in which items stand closed, by item id: what opening one of them is decided on. */
export async function seenClosed(graph: Graph, pointer: MeetingPointer): Promise<Record<string, SeenClosed>> {
  const { rows } = await translated('Reading what is closed', () => readRows(graph, pointer));
  return Object.fromEntries(
    rows.open.filter(isClosedRow).map((row) => [rowIdOf(row), { open: row.id, closed: rowOf(rows.closed, rowIdOf(row))?.etag ?? null }]),
  );
}
