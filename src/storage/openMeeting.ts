import type { Graph, GraphAnswer, GraphRequest } from '../graph/client.ts';
import { failureOf } from '../graph/failure.ts';
import { itemsRequest, parseItems, type Item } from '../graph/lists.ts';
import type { CircleClaim } from '../meeting/circle.ts';
import { borneOutApologies, borneOutLog, publishersOf, type Authored, type Publishers } from '../meeting/authorship.ts';
import { Failure } from '../meeting/errors.ts';
import type { EditionSource } from '../meeting/edition.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { AsideRow, ClosedRows, Edition, MeetingFile, MeetingPointer, Publication } from '../meeting/meeting.ts';
import { apologyFromFields } from './apologyRow.ts';
import { BOARD_ROW_ID, boardFromFields } from './boardRow.ts';
import { claimOf } from './circleClaim.ts';
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

/** So many lists of the board's own site are asked first. */
const OPEN_LISTS = 6;

/**
 * What is known of this person and the closed circle before a meeting is opened. `inside`: it is asked in the same batch as everything else;
 * `unknown`: one list of it is asked, and the others when that one has answered; `outside`: it was closed to this person a while ago, and is not asked again.
 */
export type CircleAccess = 'inside' | 'unknown' | 'outside';

/**
 * Opens a meeting in one $batch: every list is addressed by name and filtered on an indexed column, so nothing needs to be
 * discovered first. The closed circle's lists are asked in the same batch; Graph's own 403 or 404 tells that this
 * person is outside. A pointer from before there was a circle is completed by the board's row, which costs a second batch.
 * Whether the place that pointer and row name is the circle's is not told here (commands/circle).
 * @throws Failure NotFound (no such meeting here; `circle: 'outside'` in its detail where the closed place was asked and is not for me), NotAllowed, SiteNotPrepared, Unreadable, and the passing ones
 */
export async function openMeeting(
  graph: Graph,
  given: MeetingPointer,
  { access, me }: { readonly access: CircleAccess; readonly me: string | null } = { access: 'inside', me: null },
): Promise<OpenedMeeting> {
  const byKey = (site: SiteId, list: ListName): GraphRequest => itemsRequest(site, list, { field: 'MeetingKey', value: given.key, top: TOP });
  const inner = access === 'outside' ? null : given.closedSiteId;
  const asked = [
    itemsRequest(given.siteId, 'DagsordenMoedeforum', { field: 'RowId', value: BOARD_ROW_ID, top: 2 }),
    byKey(given.siteId, 'DagsordenMoeder'),
    byKey(given.siteId, 'DagsordenPunkter'),
    byKey(given.siteId, 'DagsordenAfbud'),
    byKey(given.siteId, 'DagsordenReferat'),
    byKey(given.siteId, 'DagsordenUdgivelse'),
    // Where there is a circle the drafts are there alone.
    ...(inner !== null ? closedRequests(access, inner, byKey) : given.closedSiteId === null ? [byKey(given.siteId, 'DagsordenBehandling')] : []),
  ];
  const answers = await sendAll(graph, asked);
  // All of them are looked at first: a list that lacks a column is told, whatever the others say.
  const [board = [], meeting = [], items = [], apologies = [], minutes = [], publications = []] = asked
    .slice(0, OPEN_LISTS)
    .map((request, index) => openItems(answers[index], request));
  const others = answers.slice(OPEN_LISTS);
  const [meetingItem] = meeting;
  const row = meetingItem?.fields;
  if (!row || !meetingItem) {
    const outside = inner !== null && access === 'unknown' && others[0]?.status === 403;
    throw new Failure('NotFound', 'The site holds no such meeting', { detail: { meetingKey: given.key, ...(outside && { circle: 'outside' }) } });
  }
  const head = meetingFromFields(row);
  const [boardRow] = board;
  if (!boardRow) throw new Failure('SiteNotPrepared', 'The site has no board row');
  const found = boardFromFields(given.siteId, boardRow.fields);
  const pointer: MeetingPointer = { ...given, closedSiteId: given.closedSiteId ?? found.closedSiteId };
  const circle =
    pointer.closedSiteId === null || access === 'outside'
      ? null
      : await circleRows(graph, byKey, { site: pointer.closedSiteId, access, answered: inner === null ? [] : others });
  const publishers = publishersOf(meetingItem.createdBy.id, boardRow.createdBy.id, me);
  const log = borneOutLog(publications.map(authored(publicationFromFields)), publishers);
  const sent = borneOutApologies(apologies.map(authored(apologyFromFields)), publishers);
  const source: EditionSource = {
    occasion: head.occasion ?? { iCalUId: head.iCalUId, start: head.start, end: head.end },
    board: found,
    agenda: {
      ...head.head,
      items: joinItems(
        items.map(({ fields }) => fields),
        (circle?.items ?? []).map(({ fields }) => fields),
      ),
    },
    treatments: (pointer.closedSiteId === null ? open(others[0], asked[OPEN_LISTS]) : (circle?.treatments ?? [])).map(treatmentFromFields),
    apologies: sent.values,
  };
  const edition = await published(minutes, circle?.minutes ?? null, source, publishers);
  const closedRows = circle === null ? {} : seenClosed(items, circle.items);
  const aside = [...sent.aside, ...edition.aside, ...log.aside];
  const file: MeetingFile = {
    pointer,
    ...source,
    status: head.status,
    minutes: edition.minutes,
    publications: [...log.values].sort(byVersion),
    closedAccess: pointer.closedSiteId === null ? 'noClosedRoom' : circle === null ? 'no' : 'yes',
    ...(Object.keys(closedRows).length > 0 && { closedRows }),
    ...(aside.length === 0 ? {} : { aside }),
  };
  return { file, claim: circle?.claim ? claimOf(circle.claim, me, boardRow.createdBy.id) : null, publishers };
}

/** `claim`: what the closed place itself says of whose it is; null where it says nothing, or was not asked. */
export interface OpenedMeeting {
  readonly file: MeetingFile;
  readonly claim: CircleClaim | null;
  /** Those whose lines of the publication log count. */
  readonly publishers: Publishers;
}

interface CircleRows {
  readonly claim: readonly Item[] | null;
  readonly treatments: Rows;
  readonly items: readonly Item[];
  readonly minutes: Rows;
}

type ByKey = (site: SiteId, list: ListName) => GraphRequest;

/** What is asked of the closed place in the first batch: everything, or whose it is, which tells as well whether it is for this person. */
function closedRequests(access: CircleAccess, site: SiteId, byKey: ByKey): GraphRequest[] {
  if (access === 'unknown') return [itemsRequest(site, 'DagsordenKreds', { top: TOP })];
  return (['DagsordenBehandling', 'DagsordenPunkter', 'DagsordenReferat'] as const).map((list) => byKey(site, list));
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
  const [claim] = answered.length > 0 ? answered : await sendAll(graph, closedRequests('unknown', site, byKey));
  if (claim?.status === 403) return null;
  // Without the list, the place is one of before it, or none at all.
  const rows = claim?.status === 404 ? [] : innerItems(claim);
  return insideRows(rows, await sendAll(graph, rest));
}

function insideRows(claim: readonly Item[] | null, [treatments, items, minutes]: readonly (GraphAnswer | undefined)[]): CircleRows | null {
  if (!isInside(treatments)) return null;
  return { claim, treatments: innerRows(treatments), items: innerItems(items), minutes: innerRows(minutes) };
}

/** The rows in which items stand closed: what opening one of them is decided on. */
function seenClosed(items: readonly Item[], closedItems: readonly Item[]): ClosedRows {
  const inner = new Map(closedItems.map(({ fields, etag }) => [fields['RowId'], etag]));
  const closed = items.filter(({ fields }) => itemFromFields(fields).item.openness === 'closed');
  return Object.fromEntries(closed.map(({ id, fields }) => [String(fields['RowId']), { open: id, closed: inner.get(fields['RowId']) ?? null }]));
}

/** What has been published; the first agenda of a meeting that has yet to be held does without the reading of it. */
async function published(
  rows: readonly Item[],
  inner: Rows | null,
  source: EditionSource,
  publishers: Publishers,
): Promise<{ readonly minutes: Edition | null; readonly aside: readonly AsideRow[] }> {
  if (rows.length === 0) return { minutes: null, aside: [] };
  const { borneOutMinutes, readEdition } = await fetched(import(/* webpackChunkName: "edition" */ './readEdition.ts'));
  const { values, aside } = borneOutMinutes(rows.map(authored((fields) => fields)), (fields) => Number(fields['Edition'] ?? 1), publishers);
  return { minutes: readEdition(values, inner, source), aside };
}

/** What a row says, beside who wrote it. */
const authored =
  <Value>(read: (fields: Record<string, unknown>) => Value) =>
  ({ fields, createdBy, lastModifiedBy }: Item): Authored<Value> => ({ value: read(fields), createdBy, lastModifiedBy });

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

const open = (answer: GraphAnswer | undefined, request: GraphRequest | undefined): Rows => openItems(answer, request).map(({ fields }) => fields);

/** 403 and 404 are how SharePoint tells that the closed circle's site is not for this person. */
function isInside(answer: GraphAnswer | undefined): boolean {
  return answer !== undefined && answer.status !== 403 && answer.status !== 404;
}

const innerRows = (answer: GraphAnswer | undefined): Rows => innerItems(answer).map(({ fields }) => fields);

function innerItems(answer: GraphAnswer | undefined): Item[] {
  if (answer && answer.status >= 200 && answer.status < 300) return parseItems(answer.body);
  if (!answer) throw new Failure('ServerFault', 'Graph left an answer out of the batch');
  throw asFailure(failureOf(answer), "Opening the closed circle's part");
}

const byVersion = (a: Publication, b: Publication): number => a.version - b.version;
