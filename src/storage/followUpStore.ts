import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItem, type Item, type RowQuery } from '../graph/lists.ts';
import { deleteItem } from '../graph/rowWriting.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import { Conflict, Failure, isFailure } from '../meeting/errors.ts';
import { eachFollowUpOnce, followsClosed, type FollowUp } from '../meeting/followUp.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import type { UnreadRow } from '../meeting/unreadRow.ts';
import type { ClosedAccess } from '../meeting/words.ts';
import { badColumns } from './badColumns.ts';
import { translated } from './failure.ts';
import { FOLLOW_UP_STATUS } from './followUpChoices.ts';
import { followUpFromFields, followUpToFields } from './followUpRow.ts';
import type { LeftOut } from './leftOut.ts';
import { mergeFields, textColumnsOf } from './merge.ts';
import { readRows, titledRows } from './readRows.ts';
import type { Fields } from './row.ts';
import { toDoOf, type ToDo } from './toDo.ts';
import { changeRow, findRow, isOthersWrite, TRIES, type StoredFields } from './upsert.ts';

const list = 'DagsordenOpfoelgning';

/** Whose follow-up: the board's site, and the closed circle's where there is one. */
export interface FollowUpPlace {
  readonly siteId: SiteId;
  readonly closedSiteId: SiteId | null;
}

/** Which rows are looked for: a meeting's, a person's by object id, or those of a body that are still to be done. */
export type WantedFollowUps = { readonly key: MeetingPointer['key'] } | { readonly ownerId: string } | 'open';

export interface FollowUpsRead {
  readonly followUps: readonly FollowUp[];
  /** Has the site the list for it? "Gør stedet klar" makes it. */
  readonly isPrepared: boolean;
  readonly closedAccess: ClosedAccess;
  readonly unread: readonly UnreadRow[];
}

export interface FollowUpStore {
  read(place: FollowUpPlace, wanted: WantedFollowUps): Promise<FollowUpsRead>;
  /**
   * `before` is the row as it was read, for a merge; null adds one. A row stays in the list it stands in. Answers the row as it stands then.
   * @throws Conflict, ClosedRoomMissing, SiteNotPrepared
   */
  save(place: FollowUpPlace, before: FollowUp | null, after: FollowUp): Promise<FollowUp>;
  /** Takes what follows from items that are closed by now out of the list that everybody reads. @throws ClosedRoomMissing */
  close(pointer: MeetingPointer, items: readonly AgendaItem[]): Promise<void>;
  /** My own To Do. */
  readonly toDo: ToDo;
}

/** What is to be done after a body's meetings, in its open list and the closed circle's. */
export function followUpsOf(graph: Graph): FollowUpStore {
  return {
    read: (place, wanted) => translated('Reading what is to be done', () => read(graph, place, wanted)),
    save: (place, before, after) => writing('Writing what is to be done', () => save(graph, place, before, after)),
    close: (pointer, items) => translated('Closing what is to be done', () => close(graph, pointer, items)),
    toDo: toDoOf(graph),
  };
}

function queryOf(wanted: WantedFollowUps): RowQuery {
  if (wanted === 'open') return { field: 'Status', value: FOLLOW_UP_STATUS.open, top: 500 };
  return 'key' in wanted ? { field: 'MeetingKey', value: wanted.key, top: 500 } : { field: 'OwnerId', value: wanted.ownerId, top: 500 };
}

async function read(graph: Graph, { siteId, closedSiteId }: FollowUpPlace, wanted: WantedFollowUps): Promise<FollowUpsRead> {
  const [open, closed] = await Promise.all([
    rowsOf(graph, siteId, wanted),
    closedSiteId === null
      ? null
      : rowsOf(graph, closedSiteId, wanted).catch((error: unknown) => {
          if (isGraphFailure(error, 'notAllowed')) return 'refused' as const;
          throw error;
        }),
  ]);
  const leftOut: LeftOut[] = [];
  const inner = closed === null || closed === 'refused' ? [] : closed;
  return {
    followUps: eachFollowUpOnce([
      ...readRows(list, open ?? [], followUpFromFields, leftOut),
      // Where a row stands counts for more than what it says of that.
      ...readRows(list, inner, followUpFromFields, leftOut).map((one): FollowUp => ({ ...one, openness: 'closed' })),
      // A row whose words are still on their way says nothing yet.
    ]).filter(({ what }) => what.trim() !== ''),
    isPrepared: open !== null,
    closedAccess: closedSiteId === null ? 'noClosedRoom' : closed === 'refused' ? 'no' : 'yes',
    unread: await titledRows(leftOut),
  };
}

/** Null where the site has no such list. */
async function rowsOf(graph: Graph, siteId: SiteId, wanted: WantedFollowUps): Promise<Item[] | null> {
  try {
    return (await graph.all(itemsRequest(siteId, list, queryOf(wanted)))).map(parseItem);
  } catch (error) {
    if (isGraphFailure(error, 'notFound')) return null;
    throw error;
  }
}

async function save(graph: Graph, place: FollowUpPlace, before: FollowUp | null, after: FollowUp): Promise<FollowUp> {
  let standing = after;
  await changeRow(graph, { siteId: siteOf(place, after), list }, after.id, (stored) => {
    if (stored === null && before !== null) throw gone(after);
    if (stored === null) return followUpToFields(after);
    const write = before === null ? {} : merged(before, after, stored);
    standing = { ...followUpFromFields({ ...stored, ...write }), openness: after.openness };
    return write;
  });
  return standing;
}

/** What I changed, over the row as it stands; a cell that a person left empty means the same as ours. */
function merged(before: FollowUp, after: FollowUp, stored: StoredFields): Fields {
  const asWritten = { ...stored, ...followUpToFields({ ...followUpFromFields(stored), openness: after.openness }) };
  const fields = mergeFields(
    withoutTold(followUpToFields(before)),
    withoutTold(followUpToFields(after)),
    asWritten,
    textColumnsOf(list),
    badColumns(list, stored),
  );
  // Who said so, and when, goes with the state, and never alone: two who say the same agree.
  return 'Status' in fields ? { ...fields, ...told(followUpToFields(after)) } : fields;
}

const TOLD = ['StatusBy', 'StatusOn'];
const told = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => TOLD.includes(name)));
const withoutTold = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => !TOLD.includes(name)));

/**
 * To the circle's list: made there first, then deleted here as it was read, so that it may be cut off anywhere and nothing is lost. What another writes here in
 * between goes along; what stands there already, and was changed there since, is written over by nothing older.
 */
async function close(graph: Graph, pointer: MeetingPointer, items: readonly AgendaItem[]): Promise<void> {
  const rows = (await rowsOf(graph, pointer.siteId, { key: pointer.key })) ?? [];
  const open = readRows(list, rows, followUpFromFields, []).filter((one) => followsClosed(one, items));
  for (const { id } of open) await moveInside(graph, pointer, id);
}

async function moveInside(graph: Graph, { siteId, closedSiteId }: MeetingPointer, id: string): Promise<void> {
  if (closedSiteId === null) throw new Failure('ClosedRoomMissing', 'The board has no place for closed items');
  let taken: Fields | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const source = await findRow(graph, { siteId, list }, id);
    if (source === null) return;
    const fields = followUpToFields({ ...followUpFromFields(source.fields), openness: 'closed' });
    const inner = await findRow(graph, { siteId: closedSiteId, list }, id);
    const news = taken !== null ? changed(taken, fields) : inner !== null && isOlder(source, inner) ? {} : said(fields);
    await changeRow(graph, { siteId: closedSiteId, list }, id, (stored) => (stored === null ? fields : mergeFields(null, news, stored)), inner);
    taken = fields;
    try {
      return await deleteItem(graph, siteId, list, source.id, source.etag);
    } catch (error) {
      if (attempt >= TRIES || !isOthersWrite(error)) throw error;
    }
  }
}

/** Has nobody written in the open row since it was copied? An earlier try was cut off then before it deleted it. */
const isOlder = ({ modifiedAt }: Item, { createdAt }: Item): boolean => modifiedAt !== null && createdAt !== null && modifiedAt < createdAt;
const said = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
const changed = (before: Fields, now: Fields): Fields => Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== before[name]));

function siteOf({ siteId, closedSiteId }: FollowUpPlace, { openness }: Pick<FollowUp, 'openness'>): SiteId {
  if (openness === 'open') return siteId;
  if (closedSiteId === null) throw new Failure('ClosedRoomMissing', 'The board has no place for closed items');
  return closedSiteId;
}

const gone = ({ what }: FollowUp): Conflict => new Conflict([{ field: 'Task', mine: what, theirs: null }]);

/** A list that is missing is made by "Gør stedet klar". */
async function writing<T>(about: string, action: () => Promise<T>): Promise<T> {
  try {
    return await translated(about, action);
  } catch (error) {
    if (!isFailure(error, 'NotFound')) throw error;
    throw new Failure('SiteNotPrepared', 'A list is missing on the site', { detail: { list }, cause: error });
  }
}
