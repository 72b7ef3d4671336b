import type { Graph } from '../graph/client.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import type { ClosedRows, MeetingPointer } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import type {} from './rowOperation.ts';
import { sendPatch, type AgendaChanges } from './sendPatch.ts';

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
 * @param opens the rows of the closed items that they decided to open (MeetingFile.closedRows)
 * @throws Conflict where somebody else changed the same, or closed or opened the item; Failure ClosedRoomMissing
 */
export async function changeItems(
  graph: Graph,
  pointer: MeetingPointer,
  before: readonly AgendaItem[],
  after: readonly AgendaItem[],
  opens: ClosedRows = {},
): Promise<void> {
  await translated('Changing the agenda', () => sendPatch(graph, pointer, { before, after, opens }));
}
