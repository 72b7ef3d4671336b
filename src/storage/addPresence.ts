import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { parseItem } from '../graph/lists.ts';
import { createItem, deleteItem } from '../graph/rowWriting.ts';
import { Failure } from '../meeting/errors.ts';
import type { ItemId, MeetingKey } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { tellsOfClosed, type PresenceNote } from '../meeting/presence.ts';
import { translated } from './failure.ts';
import { presenceToFields } from './presenceFields.ts';
import { listMissing, notesIn, presenceRequest } from './presenceNotes.ts';
import { checkColumnLengths, findRow, refuseOutdated, withoutNulls, type Place } from './upsert.ts';

const list = 'DagsordenFremmoede';

/**
 * Adds notes to a roll call, in their order. Nothing that stands is changed: a note that is there already is the same one, sent twice.
 * @param closed they tell something of a closed item, and go to the closed circle's list
 * @throws Failure ClosedRoomMissing, SiteNotPrepared where the site has no such list
 */
export function addPresence(graph: Graph, pointer: MeetingPointer, notes: readonly PresenceNote[], closed: boolean): Promise<void> {
  const siteId = closed ? pointer.closedSiteId : pointer.siteId;
  if (siteId === null) return Promise.reject(new Failure('ClosedRoomMissing', 'The board has no place for closed items'));
  return translated('Noting who is here', async () => {
    for (const note of notes) await addOne(graph, { siteId, list }, pointer.key, note);
  });
}

async function addOne(graph: Graph, place: Place, key: MeetingKey, note: PresenceNote): Promise<void> {
  const fields = presenceToFields(key, note);
  checkColumnLengths(list, fields);
  try {
    await createItem(graph, place.siteId, list, withoutNulls(fields));
  } catch (error) {
    if (isGraphFailure(error, 'notFound')) throw listMissing();
    if (!isGraphFailure(error, 'invalid') && !isGraphFailure(error, 'conflict')) throw error;
    if ((await findRow(graph, place, note.id)) !== null) return;
    await refuseOutdated(graph, place);
    throw error;
  }
}

/**
 * Notes that tell who is recused from items that are closed by now, and the words that take such a note back, go from the list that everybody reads to the closed circle's:
 * made there first, then deleted here, so that it may be cut off anywhere. Nothing is done where the site has no such list.
 * @throws Failure ClosedRoomMissing
 */
export function closePresence(graph: Graph, pointer: MeetingPointer, closed: ReadonlySet<ItemId>): Promise<void> {
  return translated('Closing in the roll call', async () => {
    const rows = await graph.all(presenceRequest(pointer.siteId, pointer.key)).catch((error: unknown) => {
      if (isGraphFailure(error, 'notFound')) return [];
      throw error;
    });
    for (const row of rows.map(parseItem)) {
      const [note] = notesIn([row], []);
      if (!note || !tellsOfClosed(note, closed)) continue;
      await addPresence(graph, pointer, [note], true);
      await deleteItem(graph, pointer.siteId, list, row.id, row.etag);
    }
  });
}
