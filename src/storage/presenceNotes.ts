import type { Graph, GraphRequest } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItem, type Item } from '../graph/lists.ts';
import { Failure } from '../meeting/errors.ts';
import { isHeld } from '../meeting/heldNote.ts';
import type { ItemId, MeetingKey, SiteId } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import type { PresenceNote } from '../meeting/presence.ts';
import type { UnreadRow } from '../meeting/unreadRow.ts';
import { translated } from './failure.ts';
import type { LeftOut } from './leftOut.ts';
import { presenceFromFields } from './presenceRow.ts';
import { readRows, titledRows } from './readRows.ts';

const list = 'DagsordenFremmoede';

/** The notes of a roll call as this person may read them. */
export interface PresenceRead {
  /** Of the list that everybody reads. */
  readonly open: readonly PresenceNote[];
  /** Of the closed circle's; none where it is not for this person. */
  readonly circle: readonly PresenceNote[];
  /** The items of places in the list that everybody reads whose words have not come (heldNote.ts). */
  readonly held: readonly ItemId[];
  /** Rows and cells that cannot be read. */
  readonly unread: readonly UnreadRow[];
}

export const presenceRequest = (siteId: SiteId, key: MeetingKey): GraphRequest =>
  itemsRequest(siteId, list, { field: 'MeetingKey', value: key, top: 500 });

/**
 * The notes of a meeting's roll call, and of the closed circle's list where it is named and open to this person. Who noted something is told by the service.
 * @throws Failure SiteNotPrepared where the site has no such list
 */
export function presenceOf(graph: Graph, { siteId, closedSiteId, key }: MeetingPointer): Promise<PresenceRead> {
  return translated('Reading the roll call', async () => {
    const [open, closed] = await Promise.all([
      rowsOf(graph, siteId, key).catch((error: unknown) => {
        throw isGraphFailure(error, 'notFound') ? listMissing() : error;
      }),
      closedSiteId === null
        ? []
        : rowsOf(graph, closedSiteId, key).catch((error: unknown): Item[] => {
            if (isGraphFailure(error, 'notAllowed') || isGraphFailure(error, 'notFound')) return [];
            throw error;
          }),
    ]);
    const leftOut: LeftOut[] = [];
    const inOpen = rowNotesIn(open, leftOut);
    const held = inOpen.filter(isHeld).flatMap(({ itemId }) => itemId ?? []);
    const read = { open: inOpen.filter((note) => !isHeld(note)), circle: notesIn(closed, leftOut), held };
    return { ...read, unread: await titledRows(leftOut) };
  });
}

/** What rows say; one whose words are still on their way says nothing yet. */
export const notesIn = (rows: readonly Item[], leftOut: LeftOut[]): PresenceNote[] => rowNotesIn(rows, leftOut).filter((note) => !isHeld(note));

/** The same with the places that are held. */
export function rowNotesIn(rows: readonly Item[], leftOut: LeftOut[]): PresenceNote[] {
  return rows.flatMap((row) =>
    readRows(list, [row], presenceFromFields, leftOut).map((note) => ({ ...note, notedBy: row.lastModifiedBy.name || note.notedBy })),
  );
}

const rowsOf = async (graph: Graph, siteId: SiteId, key: MeetingKey): Promise<Item[]> =>
  (await graph.all(presenceRequest(siteId, key))).map(parseItem);

export const listMissing = (): Failure => new Failure('SiteNotPrepared', 'A list is missing on the site', { detail: { list } });
