import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItem, type Item } from '../graph/lists.ts';
import { deleteItem } from '../graph/rowWriting.ts';
import { Conflict, Failure, isFailure } from '../meeting/errors.ts';
import type { CaseRoute } from '../meeting/caseRoute.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import type { ClosedAccess } from '../meeting/words.ts';
import { eachProposalOnce, type Backlog, type Proposal, type Taken } from '../meeting/proposal.ts';
import type { UnreadRow } from '../meeting/unreadRow.ts';
import { badColumns } from './badColumns.ts';
import { byWhom } from './clashBy.ts';
import { translated } from './failure.ts';
import type { LeftOut } from './leftOut.ts';
import type { ListName } from './lists.ts';
import { mergeFields, textColumnsOf } from './merge.ts';
import { PROPOSAL_STATUS } from './proposalChoices.ts';
import { closedTrace, isClosedTrace, proposalFromFields, proposalToFields, takenToFields } from './proposalRow.ts';
import { readRows, titledRows } from './readRows.ts';
import { routesOf, saveRoute } from './routeStore.ts';
import type { Fields } from './row.ts';
import { yearEntryFromFields, yearEntryToFields } from './yearRow.ts';
import type { YearEntry } from '../meeting/yearWheel.ts';
import { changeRow, findRow, isOthersWrite, TRIES, type Place, type StoredFields } from './upsert.ts';

const list = 'DagsordenPunktbank';
const yearList = 'DagsordenAarshjul';

/** Whose backlog: the board's site, and the closed circle's where there is one. */
export interface BacklogPlace {
  readonly siteId: SiteId;
  readonly closedSiteId: SiteId | null;
}

export interface BacklogRead extends Backlog {
  /** Has the site the list for it? "Gør stedet klar" makes it. */
  readonly entries: readonly YearEntry[];
  readonly isPrepared: boolean;
  readonly closedAccess: ClosedAccess;
  readonly unread: readonly UnreadRow[];
}

export interface BacklogStore {
  read(place: BacklogPlace): Promise<BacklogRead>;
  /** `before` is the proposal as it was read, for a merge; null adds one. @throws Conflict, ClosedRoomMissing, SiteNotPrepared */
  saveProposal(place: BacklogPlace, before: Proposal | null, after: Proposal): Promise<void>;
  /** @throws Conflict where another agenda has it, or it was withdrawn or is gone */
  takeProposal(place: BacklogPlace, proposal: Proposal, taken: Taken, mayMake: boolean): Promise<Proposal>;
  /** `before` is the entry as it was read; null adds one. One that is closed or opened moves to the other list. @throws Conflict */
  saveEntry(place: BacklogPlace, before: YearEntry | null, after: YearEntry): Promise<void>;
  /** Takes it away as it was read; one that is gone already is as good as taken away. @throws Conflict where another has changed it since */
  removeEntry(place: BacklogPlace, entry: YearEntry): Promise<void>;
  /** Puts one that is taken as `taken` back among those that wait; anything else is left as it is. */
  releaseProposal(place: BacklogPlace, proposal: Proposal, taken: Taken): Promise<void>;
  /** One proposal by its id, as this person may read it; null where there is none, or it is closed and not for them. */
  findProposal(place: BacklogPlace, id: string): Promise<Proposal | null>;
  /** Takes the words of an open proposal away for good, with their versions; its id stays, so that the same sent again makes it not anew. */
  forgetProposal(place: BacklogPlace, id: string): Promise<void>;
  /** Where the items of a meeting go on to; null where the site has no list for it. */
  routes(pointer: MeetingPointer): Promise<readonly CaseRoute[] | null>;
  /**
   * Keeps where an item goes on to, decided on how it stands; `after` null takes it away. What was closed or opened since it was kept is moved.
   * @throws Conflict where another has decided otherwise, or it has been passed on; SiteNotPrepared
   */
  saveRoute(pointer: MeetingPointer, before: CaseRoute | null, after: CaseRoute | null): Promise<void>;
}

/** A body's proposals, in its open list and the closed circle's. */
export function backlogOf(graph: Graph): BacklogStore {
  return {
    read: (place) => translated('Reading the backlog', () => read(graph, place)),
    saveProposal: (place, before, after) => writing('Writing a proposal', () => saveProposal(graph, place, before, after)),
    takeProposal: (place, proposal, taken, mayMake) => writing('Taking a proposal', () => takeProposal(graph, place, proposal, taken, mayMake)),
    saveEntry: (place, before, after) => writing('Writing the year wheel', () => saveEntry(graph, place, before, after)),
    removeEntry: (place, entry) => writing('Writing the year wheel', () => removeEntry(graph, place, entry)),
    releaseProposal: (place, proposal, taken) => writing('Putting a proposal back', () => releaseProposal(graph, place, proposal, taken)),
    findProposal: (place, id) => writing('Reading a proposal', () => findProposal(graph, place, id)),
    forgetProposal: (place, id) => writing('Taking a proposal away', () => forgetProposal(graph, place, id)),
    routes: (pointer) => translated('Reading where items go on to', () => routesOf(graph, pointer)),
    saveRoute: (pointer, before, after) => writing('Writing where an item goes on to', () => saveRoute(graph, pointer, before, after)),
  };
}

async function read(graph: Graph, { siteId, closedSiteId }: BacklogPlace): Promise<BacklogRead> {
  const [open, closed, year, closedYear] = await Promise.all([
    rowsOf(graph, siteId, list),
    closedSiteId === null ? [] : closedRowsOf(graph, closedSiteId, list),
    rowsOf(graph, siteId, yearList),
    closedSiteId === null ? [] : closedRowsOf(graph, closedSiteId, yearList),
  ]);
  const leftOut: LeftOut[] = [];
  const openOnes = readRows(
    list,
    (open ?? []).filter((row) => !isClosedTrace(row)),
    proposalFromFields,
    leftOut,
  );
  const closedOnes = readRows(list, closed ?? [], proposalFromFields, leftOut).map((each): Proposal => ({ ...each, openness: 'closed' }));
  const inside = readRows(yearList, closedYear ?? [], yearEntryFromFields, leftOut).map((entry): YearEntry => ({ ...entry, openness: 'closed' }));
  const known = new Set(inside.map(({ id }) => id));
  return {
    proposals: eachProposalOnce([...openOnes, ...closedOnes]),
    // One that stands both open and closed, as while it is being moved, is closed.
    entries: [...readRows(yearList, year ?? [], yearEntryFromFields, leftOut).filter(({ id }) => !known.has(id)), ...inside],
    isPrepared: open !== null && year !== null,
    closedAccess: closedSiteId === null ? 'noClosedRoom' : closed === null ? 'no' : 'yes',
    unread: await titledRows(leftOut),
  };
}

/** Null where the site has no such list. */
async function rowsOf(graph: Graph, siteId: SiteId, named: ListName): Promise<Item[] | null> {
  try {
    return (await graph.all(itemsRequest(siteId, named, { top: 500 }))).map(parseItem);
  } catch (error) {
    if (isGraphFailure(error, 'notFound')) return null;
    throw error;
  }
}

/** Null where it is not for this person. */
async function closedRowsOf(graph: Graph, siteId: SiteId, named: ListName): Promise<Item[] | null> {
  try {
    return await rowsOf(graph, siteId, named);
  } catch (error) {
    if (isGraphFailure(error, 'notAllowed')) return null;
    throw error;
  }
}

async function saveProposal(graph: Graph, place: BacklogPlace, before: Proposal | null, after: Proposal): Promise<void> {
  if (before !== null && before.openness !== after.openness) return moveProposal(graph, place, before, after);
  await changeRow(graph, placeOf(place, after), after.id, (stored) => {
    if (stored === null && before !== null) throw gone(after);
    if (stored === null) return proposalToFields(after);
    // What was closed or taken away under this id does not arise openly again, and nobody is told that it did.
    if (before === null && after.openness === 'open' && isClosedTrace({ fields: stored })) throw gone(after);
    return before === null ? null : merged(before, after, stored);
  });
}

/**
 * To the other list: there first, then away from here, so that it may be cut off anywhere and nothing is lost. Who closes one leaves its id in the open
 * list, and nothing of its words.
 */
async function moveProposal(graph: Graph, place: BacklogPlace, before: Proposal, after: Proposal): Promise<void> {
  const [from, to] = [placeOf(place, before), placeOf(place, after)];
  for (let attempt = 1; ; attempt += 1) {
    const source = await findRow(graph, from, before.id);
    const moving = source !== null && !isClosedTrace(source);
    const fields: Fields = moving
      ? { ...proposalToFields(proposalFromFields(source.fields)), ...merged(before, after, source.fields) }
      : proposalToFields(after);
    await changeRow(graph, to, after.id, (stored) => {
      if (!moving && (stored === null || isClosedTrace({ fields: stored }))) throw gone(after);
      return moving ? changed(fields, stored) : null;
    });
    try {
      if (moving) await deleteItem(graph, from.siteId, list, source.id, source.etag);
      break;
    } catch (error) {
      if (attempt >= TRIES || !isOthersWrite(error)) throw error;
    }
  }
  if (after.openness === 'closed') await changeRow(graph, from, after.id, (stored) => (stored === null ? closedTrace(after.id) : null));
}

/** All columns for a new row, those that differ for one that stands. */
const changed = (fields: Fields, stored: StoredFields | null): Fields =>
  stored === null ? fields : mergeFields(null, fields, stored, textColumnsOf(list));

async function takeProposal(graph: Graph, place: BacklogPlace, proposal: Proposal, taken: Taken, mayMake: boolean): Promise<Proposal> {
  let found = proposal;
  await changeRow(graph, placeOf(place, proposal), proposal.id, (stored) => {
    if (stored === null) {
      if (!mayMake) throw gone(proposal);
      found = { ...proposal, state: 'taken', taken };
      return proposalToFields(found);
    }
    const standing = proposalFromFields(stored);
    found = { ...standing, openness: proposal.openness, state: 'taken', taken };
    if (standing.state === 'taken' && standing.taken?.itemId === taken.itemId) return null;
    if (standing.state !== 'proposed') {
      throw new Conflict([{ field: 'Status', mine: PROPOSAL_STATUS.taken, theirs: standing.taken?.title ?? PROPOSAL_STATUS[standing.state] }]);
    }
    return { Status: PROPOSAL_STATUS.taken, ...takenToFields(taken) };
  });
  return found;
}

async function releaseProposal(graph: Graph, place: BacklogPlace, proposal: Proposal, taken: Taken): Promise<void> {
  await changeRow(graph, placeOf(place, proposal), proposal.id, (stored) => {
    const standing = stored === null ? null : proposalFromFields(stored);
    if (standing?.taken?.itemId !== taken.itemId) return null;
    return { Status: PROPOSAL_STATUS.proposed, ...takenToFields(null) };
  });
}

async function findProposal(graph: Graph, place: BacklogPlace, id: string): Promise<Proposal | null> {
  const open = await findRow(graph, { siteId: place.siteId, list }, id);
  if (open !== null && !isClosedTrace(open)) return proposalFromFields(open.fields);
  if (place.closedSiteId === null) return null;
  const closed = await findRow(graph, { siteId: place.closedSiteId, list }, id).catch((error: unknown) => {
    if (isGraphFailure(error, 'notAllowed') || isGraphFailure(error, 'notFound')) return null;
    throw error;
  });
  return closed === null ? null : { ...proposalFromFields(closed.fields), openness: 'closed' };
}

async function forgetProposal(graph: Graph, { siteId }: BacklogPlace, id: string): Promise<void> {
  const row = await findRow(graph, { siteId, list }, id);
  if (row === null || isClosedTrace(row)) return;
  await deleteItem(graph, siteId, list, row.id, row.etag);
  await changeRow(graph, { siteId, list }, id, (stored) => (stored === null ? closedTrace(id) : null));
}

async function saveEntry(graph: Graph, place: BacklogPlace, before: YearEntry | null, after: YearEntry): Promise<void> {
  if (before !== null && before.openness !== after.openness) {
    // There first, then away from here with all its versions, so that it may be cut off anywhere. It keeps its id, by which its turns are known.
    await saveEntry(graph, place, null, after);
    return removeEntry(graph, place, before);
  }
  const { siteId } = placeOf(place, after);
  await changeRow(graph, { siteId, list: yearList }, after.id, (stored) => {
    if (stored === null && before !== null) throw new Conflict([{ field: 'FullTitle', mine: after.title, theirs: null }]);
    if (stored === null) return yearEntryToFields(after);
    if (before === null) return null;
    return mergeFields(yearEntryToFields(before), yearEntryToFields(after), stored, textColumnsOf(yearList), badColumns(yearList, stored));
  });
}

async function removeEntry(graph: Graph, place: BacklogPlace, entry: YearEntry): Promise<void> {
  const { siteId } = placeOf(place, entry);
  for (let attempt = 1; ; attempt += 1) {
    const row = await findRow(graph, { siteId, list: yearList }, entry.id);
    if (row === null) return;
    const now = { ...yearEntryFromFields(row.fields), openness: entry.openness };
    if (!sameEntry(now, entry)) {
      throw new Conflict([{ field: 'FullTitle', mine: null, theirs: now.title }], byWhom(row));
    }
    try {
      return await deleteItem(graph, siteId, yearList, row.id, row.etag);
    } catch (error) {
      if (attempt >= TRIES || !isOthersWrite(error)) throw error;
    }
  }
}

/** Do two say the same to whoever reads them? */
const sameEntry = (one: YearEntry, other: YearEntry): boolean => JSON.stringify(yearEntryToFields(one)) === JSON.stringify(yearEntryToFields(other));

function placeOf({ siteId, closedSiteId }: BacklogPlace, { openness }: Pick<Proposal, 'openness'>): Place {
  if (openness === 'open') return { siteId, list };
  if (closedSiteId === null) throw new Failure('ClosedRoomMissing', 'The board has no place for closed items');
  return { siteId: closedSiteId, list };
}

/** What I changed, over the row as it stands; a cell that a person left empty means the same as ours. */
function merged(before: Proposal, after: Proposal, stored: StoredFields): Fields {
  const asWritten = { ...stored, ...proposalToFields({ ...proposalFromFields(stored), openness: before.openness }) };
  return mergeFields(proposalToFields(before), proposalToFields(after), asWritten, textColumnsOf(list), badColumns(list, stored));
}

const gone = (proposal: Proposal): Conflict => new Conflict([{ field: 'FullTitle', mine: proposal.title, theirs: null }]);

/** A list that is missing is made by "Gør stedet klar". */
async function writing<T>(about: string, action: () => Promise<T>): Promise<T> {
  try {
    return await translated(about, action);
  } catch (error) {
    if (!isFailure(error, 'NotFound')) throw error;
    throw new Failure('SiteNotPrepared', 'A list is missing on the site', { detail: { list }, cause: error });
  }
}
