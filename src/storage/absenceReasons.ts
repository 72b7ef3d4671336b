import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItem, type Item } from '../graph/lists.ts';
import { createItem, deleteItem } from '../graph/rowWriting.ts';
import { Failure } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { MeetingPointer, Person } from '../meeting/meeting.ts';
import { samePerson } from '../meeting/persons.ts';
import type { AbsenceReason } from '../meeting/words.ts';
import { absenceReasonFromFields, type ReasonOf } from './absenceReasonRow.ts';
import { translated } from './failure.ts';
import { PROFILE_CHOICES } from './profileChoices.ts';
import { readRows } from './readRows.ts';
import { shortTitle } from './row.ts';
import { shapeOf } from './shapes.ts';
import { checkColumnLengths, withoutNulls } from './upsert.ts';

const list = 'DagsordenFravaersgrunde';

/**
 * The coded reasons why members are away, where a council has to know one before it calls a stand-in: on the closed site and nowhere else, for as long as the minutes
 * are not approved. The last row of a person counts. None where there is no closed site, or it is not for this person.
 * @throws Failure SiteNotPrepared where the closed site has no such list
 */
export function absenceReasons(graph: Graph, pointer: MeetingPointer): Promise<readonly ReasonOf[]> {
  return translated('Reading the reasons of absence', async () => {
    const { closedSiteId } = pointer;
    if (closedSiteId === null) return [];
    try {
      return readRows(list, await rowsOf(graph, closedSiteId, pointer), absenceReasonFromFields, []);
    } catch (error) {
      if (isGraphFailure(error, 'notAllowed')) return [];
      throw isGraphFailure(error, 'notFound') ? listMissing() : error;
    }
  });
}

/**
 * Keeps the reason of a person, or none. A row is never changed, since SharePoint keeps what it said before as a version: another is made, and the earlier ones are
 * deleted, versions and all.
 * @throws Failure ClosedRoomMissing, SiteNotPrepared
 */
export function keepAbsenceReason(graph: Graph, pointer: MeetingPointer, person: Person, reason: AbsenceReason | null): Promise<void> {
  const { closedSiteId } = pointer;
  if (closedSiteId === null) return Promise.reject(new Failure('ClosedRoomMissing', 'The board has no place for closed items'));
  return translated('Keeping the reason of an absence', async () => {
    try {
      const before = (await rowsOf(graph, closedSiteId, pointer)).filter((row) =>
        readRows(list, [row], absenceReasonFromFields, []).some((kept) => samePerson(kept.person, person)),
      );
      if (reason !== null) {
        const fields = {
          Title: shortTitle(person.name),
          RowId: crypto.randomUUID(),
          MeetingKey: pointer.key,
          Shape: shapeOf(list),
          PersonId: person.id,
          PersonName: person.name,
          PersonEmail: person.email,
          Reason: PROFILE_CHOICES.absenceReason[reason],
        };
        checkColumnLengths(list, fields);
        await createItem(graph, closedSiteId, list, withoutNulls(fields));
      }
      for (const row of before) await deleteItem(graph, closedSiteId, list, row.id);
    } catch (error) {
      throw isGraphFailure(error, 'notFound') ? listMissing() : error;
    }
  });
}

/** Deletes all reasons of a meeting, rows and versions; SharePoint's recycle bin has them for 93 days. Nothing is done where there are none, or no list for them. */
export function dropAbsenceReasons(graph: Graph, pointer: MeetingPointer): Promise<void> {
  return translated('Deleting the reasons of absence', async () => {
    const { closedSiteId } = pointer;
    if (closedSiteId === null) return;
    const rows = await rowsOf(graph, closedSiteId, pointer).catch((error: unknown): Item[] => {
      if (isGraphFailure(error, 'notFound') || isGraphFailure(error, 'notAllowed')) return [];
      throw error;
    });
    for (const row of rows) await deleteItem(graph, closedSiteId, list, row.id);
  });
}

const rowsOf = async (graph: Graph, siteId: SiteId, { key }: MeetingPointer): Promise<Item[]> =>
  (await graph.all(itemsRequest(siteId, list, { field: 'MeetingKey', value: key, top: 500 }))).map(parseItem);

const listMissing = (): Failure => new Failure('SiteNotPrepared', 'A list is missing on the site', { detail: { list } });
