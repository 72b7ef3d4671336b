import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItem, type Item } from '../graph/lists.ts';
import { createItem, deleteItem } from '../graph/rowWriting.ts';
import type { ApprovalLine } from '../meeting/approval.ts';
import type { Publishers } from '../meeting/authorship.ts';
import { Failure } from '../meeting/errors.ts';
import type { MeetingKey, SiteId } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import type { UnreadRow } from '../meeting/unreadRow.ts';
import type { ApprovalAct } from '../meeting/words.ts';
import { approvalToFields } from './approvalFields.ts';
import { approvalFromFields, type StoredApproval } from './approvalRow.ts';
import { translated } from './failure.ts';
import type { LeftOut } from './leftOut.ts';
import { readRows, titledRows } from './readRows.ts';
import { checkColumnLengths, findRow, refuseOutdated, withoutNulls } from './upsert.ts';

const list = 'DagsordenGodkendelse';
const ABOUT_THE_MESSAGE: ReadonlySet<string> = new Set(['telling', 'told', 'notTold'] satisfies ApprovalAct[]);

/** What was done about the approval of a meeting's minutes, as this person may read it. */
export interface ApprovalRead {
  readonly lines: readonly ApprovalLine[];
  /** Who changed a line after it was written. What such a line says is no longer its author's word, and does not count. */
  readonly changedBy: readonly string[];
  readonly unread: readonly UnreadRow[];
  /** Those who do the meeting's work; null where the meeting has not been opened in this visit. */
  readonly workers: Publishers | null;
}

/**
 * The lines of a meeting, those of the closed circle among them where it is named and open to this person.
 * @throws Failure SiteNotPrepared where the site has no such list
 */
export function approvalLines(graph: Graph, { siteId, closedSiteId, key }: MeetingPointer): Promise<ApprovalRead> {
  return translated('Reading the approval', async () => {
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
    const rows = [...open, ...closed];
    return {
      lines: rows
        .filter((row) => !wasChanged(row))
        .flatMap((row) => readRows(list, [row], approvalFromFields, leftOut).map((line) => bySender(line, row))),
      changedBy: [...new Set(rows.filter(wasChanged).map((row) => row.lastModifiedBy.name))],
      unread: await titledRows(leftOut),
      workers: null,
    };
  });
}

const bySender = (line: StoredApproval, { id, createdAt, createdBy }: Item): ApprovalLine => ({
  ...line,
  by: { id: createdBy.id, name: createdBy.name, email: createdBy.email },
  at: createdAt ?? '',
  place: Number(id),
});

/** A row's ETag ends in its version, which the service counts from 1 (`"…,1"`). One of another form tells nothing. */
const wasChanged = ({ etag }: Item): boolean => Number(/,(\d+)"?$/.exec(etag ?? '')?.[1] ?? 1) > 1;

/**
 * Adds a line; one that is there already is the same one, sent twice.
 * @param inner it holds somebody's words about the draft, and stands where the draft does: with the closed circle, where there is one
 * @throws Failure SiteNotPrepared where the site has no such list
 */
export function addApproval(graph: Graph, { siteId, closedSiteId, key }: MeetingPointer, line: StoredApproval, inner: boolean): Promise<void> {
  const place = { siteId: inner ? (closedSiteId ?? siteId) : siteId, list } as const;
  const fields = approvalToFields(key, line);
  return translated('Writing the approval', async () => {
    checkColumnLengths(list, fields);
    try {
      await createItem(graph, place.siteId, list, withoutNulls(fields));
    } catch (error) {
      if (isGraphFailure(error, 'notFound')) throw listMissing();
      if (!isGraphFailure(error, 'invalid') && !isGraphFailure(error, 'conflict')) throw error;
      if ((await findRow(graph, place, line.id)) !== null) return;
      await refuseOutdated(graph, place);
      // A list from before there were such lines does not take their word.
      if (isGraphFailure(error, 'invalid') && ABOUT_THE_MESSAGE.has(line.act)) throw listMissing();
      throw error;
    }
  });
}

/** Takes away a line of the board's list that was just added and turned out not to hold: nobody has been told of it. One that is gone is as good as deleted. */
export function dropApproval(graph: Graph, { siteId }: MeetingPointer, id: string): Promise<void> {
  return translated('Taking back the approval', async () => {
    const found = await findRow(graph, { siteId, list }, id);
    if (found !== null) await deleteItem(graph, siteId, list, found.id, found.etag);
  });
}

/**
 * Remarks that were written before there was a closed circle go to its list, with the name of whoever made them before the words: made there first, then deleted
 * here, so that it may be cut off anywhere. Nothing is done where the site has no such list.
 */
export function closeRemarks(graph: Graph, pointer: MeetingPointer): Promise<void> {
  return translated('Closing in the remarks', async () => {
    if (pointer.closedSiteId === null) return;
    const rows = await rowsOf(graph, pointer.siteId, pointer.key).catch((error: unknown): Item[] => {
      if (isGraphFailure(error, 'notFound')) return [];
      throw error;
    });
    for (const row of rows) {
      const [line] = readRows(list, [row], approvalFromFields, []);
      if (line === undefined || line.words === '') continue;
      await addApproval(graph, pointer, { ...line, words: `${row.createdBy.name}: ${line.words}` }, true);
      await deleteItem(graph, pointer.siteId, list, row.id, row.etag);
    }
  });
}

const rowsOf = async (graph: Graph, siteId: SiteId, key: MeetingKey): Promise<Item[]> =>
  (await graph.all(itemsRequest(siteId, list, { field: 'MeetingKey', value: key, top: 500 }))).map(parseItem);

const listMissing = (): Failure => new Failure('SiteNotPrepared', 'A list is missing on the site', { detail: { list } });
