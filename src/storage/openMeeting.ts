import type { Graph, GraphAnswer, GraphRequest } from '../graph/client.ts';
import { failureOf } from '../graph/failure.ts';
import { itemsRequest, parseItems, type Item } from '../graph/lists.ts';
import { Failure } from '../meeting/errors.ts';
import type { EditionSource } from '../meeting/edition.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { Board, ClosedRows, Edition, MeetingFile, MeetingPointer, Publication } from '../meeting/meeting.ts';
import { apologyFromFields } from './apologyRow.ts';
import { BOARD_ROW_ID, boardFromFields } from './boardRow.ts';
import { asFailure } from './failure.ts';
import { joinItems } from './joinItems.ts';
import type { ListName } from './lists.ts';
import { itemFromFields } from './itemRow.ts';
import { meetingFromFields, type MeetingRow } from './meetingRow.ts';
import { publicationFromFields } from './publicationRow.ts';
import { fetched } from './fetched.ts';
import type { LeftOut } from './leftOut.ts';
import { readableRows, readRows, titledRows } from './readRows.ts';
import { shapeOf, storedShape } from './shapes.ts';
import { treatmentFromFields } from './treatmentRow.ts';

type Rows = Item[];

/** Enough for the largest meeting in one page, so that opening never needs a second round trip. */
const TOP = 500;

/**
 * Opens a meeting in one $batch: every list is addressed by name and filtered on an indexed column, so nothing needs to be
 * discovered first. The closed circle's lists are asked in the same batch; Graph's own 403 or 404 tells that this
 * person is outside. Rows and cells that cannot be read are left out, and told in `unread`.
 * @throws Failure NotFound (no such meeting here), NotAllowed, SiteNotPrepared, Unreadable, and the passing ones
 */
export async function openMeeting(graph: Graph, pointer: MeetingPointer): Promise<MeetingFile> {
  const byKey = (site: SiteId, list: ListName): GraphRequest => itemsRequest(site, list, { field: 'MeetingKey', value: pointer.key, top: TOP });
  const innermost = pointer.closedSiteId ?? pointer.siteId;
  const asked = [
    itemsRequest(pointer.siteId, 'DagsordenMoedeforum', { field: 'RowId', value: BOARD_ROW_ID, top: 2 }),
    byKey(pointer.siteId, 'DagsordenMoeder'),
    byKey(pointer.siteId, 'DagsordenPunkter'),
    byKey(pointer.siteId, 'DagsordenAfbud'),
    byKey(pointer.siteId, 'DagsordenReferat'),
    byKey(pointer.siteId, 'DagsordenUdgivelse'),
    byKey(innermost, 'DagsordenBehandling'),
    ...(pointer.closedSiteId === null ? [] : [byKey(pointer.closedSiteId, 'DagsordenPunkter'), byKey(pointer.closedSiteId, 'DagsordenReferat')]),
  ];
  const answers = await sendAll(graph, asked);
  const [board, meeting, items, apologies, minutes, publications, treatments, closedItems, closedMinutes] = answers;
  const leftOut: LeftOut[] = [];
  const head = await ownRow(graph, pointer, open(meeting, asked[1]), leftOut);
  const boardRow = open(board, asked[0])[0];
  if (!boardRow) throw new Failure('SiteNotPrepared', 'The site has no board row');
  const inCircle = pointer.closedSiteId === null || isInside(treatments);
  const closed = (answer: GraphAnswer | undefined): Rows => (inCircle && pointer.closedSiteId !== null ? innerRows(answer) : []);
  const readItems = (rows: Rows) => readRows('DagsordenPunkter', rows, itemFromFields, leftOut);
  const source: EditionSource = {
    occasion: head.occasion ?? { iCalUId: head.iCalUId, start: head.start, end: head.end },
    board: readBoard(pointer.siteId, boardRow, leftOut),
    agenda: { ...head.head, items: joinItems(readItems(open(items, asked[2])), readItems(closed(closedItems))) },
    treatments: readRows(
      'DagsordenBehandling',
      pointer.closedSiteId === null ? open(treatments, asked[6]) : closed(treatments),
      treatmentFromFields,
      leftOut,
    ),
    apologies: readRows('DagsordenAfbud', open(apologies, asked[3]), apologyFromFields, leftOut),
  };
  const inner = inCircle && pointer.closedSiteId !== null ? closed(closedMinutes) : null;
  const read = {
    minutes: await published(open(minutes, asked[4]), inner, source, leftOut),
    publications: readRows('DagsordenUdgivelse', open(publications, asked[5]), publicationFromFields, leftOut).sort(byVersion),
  };
  const closedRows = inner === null ? {} : seenClosed(open(items, asked[2]), closed(closedItems));
  return {
    pointer,
    ...source,
    status: head.status,
    ...read,
    unread: await titledRows(leftOut),
    closedAccess: pointer.closedSiteId === null ? 'noClosedRoom' : inCircle ? 'yes' : 'no',
    ...(Object.keys(closedRows).length > 0 && { closedRows }),
  };
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
function seenClosed(items: Rows, closedItems: Rows): ClosedRows {
  const inner = new Map(closedItems.map(({ fields, etag }) => [fields['RowId'], etag]));
  const closed = readableRows('DagsordenPunkter', items).filter(({ fields }) => itemFromFields(fields).item.openness === 'closed');
  return Object.fromEntries(closed.map(({ id, fields }) => [String(fields['RowId']), { open: id, closed: inner.get(fields['RowId']) ?? null }]));
}

/** What has been published; the first agenda of a meeting that has yet to be held does without the reading of it. */
async function published(rows: Rows, inner: Rows | null, source: EditionSource, leftOut: LeftOut[]): Promise<Edition | null> {
  if (rows.length === 0) return null;
  const { readEdition } = await fetched(import(/* webpackChunkName: "edition" */ './readEdition.ts'));
  return readEdition(rows, inner, source, leftOut);
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
function open(answer: GraphAnswer | undefined, request: GraphRequest | undefined): Rows {
  if (answer && answer.status >= 200 && answer.status < 300) return parseItems(answer.body);
  if (answer?.status === 404) throw new Failure('SiteNotPrepared', 'A list is missing on the site', { detail: { path: request?.path ?? '' } });
  if (!answer) throw new Failure('ServerFault', 'Graph left an answer out of the batch');
  throw asFailure(failureOf(answer, request), 'Opening the meeting');
}

/** 403 and 404 are how SharePoint tells that the closed circle's site is not for this person. */
function isInside(answer: GraphAnswer | undefined): boolean {
  return answer !== undefined && answer.status !== 403 && answer.status !== 404;
}

function innerRows(answer: GraphAnswer | undefined): Rows {
  if (answer && answer.status >= 200 && answer.status < 300) return parseItems(answer.body);
  if (!answer) throw new Failure('ServerFault', 'Graph left an answer out of the batch');
  throw asFailure(failureOf(answer), "Opening the closed circle's part");
}

const byVersion = (a: Publication, b: Publication): number => a.version - b.version;
