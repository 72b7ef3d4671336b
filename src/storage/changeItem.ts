import type { Graph } from '../graph/client.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import { Conflict } from '../meeting/errors.ts';
import { asMeetingKey } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { hidesWhatWasOpen, splitByOpenness } from '../meeting/openness.ts';
import { translated } from './failure.ts';
import { itemFromFields, itemToFields } from './itemRow.ts';
import { sameFields } from './merge.ts';
import type { Fields } from './row.ts';
import { findRow, removeRow, upsertRow, type Place } from './upsert.ts';
import { closedRoomMissing } from './writeAgenda.ts';

const STEP = 1024;

/**
 * Writes what changed between two versions of an agenda, row by row. Content that becomes closed goes to the closed circle's list
 * first; then its open row is deleted and a neutral one made in its place, since a changed row would keep the content in
 * its version history for all to read.
 * @throws Conflict where somebody else changed the same column, or closed or opened the item; Failure ClosedRoomMissing
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
  const hides = hidesWhatWasOpen(was.open, now);
  const etag = await checkOpenRow(graph, openPlace, fieldsOf(was.open), fieldsOf(now.open), hides);
  if (now.closed && closedPlace) await upsertRow(graph, closedPlace, fieldsOf(now.closed), was.closed ? fieldsOf(was.closed) : null);
  if (hides) await removeRow(graph, openPlace, item.id, etag);
  await upsertRow(graph, openPlace, fieldsOf(now.open), hides ? null : fieldsOf(was.open));
  if (was.closed && !now.closed && closedPlace) await removeRow(graph, closedPlace, item.id);
}

/**
 * The row that everybody can read must be as this person saw it where words are about to move between it and the closed circle's:
 * what others wrote meanwhile would be deleted with the row, or written where they did not mean it to be read. A row that this
 * very change has written already, or deleted, is no obstacle.
 * @returns the ETag to delete it by
 * @throws Conflict
 */
async function checkOpenRow(graph: Graph, place: Place, was: Fields, now: Fields, hides: boolean): Promise<string | null> {
  const found = await findRow(graph, place, String(now['RowId']));
  if (found === null) return null;
  const stored = itemToFields(asMeetingKey(String(was['MeetingKey'])), itemFromFields(found.fields).item, Number(was['Position']));
  if (sameFields(stored, now)) return found.etag;
  const moved = stored['Openness'] !== was['Openness'];
  const differing = Object.keys(was).filter((name) => name !== 'Title' && !sameFields({ [name]: stored[name] ?? null }, was));
  if (moved || (hides && differing.length > 0)) {
    throw new Conflict(differing.map((field) => ({ field, mine: now[field], theirs: stored[field] })));
  }
  return found.etag;
}
