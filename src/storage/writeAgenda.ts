import type { Graph } from '../graph/client.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import { sendPatch } from './sendPatch.ts';

/**
 * Writes all items of an agenda as the whole truth: rows that are the same are left alone, rows of items that are no longer in the agenda go.
 * May be run again.
 * @throws Failure ClosedRoomMissing before anything is written, where something is closed and the board has no closed circle
 */
export async function writeAgendaItems(
  graph: Graph,
  pointer: MeetingPointer,
  items: readonly AgendaItem[],
  onRow: (done: number, of: number) => void,
): Promise<void> {
  await translated('Writing the agenda', () => sendPatch(graph, pointer, null, items, onRow));
}

/**
 * Writes what one person changed, from the agenda as they saw it: items added, removed, moved and changed. What others changed since is merged,
 * column by column and texts line by line.
 * @throws Conflict where somebody else changed the same, or closed or opened the item; Failure ClosedRoomMissing
 */
export async function changeItems(graph: Graph, pointer: MeetingPointer, before: readonly AgendaItem[], after: readonly AgendaItem[]): Promise<void> {
  await translated('Changing the agenda', () => sendPatch(graph, pointer, before, after));
}
