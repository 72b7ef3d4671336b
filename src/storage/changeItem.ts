import type { Graph } from '../graph/client.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { splitByOpenness } from '../meeting/openness.ts';
import { translated } from './failure.ts';
import { itemToFields } from './itemRow.ts';
import { removeRow, upsertRow } from './upsert.ts';
import { closedRoomMissing } from './writeAgenda.ts';

const STEP = 1024;

/**
 * Writes what changed between two versions of an agenda, row by row. Content that becomes closed goes to the closed circle's list
 * first; then its open row is deleted and a neutral one made in its place, since a changed row would keep the content in
 * its version history for all to read.
 * @throws Conflict where somebody else changed the same column, Failure ClosedRoomMissing
 */
export async function changeItems(graph: Graph, pointer: MeetingPointer, before: readonly AgendaItem[], after: readonly AgendaItem[]): Promise<void> {
  const changed = after.filter((item) => {
    const old = before.find((other) => other.id === item.id);
    return old !== undefined && JSON.stringify(splitByOpenness(before, old)) !== JSON.stringify(splitByOpenness(after, item));
  });
  const needsRoom = changed.some((item) => splitByOpenness(after, item).closed !== null);
  if (needsRoom && pointer.closedSiteId === null) throw closedRoomMissing();
  await translated('Changing the agenda', async () => {
    for (const item of changed) await changeOne(graph, pointer, before, after, item);
  });
}

async function changeOne(
  graph: Graph,
  pointer: MeetingPointer,
  before: readonly AgendaItem[],
  after: readonly AgendaItem[],
  item: AgendaItem,
): Promise<void> {
  const position = (after.indexOf(item) + 1) * STEP;
  const old = before.find((other) => other.id === item.id) ?? item;
  const was = splitByOpenness(before, old);
  const now = splitByOpenness(after, item);
  const openPlace = { siteId: pointer.siteId, list: 'DagsordenPunkter' } as const;
  const closedPlace = pointer.closedSiteId === null ? null : ({ siteId: pointer.closedSiteId, list: 'DagsordenPunkter' } as const);
  const fieldsOf = (part: AgendaItem) => itemToFields(pointer.key, part, position);
  if (now.closed && closedPlace) await upsertRow(graph, closedPlace, fieldsOf(now.closed), was.closed ? fieldsOf(was.closed) : null);
  const becameClosed = now.open.openness === 'closed' && was.open.openness === 'open';
  const hidAttachments = was.open.attachments.length > now.open.attachments.length;
  if (becameClosed || (hidAttachments && now.closed)) await removeRow(graph, openPlace, item.id);
  await upsertRow(graph, openPlace, fieldsOf(now.open), becameClosed ? null : fieldsOf(was.open));
  if (was.closed && !now.closed && closedPlace) await removeRow(graph, closedPlace, item.id);
}
