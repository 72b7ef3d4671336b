import type { Graph, GraphAnswer, GraphRequest } from '../graph/client.ts';
import { failureOf } from '../graph/failure.ts';
import { itemsRequest, listRequest, parseItems, type Item } from '../graph/lists.ts';
import type { CircleClaim } from '../meeting/circle.ts';
import { borneOutApologies, borneOutLog, makerOf, publishersOf, type Publishers } from '../meeting/authorship.ts';
import { joinDecisions } from '../meeting/decisions.ts';
import { Failure, isFailure } from '../meeting/errors.ts';
import type { EditionSource } from '../meeting/edition.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { AsideRow, Board, ClosedRows, Edition, MeetingFile, MeetingPointer, Publication } from '../meeting/meeting.ts';
import { apologyFromFields } from './apologyRow.ts';
import { BOARD_ROW_ID, boardFromFields } from './boardRow.ts';
import { claimOf } from './circleClaim.ts';
import { asFailure } from './failure.ts';
import { itemFromFields } from './itemRow.ts';
import { joinItems } from './joinItems.ts';
import type { ListName } from './lists.ts';
import { authoredRows } from './authoredRows.ts';
import type { LeftOut } from './leftOut.ts';
import { mayHaveRecord } from './mayHaveRecord.ts';
import { meetingFromFields, type MeetingRow } from './meetingRow.ts';
import { readableRows, readRows, titledRows } from './readRows.ts';
import { shapeOf, storedShape } from './shapes.ts';
import { publicationFromFields } from './publicationRow.ts';
import { fetched } from './fetched.ts';
import { treatmentFromFields } from './treatmentRow.ts';

type Rows = Item[];

/** Enough for the largest meeting in one page, so that opening never needs a second round trip. */
const TOP = 500;

/** So many lists of the board's own site are asked first. */
const OPEN_LISTS = 4;

/**
 * What is known of this person and the closed circle before a meeting is opened. `inside`: it is asked in the same batch as everything else;
 * `unknown`: one list of it is asked, and the others when that one has answered; `outside`: it was closed to this person a while ago, and is not asked again.
 */
export type CircleAccess = 'inside' | 'unknown' | 'outside';

/** What is known before a meeting is opened, so that nothing is asked in vain: each list costs everybody two of the app's 1,250 units a minute. */
export interface KnownBefore {
  readonly access: CircleAccess;
  /** The reader's Entra id, or null. */
  readonly me: string | null;
  /** The instant of opening in milliseconds, where the record is asked afterwards if there may be one; null asks it with everything else. */
  readonly recordUnlikelyAt: number | null;
}

/**
 * Opens a meeting in one $batch: every list is addressed by name and filtered on an indexed column, so nothing needs to be
 * discovered first. The closed circle's lists are asked in the same batch; Graph's own 403 or 404 tells that this
 * person is outside. What was published is asked with the rest, or afterwards, where there may be any (mayHaveRecord.ts). A pointer from before there was a circle is completed by the board's row, which costs a second batch.
 * Whether the place that pointer and row name is the circle's is not told here (commands/circle).
 * @throws Failure NotFound (no such meeting here; `circle: 'outside'` in its detail where the closed place was asked and is not for me), NotAllowed, SiteNotPrepared, Unreadable, and the passing ones
 */
export async function openMeeting(
  graph: Graph,
  given: MeetingPointer,
  { access, me, recordUnlikelyAt }: KnownBefore = { access: 'inside', me: null, recordUnlikelyAt: null },
): Promise<OpenedMeeting> {
  const byKey = (site: SiteId, list: ListName): GraphRequest => itemsRequest(site, list, { field: 'MeetingKey', value: given.key, top: TOP });
  const inner = access === 'outside' ? null : given.closedSiteId;
  const asked = [
    itemsRequest(given.siteId, 'DagsordenMoedeforum', { field: 'RowId', value: BOARD_ROW_ID, top: 2 }),
    byKey(given.siteId, 'DagsordenMoeder'),
    byKey(given.siteId, 'DagsordenPunkter'),
    byKey(given.siteId, 'DagsordenAfbud'),
    // Where there is a circle the drafts are there alone.
    ...(inner !== null ? closedRequests(access, inner, byKey) : given.closedSiteId === null ? [byKey(given.siteId, 'DagsordenBehandling')] : []),
  ];
  const recorded = recordUnlikelyAt === null ? recordRequests(given, access === 'inside' ? inner : null, byKey) : [];
  const answers = await sendAll(graph, [...asked, ...recorded]);
  // All of them are looked at first: a list that lacks a column is told, whatever the others say.
  const [board = [], meeting = [], items = [], apologies = []] = asked
    .slice(0, OPEN_LISTS)
    .map((request, index) => openItems(answers[index], request));
  const others = answers.slice(OPEN_LISTS, asked.length);
  const leftOut: LeftOut[] = [];
  const head = await ownRow(graph, given, meeting, leftOut).catch((error: unknown) => {
    const outside = inner !== null && access === 'unknown' && others[0]?.status === 403;
    throw outside && isFailure(error, 'NotFound')
      ? new Failure('NotFound', error.message, { detail: { ...error.detail, circle: 'outside' } })
      : error;
  });
  const [boardRow] = board;
  if (!boardRow) throw new Failure('SiteNotPrepared', 'The site has no board row');
  const found = readBoard(given.siteId, boardRow, leftOut);
  const pointer: MeetingPointer = { ...given, closedSiteId: given.closedSiteId ?? found.closedSiteId };
  const circle =
    pointer.closedSiteId === null || access === 'outside'
      ? null
      : await circleRows(graph, byKey, { site: pointer.closedSiteId, access, answered: inner === null ? [] : others });
  const treatments = pointer.closedSiteId === null ? openItems(others[0], asked[OPEN_LISTS]) : (circle?.treatments ?? []);
  const isLikely = recordUnlikelyAt === null || mayHaveRecord(head, { now: recordUnlikelyAt, items, treatments, isDamaged: leftOut.length > 0 });
  const record = !isLikely
    ? NO_RECORD
    : await recordOf(graph, pointer, { inside: circle !== null, asked: recorded, answers: answers.slice(asked.length), byKey });
  const attacher = makerOf(meeting[0], items);
  const preparer = makerOf(boardRow, [...meeting, ...items]);
  const publishers = publishersOf(attacher.id, preparer.id, me);
  const log = borneOutLog(authoredRows('DagsordenUdgivelse', record.log, publicationFromFields, leftOut), publishers);
  const sent = borneOutApologies(authoredRows('DagsordenAfbud', apologies, apologyFromFields, leftOut), publishers);
  const readItems = (rows: Rows) => readRows('DagsordenPunkter', rows, itemFromFields, leftOut);
  const source: EditionSource = {
    occasion: head.occasion ?? { iCalUId: head.iCalUId, start: head.start, end: head.end },
    board: found,
    agenda: { ...head.head, items: joinItems(readItems(items), readItems(circle?.items ?? [])) },
    treatments: joinDecisions(readRows('DagsordenBehandling', treatments, treatmentFromFields, leftOut)),
    apologies: sent.values,
  };
  const edition = await published(record.minutes, record.closed, source, { publishers, leftOut });
  const closedRows = circle === null ? {} : seenClosed(items, circle.items);
  const aside = [...madeAnew({ attacher, preparer }), ...sent.aside, ...edition.aside, ...log.aside];
  const file: MeetingFile = {
    pointer,
    ...source,
    status: head.status,
    minutes: edition.minutes,
    publications: [...log.values].sort(byVersion),
    unread: await titledRows(leftOut),
    closedAccess: pointer.closedSiteId === null ? 'noClosedRoom' : circle === null ? 'no' : 'yes',
    ...(Object.keys(closedRows).length > 0 && { closedRows }),
    ...(aside.length === 0 ? {} : { aside }),
  };
  return {
    file,
    claim: circle?.claim ? claimOf(circle.claim, me, boardRow.createdBy.id) : null,
    publishers,
    row: meeting.find(({ fields }) => fields['RowId'] === given.key) ?? null,
  };
}

/** Whoever took the meeting's or the board's row away and made it anew is told: everybody in the team can, and what they write is no more theirs to say than before. */
function madeAnew({ attacher, preparer }: Readonly<Record<'attacher' | 'preparer', ReturnType<typeof makerOf>>>): AsideRow[] {
  return [
    ...(attacher.anew ? [{ what: 'meetingAnew' as const, by: attacher.anew.name, about: '' }] : []),
    ...(preparer.anew ? [{ what: 'boardAnew' as const, by: preparer.anew.name, about: '' }] : []),
  ];
}

/** `claim`: what the closed place itself says of whose it is; null where it says nothing, or was not asked. */
export interface OpenedMeeting {
  readonly file: MeetingFile;
  readonly claim: CircleClaim | null;
  /** Those whose lines of the publication log count. */
  readonly publishers: Publishers;
  /** The meeting's own row; null where it is not known by its key. */
  readonly row: SeenRow | null;
}

/** A row as it was read, with the ETag that a write of it goes with. */
export type SeenRow = Item;

interface CircleRows {
  readonly claim: readonly Item[] | null;
  readonly treatments: Rows;
  readonly items: Rows;
}

/** What was published: the edition's rows, its closed lines (null for whoever is outside), and the log. */
interface RecordRows {
  readonly minutes: Rows;
  readonly log: Rows;
  readonly closed: Rows | null;
}

const NO_RECORD: RecordRows = { minutes: [], log: [], closed: null };

type ByKey = (site: SiteId, list: ListName) => GraphRequest;

/** What is asked of the closed place in the first batch: everything, or whether its list is for this person, which costs an outsider half of its rows. */
function closedRequests(access: CircleAccess, site: SiteId, byKey: ByKey): GraphRequest[] {
  if (access === 'unknown') return [listRequest(site, 'DagsordenKreds')];
  return (['DagsordenBehandling', 'DagsordenPunkter'] as const).map((list) => byKey(site, list));
}

function recordRequests({ siteId }: MeetingPointer, inner: SiteId | null, byKey: ByKey): GraphRequest[] {
  return [byKey(siteId, 'DagsordenReferat'), byKey(siteId, 'DagsordenUdgivelse'), ...(inner === null ? [] : [byKey(inner, 'DagsordenReferat')])];
}

interface RecordAsked {
  readonly inside: boolean;
  /** What was asked with everything else, and the answers to it. */
  readonly asked: readonly GraphRequest[];
  readonly answers: readonly GraphAnswer[];
  readonly byKey: ByKey;
}

/** What was published, asked now as far as it has not been. */
async function recordOf(graph: Graph, pointer: MeetingPointer, { inside, asked, answers, byKey }: RecordAsked): Promise<RecordRows> {
  const wanted = recordRequests(pointer, inside ? pointer.closedSiteId : null, byKey);
  const rest = wanted.slice(asked.length);
  const all = [...answers, ...(rest.length === 0 ? [] : await sendAll(graph, rest))];
  const [minutes = [], log = []] = wanted.slice(0, 2).map((request, index) => openItems(all[index], request));
  return { minutes, log, closed: inside ? innerItems(all[2]) : null };
}

interface CircleAsked {
  readonly site: SiteId;
  readonly access: CircleAccess;
  /** The answers to what was asked of it in the first batch; none where the place was not known then. */
  readonly answered: readonly (GraphAnswer | undefined)[];
}

/** The rows of the closed circle's lists; null for whoever is outside, who is refused once, not three times. */
async function circleRows(graph: Graph, byKey: ByKey, { site, access, answered }: CircleAsked): Promise<CircleRows | null> {
  const rest = closedRequests('inside', site, byKey);
  if (access !== 'unknown') return insideRows(null, answered.length > 0 ? answered : await sendAll(graph, rest));
  const [list] = answered.length > 0 ? answered : await sendAll(graph, closedRequests('unknown', site, byKey));
  if (list?.status === 403) return null;
  // Without the list, the place is one of before it, or none at all.
  const [claim, ...rows] = await sendAll(graph, [itemsRequest(site, 'DagsordenKreds', { top: TOP }), ...rest]);
  if (claim?.status === 403) return null;
  return insideRows(claim?.status === 404 ? [] : innerItems(claim), rows);
}

function insideRows(claim: readonly Item[] | null, [treatments, items]: readonly (GraphAnswer | undefined)[]): CircleRows | null {
  if (!isInside(treatments)) return null;
  return { claim, treatments: innerItems(treatments), items: innerItems(items) };
}

/**
 * The meeting's own row. It stands under the key twice, so that one of the two changed by hand is no reason not to find it; of several the one
 * that is known by the key counts.
 * @throws Failure NotFound
 */
async function ownRow(graph: Graph, { siteId, key }: MeetingPointer, byKey: Rows, leftOut: LeftOut[]): Promise<MeetingRow> {
  const list = 'DagsordenMoeder';
  const isKnown = ({ fields }: Item): boolean => fields['RowId'] === key;
  const rows = byKey.length > 0 ? byKey : parseItems((await sendOne(graph, itemsRequest(siteId, list, { field: 'RowId', value: key, top: 2 }))).body);
  const row = rows.find(isKnown) ?? rows[0];
  if (!row) throw new Failure('NotFound', 'The site holds no such meeting', { detail: { meetingKey: key } });
  const tell = (column: string, other = row) => leftOut.push({ list, row: other, column, wholeRow: other !== row });
  if (!isKnown(row)) tell('RowId');
  if (byKey.length === 0) tell('MeetingKey');
  for (const other of rows) if (other !== row) tell('RowId', other);
  const shape = storedShape(row.fields) > shapeOf(list) ? { Shape: shapeOf(list) } : {};
  if ('Shape' in shape) tell('Shape');
  return meetingFromFields({ ...row.fields, ...shape, RowId: key }, tell);
}

/** The board's row. @throws Failure AppOutdated where its shape is one that may come after this app; Unreadable */
function readBoard(siteId: SiteId, row: Item, leftOut: LeftOut[]): Board {
  return boardFromFields(siteId, row.fields, (column) => leftOut.push({ list: 'DagsordenMoedeforum', row, column, wholeRow: false }));
}

/** The rows in which items stand closed: what opening one of them is decided on. */
export function seenClosed(items: Rows, closedItems: Rows): ClosedRows {
  const inner = new Map(closedItems.map(({ fields, etag }) => [fields['RowId'], etag]));
  const closed = readableRows('DagsordenPunkter', items).filter(({ fields }) => itemFromFields(fields).item.openness === 'closed');
  return Object.fromEntries(closed.map(({ id, fields }) => [String(fields['RowId']), { open: id, closed: inner.get(fields['RowId']) ?? null }]));
}

/** What has been published; the first agenda of a meeting that has yet to be held does without the reading of it. */
async function published(
  rows: Rows,
  inner: Rows | null,
  source: EditionSource,
  { publishers, leftOut }: { readonly publishers: Publishers; readonly leftOut: LeftOut[] },
): Promise<{ readonly minutes: Edition | null; readonly aside: readonly AsideRow[] }> {
  if (rows.length === 0) return { minutes: null, aside: [] };
  const { borneOutMinutes, readEdition } = await fetched(import(/* webpackChunkName: "edition" */ './readEdition.ts'));
  const written = rows.map((row) => ({ value: row, createdBy: row.createdBy, lastModifiedBy: row.lastModifiedBy }));
  const { values, aside } = borneOutMinutes(written, ({ fields }) => Number(fields['Edition'] ?? 1), publishers);
  return { minutes: readEdition([...values], inner, source, leftOut), aside };
}

async function sendOne(graph: Graph, request: GraphRequest): Promise<GraphAnswer> {
  try {
    return await graph.request(request);
  } catch (error) {
    throw asFailure(error, 'Opening the meeting');
  }
}

async function sendAll(graph: Graph, asked: GraphRequest[]): Promise<GraphAnswer[]> {
  try {
    return await graph.batch(asked);
  } catch (error) {
    throw asFailure(error, 'Opening the meeting');
  }
}

/** Rows of the board's own site: a failure here is told, never shown as emptiness. */
function openItems(answer: GraphAnswer | undefined, request: GraphRequest | undefined): Item[] {
  if (answer && answer.status >= 200 && answer.status < 300) return parseItems(answer.body);
  if (answer?.status === 404)
    throw new Failure('SiteNotPrepared', 'A list is missing on the site', {
      detail: { list: /\/lists\/(\w+)/.exec(request?.path ?? '')?.[1] ?? '' },
    });
  if (!answer) throw new Failure('ServerFault', 'Graph left an answer out of the batch');
  // Rows are asked for by one column alone: a list that does not know it has lost it.
  if (answer.status === 400) {
    const [, list = ''] = /\/lists\/(\w+)/.exec(request?.path ?? '') ?? [];
    throw new Failure('SiteNotPrepared', 'A column is missing on the site', {
      detail: { list, columns: /fields%2F(\w+)/.exec(request?.path ?? '')?.[1] ?? '' },
    });
  }
  throw asFailure(failureOf(answer, request), 'Opening the meeting');
}

/** 403 and 404 are how SharePoint tells that the closed circle's site is not for this person. */
function isInside(answer: GraphAnswer | undefined): boolean {
  return answer !== undefined && answer.status !== 403 && answer.status !== 404;
}

function innerItems(answer: GraphAnswer | undefined): Item[] {
  if (answer && answer.status >= 200 && answer.status < 300) return parseItems(answer.body);
  if (!answer) throw new Failure('ServerFault', 'Graph left an answer out of the batch');
  throw asFailure(failureOf(answer), "Opening the closed circle's part");
}

const byVersion = (a: Publication, b: Publication): number => a.version - b.version;
