import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItem, type Item } from '../graph/lists.ts';
import { createItem } from '../graph/rowWriting.ts';
import type { Publishers } from '../meeting/authorship.ts';
import { Failure } from '../meeting/errors.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import type { StoredSubstituteAct, SubstituteAct } from '../meeting/substitutes.ts';
import type { UnreadRow } from '../meeting/unreadRow.ts';
import { translated } from './failure.ts';
import type { LeftOut } from './leftOut.ts';
import { readRows, titledRows } from './readRows.ts';
import { substituteToFields } from './substituteFields.ts';
import { substituteFromFields } from './substituteRow.ts';
import { checkColumnLengths, findRow, refuseOutdated, withoutNulls } from './upsert.ts';

const list = 'DagsordenStedfortraedere';

/** What was done about the stand-ins of a meeting. */
export interface SubstitutesRead {
  readonly acts: readonly SubstituteAct[];
  readonly unread: readonly UnreadRow[];
  /** Those who do the meeting's work; null where the meeting has not been opened in this visit. */
  readonly workers: Publishers | null;
}

/**
 * All acts of a meeting, with who did each by the service's word. A row that somebody has changed since is theirs.
 * @throws Failure SiteNotPrepared where the site has no such list
 */
export function substituteActs(graph: Graph, { siteId, key }: MeetingPointer): Promise<SubstitutesRead> {
  return translated('Reading the stand-ins', async () => {
    const rows = await graph.all(itemsRequest(siteId, list, { field: 'MeetingKey', value: key, top: 500 })).catch((error: unknown) => {
      throw isGraphFailure(error, 'notFound') ? listMissing() : error;
    });
    const leftOut: LeftOut[] = [];
    const acts = rows.map(parseItem).flatMap((row) => readRows(list, [row], substituteFromFields, leftOut).map((act) => byWriter(act, row)));
    return { acts, unread: await titledRows(leftOut), workers: null };
  });
}

const byWriter = (act: StoredSubstituteAct, { id, createdAt, lastModifiedBy }: Item): SubstituteAct => ({
  ...act,
  by: { id: lastModifiedBy.id, name: lastModifiedBy.name, email: lastModifiedBy.email },
  at: createdAt ?? '',
  row: Number(id),
});

/**
 * Adds an act; one that is there already is the same one, sent twice.
 * @throws Failure SiteNotPrepared where the site has no such list
 */
export function addSubstituteAct(graph: Graph, { siteId, key }: MeetingPointer, act: StoredSubstituteAct): Promise<void> {
  const fields = substituteToFields(key, act);
  return translated('Writing the stand-in', async () => {
    checkColumnLengths(list, fields);
    try {
      await createItem(graph, siteId, list, withoutNulls(fields));
    } catch (error) {
      if (isGraphFailure(error, 'notFound')) throw listMissing();
      if (!isGraphFailure(error, 'invalid') && !isGraphFailure(error, 'conflict')) throw error;
      if ((await findRow(graph, { siteId, list }, act.id)) !== null) return;
      await refuseOutdated(graph, { siteId, list });
      throw error;
    }
  });
}

const listMissing = (): Failure => new Failure('SiteNotPrepared', 'A list is missing on the site', { detail: { list } });
