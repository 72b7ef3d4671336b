import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { parseItem } from '../graph/lists.ts';
import { createItem, deleteItem } from '../graph/rowWriting.ts';
import { Failure } from '../meeting/errors.ts';
import { isHeld } from '../meeting/heldNote.ts';
import type { ItemId, MeetingKey } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { tellsOfClosed, type PresenceNote } from '../meeting/presence.ts';
import { translated } from './failure.ts';
import { presenceToFields } from './presenceFields.ts';
import { listMissing, presenceRequest, rowNotesIn } from './presenceNotes.ts';
import { presenceFromFields } from './presenceRow.ts';
import { changeRow, checkColumnLengths, findRow, isOthersWrite, refuseOutdated, TRIES, withoutNulls, type Place } from './upsert.ts';

const list = 'DagsordenFremmoede';

/**
 * Adds notes to a roll call, in their order. Nothing that stands is changed: a note that is there already is the same one, sent twice. Where its place is held
 * (heldNote.ts), its words come into it.
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
    if (await fill(graph, place, key, note)) return;
    await refuseOutdated(graph, place);
    throw error;
  }
}

/**
 * The words of a note come into the place that is held for it, as long as it lies there: nothing is made anew, so that what a closing took along stays away.
 * @param closed the place in the closed circle's list
 * @returns is there such a row? One that has its words already is left as it is
 */
export function fillPresence(graph: Graph, pointer: MeetingPointer, note: PresenceNote, closed: boolean): Promise<boolean> {
  const siteId = closed ? pointer.closedSiteId : pointer.siteId;
  if (siteId === null) return Promise.resolve(false);
  return translated('Noting who is here', () => fill(graph, { siteId, list }, pointer.key, note));
}

async function fill(graph: Graph, place: Place, key: MeetingKey, note: PresenceNote): Promise<boolean> {
  let isThere = false;
  await changeRow(graph, place, note.id, (stored) => {
    isThere = stored !== null;
    return stored !== null && !isHeld(note) && isHeld(presenceFromFields(stored)) ? presenceToFields(key, note) : null;
  });
  return isThere;
}

/**
 * Notes that tell who is recused from items that are closed by now, the words that take such a note back, and the places of both, go from the list that everybody reads to the
 * closed circle's: made there first, then deleted here as they were read, so that it may be cut off anywhere, and words that come in between go along. Nothing is done where
 * the site has no such list.
 * @throws Failure ClosedRoomMissing
 */
export function closePresence(graph: Graph, pointer: MeetingPointer, closed: ReadonlySet<ItemId>): Promise<void> {
  return translated('Closing in the roll call', async () => {
    const rows = await graph.all(presenceRequest(pointer.siteId, pointer.key)).catch((error: unknown) => {
      if (isGraphFailure(error, 'notFound')) return [];
      throw error;
    });
    for (const note of rowNotesIn(rows.map(parseItem), [])) {
      const isHeldThere = isHeld(note) && note.itemId !== null && closed.has(note.itemId);
      if (isHeldThere || tellsOfClosed(note, closed)) await moveInside(graph, pointer, note.id);
    }
  });
}

async function moveInside(graph: Graph, pointer: MeetingPointer, id: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const row = await findRow(graph, { siteId: pointer.siteId, list }, id);
    const [note] = row === null ? [] : rowNotesIn([row], []);
    if (row === null || note === undefined) return;
    await addPresence(graph, pointer, [note], true);
    try {
      return await deleteItem(graph, pointer.siteId, list, row.id, row.etag);
    } catch (error) {
      if (attempt >= TRIES || !isOthersWrite(error)) throw error;
    }
  }
}
