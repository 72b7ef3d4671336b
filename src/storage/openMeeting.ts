import type { Graph, GraphAnswer, GraphRequest } from '../graph/client.ts';
import { failureOf } from '../graph/failure.ts';
import { itemsRequest, parseItems } from '../graph/lists.ts';
import { Failure } from '../meeting/errors.ts';
import type { EditionSource } from '../meeting/edition.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { ClosedRows, Edition, MeetingFile, MeetingPointer, Publication } from '../meeting/meeting.ts';
import { apologyFromFields } from './apologyRow.ts';
import { BOARD_ROW_ID, boardFromFields } from './boardRow.ts';
import { asFailure } from './failure.ts';
import { itemFromFields } from './itemRow.ts';
import { joinItems } from './joinItems.ts';
import type { ListName } from './lists.ts';
import { meetingFromFields } from './meetingRow.ts';
import { publicationFromFields } from './publicationRow.ts';
import { fetched } from './fetched.ts';
import { treatmentFromFields } from './treatmentRow.ts';

type Rows = Record<string, unknown>[];

/** Enough for the largest meeting in one page, so that opening never needs a second round trip. */
const TOP = 500;

/**
 * Opens a meeting in one $batch: every list is addressed by name and filtered on an indexed column, so nothing needs to be
 * discovered first. The closed circle's lists are asked in the same batch; Graph's own 403 or 404 tells that this
 * person is outside.
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
  const row = open(meeting, asked[1])[0];
  if (!row) throw new Failure('NotFound', 'The site holds no such meeting', { detail: { meetingKey: pointer.key } });
  const head = meetingFromFields(row);
  const boardRow = open(board, asked[0])[0];
  if (!boardRow) throw new Failure('SiteNotPrepared', 'The site has no board row');
  const inCircle = pointer.closedSiteId === null || isInside(treatments);
  const closed = (answer: GraphAnswer | undefined): Rows => (inCircle && pointer.closedSiteId !== null ? innerRows(answer) : []);
  const source: EditionSource = {
    occasion: head.occasion ?? { iCalUId: head.iCalUId, start: head.start, end: head.end },
    board: boardFromFields(pointer.siteId, boardRow),
    agenda: { ...head.head, items: joinItems(open(items, asked[2]), closed(closedItems)) },
    treatments: (pointer.closedSiteId === null ? open(treatments, asked[6]) : closed(treatments)).map(treatmentFromFields),
    apologies: open(apologies, asked[3]).map(apologyFromFields),
  };
  const inner = inCircle && pointer.closedSiteId !== null ? closed(closedMinutes) : null;
  const closedRows = inner === null ? {} : seenClosed(items, closedItems);
  return {
    pointer,
    ...source,
    status: head.status,
    minutes: await published(open(minutes, asked[4]), inner, source),
    publications: open(publications, asked[5]).map(publicationFromFields).sort(byVersion),
    closedAccess: pointer.closedSiteId === null ? 'noClosedRoom' : inCircle ? 'yes' : 'no',
    ...(Object.keys(closedRows).length > 0 && { closedRows }),
  };
}

/** The rows in which items stand closed: what opening one of them is decided on. */
function seenClosed(items: GraphAnswer | undefined, closedItems: GraphAnswer | undefined): ClosedRows {
  const inner = new Map(parseItems(closedItems?.body).map(({ fields, etag }) => [fields['RowId'], etag]));
  const closed = parseItems(items?.body).filter(({ fields }) => itemFromFields(fields).item.openness === 'closed');
  return Object.fromEntries(closed.map(({ id, fields }) => [String(fields['RowId']), { open: id, closed: inner.get(fields['RowId']) ?? null }]));
}

/** What has been published; the first agenda of a meeting that has yet to be held does without the reading of it. */
async function published(rows: Rows, inner: Rows | null, source: EditionSource): Promise<Edition | null> {
  if (rows.length === 0) return null;
  const { readEdition } = await fetched(import(/* webpackChunkName: "edition" */ './readEdition.ts'));
  return readEdition(rows, inner, source);
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
  if (answer && answer.status >= 200 && answer.status < 300) return parseItems(answer.body).map((item) => item.fields);
  if (answer?.status === 404) throw new Failure('SiteNotPrepared', 'A list is missing on the site', { detail: { path: request?.path ?? '' } });
  if (!answer) throw new Failure('ServerFault', 'Graph left an answer out of the batch');
  throw asFailure(failureOf(answer, request), 'Opening the meeting');
}

/** 403 and 404 are how SharePoint tells that the closed circle's site is not for this person. */
function isInside(answer: GraphAnswer | undefined): boolean {
  return answer !== undefined && answer.status !== 403 && answer.status !== 404;
}

function innerRows(answer: GraphAnswer | undefined): Rows {
  if (answer && answer.status >= 200 && answer.status < 300) return parseItems(answer.body).map((item) => item.fields);
  if (!answer) throw new Failure('ServerFault', 'Graph left an answer out of the batch');
  throw asFailure(failureOf(answer), "Opening the closed circle's part");
}

const byVersion = (a: Publication, b: Publication): number => a.version - b.version;
