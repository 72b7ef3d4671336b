import type { Graph, GraphAnswer, GraphRequest } from '../graph/client.ts';
import { failureOf } from '../graph/failure.ts';
import { itemsRequest, parseItem, type Item, type RowQuery } from '../graph/lists.ts';
import { restOfPages } from '../graph/paging.ts';
import { makerOf, publishersOf } from '../meeting/authorship.ts';
import { standingOf } from '../meeting/calendarFacts.ts';
import type { MinutedMeeting } from '../meeting/decisionLog.ts';
import { Failure, isFailure } from '../meeting/errors.ts';
import type { ItemId, SiteId } from '../meeting/ids.ts';
import type { Board } from '../meeting/meeting.ts';
import type { UnreadRow } from '../meeting/unreadRow.ts';
import { BOARD_ROW_ID } from './boardRow.ts';
import { asFailure, translated } from './failure.ts';
import { itemFromFields } from './itemRow.ts';
import type { LeftOut } from './leftOut.ts';
import type { ListName } from './lists.ts';
import { meetingFromFields, type MeetingRow } from './meetingRow.ts';
import { borneOutMinutes, readEdition } from './readEdition.ts';
import { readRows, titledRows } from './readRows.ts';

/** A board whose meetings are looked through. `closedSiteId` is the circle's place as it is borne out; null where it is not to be asked. */
export type LogPlace = Pick<Board, 'siteId' | 'closedSiteId' | 'name' | 'teamId' | 'channelId' | 'channelName'>;

/** A meeting that may have minutes, with whoever's edition counts as theirs. */
export interface LogMeeting {
  readonly place: LogPlace;
  readonly row: MeetingRow;
  /** Entra ids of who attached the agenda and who made the board ready. */
  readonly makers: readonly (string | null)[];
}

export interface LogMeetings {
  /** Newest first. */
  readonly meetings: readonly LogMeeting[];
  /** Boards that could not be read, and why. */
  readonly lacking: readonly { readonly place: LogPlace; readonly error: Failure }[];
  readonly unread: readonly UnreadRow[];
}

export interface LogMinutes {
  readonly minuted: readonly MinutedMeeting[];
  /** The closed sites that Graph refused to this person. */
  readonly outside: readonly SiteId[];
  readonly unread: readonly UnreadRow[];
}

/** Reads what was decided, by indexed columns alone: meetings by when they begin, their minutes by the meeting's key. */
export interface DecisionReader {
  /**
   * The boards' meetings that begin from one instant (null: from ever) to before another, in one $batch.
   * @throws Failure where no board can be read
   */
  meetings(places: readonly LogPlace[], from: Date | null, before: Date): Promise<LogMeetings>;
  /**
   * The newest editions of some meetings, in one $batch where they are {@link meetingsABatch} at most; those that have none are left out.
   * @param withPresenters asks who presented the items as well
   */
  minutes(meetings: readonly LogMeeting[], withPresenters: boolean, me: string | null): Promise<LogMinutes>;
}

/** Graph takes twenty requests in a batch, and a meeting has an open and a closed list of minutes, with presenters twice as many. */
export const meetingsABatch = (withPresenters: boolean): number => (withPresenters ? 5 : 10);

const TOP = 500;

export const decisionReader = (graph: Graph): DecisionReader => ({
  meetings: (places, from, before) => translated('Reading the meetings', () => meetingsBetween(graph, places, from, before)),
  minutes: (meetings, withPresenters, me) => translated('Reading the minutes', () => minutesOf(graph, meetings, withPresenters, me)),
});

async function meetingsBetween(graph: Graph, places: readonly LogPlace[], from: Date | null, before: Date): Promise<LogMeetings> {
  const window: RowQuery = { field: 'StartsAt', ...(from !== null && { from: wire(from) }), before: wire(before), top: 200 };
  const asked = places.flatMap(({ siteId }) => [
    itemsRequest(siteId, 'DagsordenMoedeforum', { field: 'RowId', value: BOARD_ROW_ID, top: 2 }),
    itemsRequest(siteId, 'DagsordenMoeder', window),
  ]);
  const answers = await batched(graph, asked);
  const leftOut: LeftOut[] = [];
  const lacking: { place: LogPlace; error: Failure }[] = [];
  const read = await Promise.all(
    places.map(async (place, index): Promise<LogMeeting[]> => {
      try {
        const [boardRow] = await rowsIn(graph, asked[2 * index], answers[2 * index]);
        const stored = await rowsIn(graph, asked[2 * index + 1], answers[2 * index + 1]);
        const preparer = makerOf(boardRow, stored).id;
        return stored.flatMap((item) =>
          readRows('DagsordenMoeder', [item], meetingFromFields, leftOut).map((row) => ({ place, row, makers: [item.createdBy.id, preparer] })),
        );
      } catch (error) {
        const failure = asFailure(error, 'Reading the meetings');
        if (!isFailure(failure)) throw failure;
        lacking.push({ place, error: failure });
        return [];
      }
    }),
  );
  const [first] = lacking;
  if (first && lacking.length === places.length) throw first.error;
  const meetings = read
    .flat()
    .filter(({ row }) => !row.occasion || standingOf(row.occasion) !== 'cancelled')
    // What was taken back is no decision any more, whatever rows are still there.
    .filter(({ row }) => row.status.minutes !== 'withdrawn')
    .sort((a, b) => b.row.start.localeCompare(a.row.start) || a.row.key.localeCompare(b.row.key));
  return { meetings, lacking, unread: await titledRows(leftOut) };
}

async function minutesOf(graph: Graph, meetings: readonly LogMeeting[], withPresenters: boolean, me: string | null): Promise<LogMinutes> {
  const lists: readonly ListName[] = withPresenters ? ['DagsordenReferat', 'DagsordenPunkter'] : ['DagsordenReferat'];
  const wanted = meetings.map(({ place, row }) => {
    const of = (site: SiteId) => lists.map((list) => itemsRequest(site, list, { field: 'MeetingKey', value: row.key, top: TOP }));
    return { open: of(place.siteId), closed: place.closedSiteId === null ? [] : of(place.closedSiteId) };
  });
  const asked = wanted.flatMap(({ open, closed }) => [...open, ...closed]);
  const answers = await batched(graph, asked);
  const answerTo = new Map(asked.map((request, index) => [request, answers[index]]));
  const leftOut: LeftOut[] = [];
  const outside = new Set<SiteId>();
  const minuted: MinutedMeeting[] = [];
  for (const [index, meeting] of meetings.entries()) {
    const { open = [], closed = [] } = wanted[index] ?? {};
    const rows = await Promise.all(open.map((request) => rowsIn(graph, request, answerTo.get(request))));
    const inner = await closedRowsIn(graph, closed, answerTo);
    const { closedSiteId } = meeting.place;
    if (inner === 'outside' && closedSiteId !== null) outside.add(closedSiteId);
    const read = minutedMeeting(meeting, { open: rows, closed: inner === 'outside' ? null : inner }, me, leftOut);
    if (read !== null) minuted.push(read);
  }
  return { minuted, outside: [...outside], unread: await titledRows(leftOut) };
}

function minutedMeeting(
  { place, row, makers }: LogMeeting,
  { open: [minutes = [], items = []], closed }: { readonly open: readonly Item[][]; readonly closed: readonly Item[][] | null },
  me: string | null,
  leftOut: LeftOut[],
): MinutedMeeting | null {
  const written = minutes.map((value) => ({ value, createdBy: value.createdBy, lastModifiedBy: value.lastModifiedBy }));
  const { values } = borneOutMinutes(written, ({ fields }) => Number(fields['Edition'] ?? 1), publishersOf(...makers, me));
  const source = {
    agenda: { ...row.head, items: [] },
    treatments: [],
    apologies: [],
    board: { ...place },
    occasion: row.occasion ?? { iCalUId: row.iCalUId, start: row.start, end: row.end },
  };
  const edition = readEdition([...values], closed?.[0] ?? null, source, leftOut);
  if (edition === null) return null;
  // What stands in the circle's list goes before the open row of the same item, which holds no more than its place.
  const presenters = new Map<ItemId, readonly string[]>(
    readRows('DagsordenPunkter', [...items, ...(closed?.[1] ?? [])], itemFromFields, leftOut).map(({ item }) => [item.id, item.presenters]),
  );
  const pointer = { siteId: place.siteId, closedSiteId: place.closedSiteId, key: row.key };
  return { pointer, body: place.name, start: row.start, edition, presenters };
}

const wire = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

const batched = (graph: Graph, asked: readonly GraphRequest[]): Promise<GraphAnswer[]> =>
  asked.length === 0 ? Promise.resolve([]) : graph.batch(asked);

/** All rows of an answer, further pages too. @throws GraphFailure */
async function rowsIn(graph: Graph, request: GraphRequest | undefined, answer: GraphAnswer | undefined): Promise<Item[]> {
  if (!request || !answer) throw new Failure('ServerFault', 'Graph left an answer out of the batch');
  if (answer.status >= 300) throw failureOf(answer, request);
  return (await restOfPages(graph, request, answer.body)).map(parseItem);
}

/** The circle's rows; 'outside' where they are not for this person, or there is no such place to this person. */
async function closedRowsIn(
  graph: Graph,
  asked: readonly GraphRequest[],
  answerTo: ReadonlyMap<GraphRequest, GraphAnswer | undefined>,
): Promise<Item[][] | 'outside'> {
  const refused = asked.some((request) => [403, 404].includes(answerTo.get(request)?.status ?? 0));
  if (refused || asked.length === 0) return 'outside';
  return Promise.all(asked.map((request) => rowsIn(graph, request, answerTo.get(request))));
}
