import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { createItem, itemsRequest, parseItems, updateItem } from '../graph/lists.ts';
import { postChannelMessage } from '../graph/teams.ts';
import { Failure, isFailure } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { Board, MeetingPointer, MinutesLine, Publication, PublicationTarget } from '../meeting/meeting.ts';
import { asFailure, translated } from './failure.ts';
import { statusToFields } from './meetingRow.ts';
import { minutesFromFields, minutesToFields } from './minutesRow.ts';
import { publicationFromFields, publicationRowId, publicationToFields } from './publicationRow.ts';
import { sameFields } from './merge.ts';
import { findRow, removeRow, upsertRow } from './upsert.ts';

/** Everything a publication sends, decided before the first byte leaves: sending it again sends the same. */
export interface PublicationOrder {
  readonly pointer: MeetingPointer;
  readonly board: Board;
  readonly version: number;
  /** ISO instant. */
  readonly at: string;
  /** What anybody who can read the board's site may read; never more of a closed item than its neutral words. */
  readonly outside: readonly MinutesLine[];
  /** The closed lines in full, for the closed circle's site. */
  readonly closed: readonly MinutesLine[];
  readonly digest: { readonly subject: string; readonly html: string };
}

/** The targets an order has, in the order they are sent: the channel comes last, when what it links to is there. */
export function targetsOf(order: Pick<PublicationOrder, 'closed'>): PublicationTarget[] {
  return order.closed.length > 0 ? ['closedLists', 'lists', 'channel'] : ['lists', 'channel'];
}

/**
 * Sends minutes to each target that has not confirmed them, and keeps the log. Rows have fixed ids and are written over
 * themselves; a channel message cannot be, nor read back without an administrator's consent, so its log line is claimed
 * before posting, and a claim without an answer is 'uncertain' until a person has looked.
 * @throws Failure only where the log itself cannot be kept
 */
export async function sendPublication(graph: Graph, order: PublicationOrder, onTarget: (publication: Publication) => void): Promise<Publication[]> {
  const log: Publication[] = [];
  for (const target of targetsOf(order)) {
    const blocked = target === 'channel' && log.some((line) => line.state !== 'done');
    const line = blocked
      ? { target, version: order.version, state: 'pending' as const, attempts: 0, error: null, reference: null, at: order.at }
      : target === 'channel'
        ? await sendToChannel(graph, order)
        : await sendToLists(graph, order, target);
    log.push(line);
    onTarget(line);
  }
  if (log.every((line) => line.state === 'done')) {
    await translated('Marking the meeting as published', () =>
      upsertRow(
        graph,
        { siteId: order.pointer.siteId, list: 'DagsordenMoeder' },
        { RowId: order.pointer.key, MinutesState: statusToFields({ agenda: 'sent', sentAt: null, minutes: 'published' })['MinutesState'] ?? null },
      ),
    );
  }
  return log;
}

async function sendToLists(graph: Graph, order: PublicationOrder, target: Exclude<PublicationTarget, 'channel'>): Promise<Publication> {
  const siteId: SiteId | null = target === 'lists' ? order.pointer.siteId : order.pointer.closedSiteId;
  const earlier = await readLine(graph, order, target);
  const base = { target, version: order.version, attempts: (earlier?.line.attempts ?? 0) + 1, reference: null, at: order.at };
  try {
    if (siteId === null) throw new Failure('ClosedRoomMissing', 'The board has no place for closed items');
    const lines = target === 'lists' ? order.outside : order.closed;
    const wrote = await replaceLines(graph, order, siteId, lines);
    // What was published in an earlier attempt, and is the same now, keeps its line in the log.
    if (!wrote && earlier?.line.state === 'done') return earlier.line;
    return await keepLine(graph, order, { ...base, state: 'done', error: null });
  } catch (error) {
    return keepLine(graph, order, { ...base, state: 'failed', error: wordFor(error) });
  }
}

/**
 * Makes this edition's rows say what the lines say. An attempt before this one may have written other lines: what has been closed
 * since must not stay in its row's version history, so that row is made anew.
 * @returns whether anything had to be written
 */
async function replaceLines(graph: Graph, order: PublicationOrder, siteId: SiteId, lines: readonly MinutesLine[]): Promise<boolean> {
  const place = { siteId, list: 'DagsordenReferat' } as const;
  const { key } = order.pointer;
  const stored = parseItems((await graph.request(itemsRequest(siteId, place.list, { field: 'MeetingKey', value: key, top: 500 }))).body)
    .map(({ fields }) => ({ rowId: String(fields['RowId']), row: minutesFromFields(fields) }))
    .filter(({ row }) => row.version === order.version);
  let wrote = false;
  for (const line of lines) {
    const position = (order.outside.findIndex((other) => other.itemId === line.itemId) + 1) * 1024;
    const fields = minutesToFields(key, { version: order.version, position, publishedAt: order.at, line });
    const before = stored.find(({ rowId }) => rowId === fields['RowId']);
    if (before && sameFields(minutesToFields(key, before.row), fields)) continue;
    if (before && before.row.line.openness === 'open' && line.openness === 'closed') await removeRow(graph, place, before.rowId);
    await upsertRow(graph, place, fields);
    wrote = true;
  }
  for (const { rowId, row } of stored) {
    if (lines.some((line) => line.itemId === row.line.itemId)) continue;
    await removeRow(graph, place, rowId);
    wrote = true;
  }
  return wrote;
}

async function sendToChannel(graph: Graph, order: PublicationOrder): Promise<Publication> {
  const earlier = await readLine(graph, order, 'channel');
  if (earlier?.line.state === 'done' || earlier?.line.state === 'uncertain') return earlier.line;
  // Claimed by an earlier attempt that never told how it went.
  if (earlier?.line.state === 'pending') return keepLine(graph, order, { ...earlier.line, state: 'uncertain' });
  const claim: Publication = {
    target: 'channel',
    version: order.version,
    state: 'pending',
    attempts: (earlier?.line.attempts ?? 0) + 1,
    error: null,
    reference: null,
    at: order.at,
  };
  const claimed = await claimLine(graph, order, claim, earlier);
  if (!claimed) return { ...claim, state: 'uncertain' };
  try {
    const message = await postChannelMessage(graph, order.board.teamId, order.board.channelId, order.digest);
    return await keepLine(graph, order, { ...claim, state: 'done', reference: message.webUrl ?? null });
  } catch (error) {
    // A line already marked done that could not be kept is caught here too: then the claim stands, which reads as uncertain next time.
    const unsure = (isGraphFailure(error) && error.uncertain) || isFailure(error);
    return keepLine(graph, order, { ...claim, state: unsure ? 'uncertain' : 'failed', error: wordFor(error) });
  }
}

interface LogLine {
  readonly id: string;
  readonly etag: string | null;
  readonly line: Publication;
}

const placeOf = (order: Pick<PublicationOrder, 'pointer'>) => ({ siteId: order.pointer.siteId, list: 'DagsordenUdgivelse' }) as const;

async function readLine(graph: Graph, order: PublicationOrder, target: PublicationTarget): Promise<LogLine | null> {
  return translated('Reading the publication log', async () => {
    const row = await findRow(graph, placeOf(order), publicationRowId(order.pointer.key, order.version, target));
    return row === null ? null : { id: row.id, etag: row.etag, line: publicationFromFields(row.fields) };
  });
}

async function keepLine(graph: Graph, order: PublicationOrder, line: Publication): Promise<Publication> {
  await translated('Keeping the publication log', () => upsertRow(graph, placeOf(order), publicationToFields(order.pointer.key, line)));
  return line;
}

/** Takes the right to post: only one pane can make the line, or change it from the state it was read in. */
async function claimLine(graph: Graph, order: PublicationOrder, line: Publication, earlier: LogLine | null): Promise<boolean> {
  const place = placeOf(order);
  const fields = publicationToFields(order.pointer.key, line);
  try {
    if (earlier === null)
      await createItem(graph, place.siteId, place.list, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)));
    else await updateItem(graph, place.siteId, place.list, earlier.id, fields, earlier.etag);
    return true;
  } catch (error) {
    // Someone else holds the claim; or our own claim was written and its answer lost: either way nothing is posted now.
    if (isGraphFailure(error, 'conflict') || isGraphFailure(error, 'invalid') || (isGraphFailure(error) && error.uncertain)) return false;
    throw asFailure(error, 'Claiming the channel message');
  }
}

/** A person has looked in the channel: the message is there, or it is not and may be sent again. */
export async function settleChannel(graph: Graph, pointer: MeetingPointer, line: Publication, arrived: boolean): Promise<Publication> {
  const settled: Publication = { ...line, state: arrived ? 'done' : 'failed', error: null };
  await translated('Keeping the publication log', () =>
    upsertRow(graph, { siteId: pointer.siteId, list: 'DagsordenUdgivelse' }, publicationToFields(pointer.key, settled)),
  );
  return settled;
}

function wordFor(error: unknown): string {
  const failure = asFailure(error, 'Publishing');
  return failure instanceof Error ? `${failure.name}: ${failure.message}`.slice(0, 500) : String(failure);
}
