import type { Graph, GraphAnswer, GraphRequest } from '../graph/client.ts';
import { failureOf, isGraphFailure, type GraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItems } from '../graph/lists.ts';
import { createItemRequest, deleteItemRequest, updateItemRequest } from '../graph/rowWriting.ts';
import { isClosed, type AgendaItem } from '../meeting/agenda.ts';
import { Conflict, Failure } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { CHOICES } from './choices.ts';
import { planPatch, type DecidedOn, type RowOperation, type StoredRow, type StoredRows } from './patch.ts';
import type { Patch } from './rowOperation.ts';
import { requireCurrent } from './currentShape.ts';
import { readableRows } from './readRows.ts';
import { closeAnew, closeStrays, mayLeaveStrays } from './strays.ts';
import { checkColumnLengths, findRow, refuseOutdated, upsertRow, withoutNulls } from './upsert.ts';

const list = 'DagsordenPunkter';
/** How often the rest is planned anew when others write the same rows, or an answer is lost. */
const TRIES = 4;
/** Graph takes twenty in a batch; the size of one is kept well below what its front door lets in (4 MB by reports). */
const MOST_OPERATIONS = 20;
const MOST_CHARACTERS = 1_000_000;

/** What is written: from the agenda as this person saw it to the one they want. */
export interface AgendaChanges extends DecidedOn {
  readonly before: readonly AgendaItem[];
  readonly after: readonly AgendaItem[];
}

/**
 * Turns the stored rows of a meeting's agenda into `after` (see planPatch): one round trip to read what is stored, one for each twenty rows
 * that differ. Whatever stops it on the way, a clash with another's write, a lost answer, the rest is planned anew from what is stored then.
 * @throws Conflict; Failure ClosedRoomMissing before anything is written, where something is closed and the board has no closed circle
 */
export async function sendPatch(
  graph: Graph,
  pointer: MeetingPointer,
  { before, after, ...decidedOn }: AgendaChanges,
  onRow: (done: number, of: number) => void = () => undefined,
): Promise<void> {
  // Planned again, some of it is written already: what others change just then is merged rather than left half overtaken.
  const planOn = (rows: StoredRows, attempt: number) =>
    planPatch(pointer.key, rows, before, after, { ...decidedOn, whole: decidedOn.whole === true && attempt === 1 });
  const sent = await planAndSend(graph, pointer, planOn, onRow);
  const closed = after.filter((item) => isClosed(after, item) && before.some((old) => old.id === item.id && !isClosed(before, old)));
  const again = closed.filter(({ id }) => !sent.some(({ kind, side, rowId }) => kind === 'create' && side === 'open' && rowId === id));
  if (again.length > 0) await planAndSend(graph, pointer, (rows) => closeAnew(pointer.key, rows, again));
  // What is put under an item while that item is being closed, or closed while something is put there, is closed as well.
  for (let round = 1; round <= TRIES && sent.some(mayLeaveStrays); round += 1) {
    const closed = await planAndSend(graph, pointer, (rows) => closeStrays(pointer.key, rows, sent));
    if (closed.length === 0) return;
    if (closed.some(({ kind, side }) => kind === 'create' && side === 'open')) continue;
    throw new Conflict([{ field: 'Access', mine: CHOICES.access.open, theirs: CHOICES.access.closed }]);
  }
}

/**
 * Reads the rows, plans on just these, and sends; planned and sent again as long as others come in between.
 * @returns all operations that were tried
 */
async function planAndSend(
  graph: Graph,
  pointer: MeetingPointer,
  planOn: (rows: StoredRows, attempt: number) => Patch,
  onRow: (done: number, of: number) => void = () => undefined,
): Promise<readonly RowOperation[]> {
  const tried: RowOperation[] = [];
  for (let attempt = 1, done = 0; ; attempt += 1) {
    const { rows, closedFailure } = await readRows(graph, pointer);
    const { operations, needsClosed } = planOn(rows, attempt);
    if (needsClosed && pointer.closedSiteId === null) throw closedRoomMissing();
    if (needsClosed && closedFailure) throw closedFailure;
    for (const operation of operations) if (operation.kind !== 'delete') checkColumnLengths(list, operation.fields);
    tried.push(...operations);
    const of = done + operations.length;
    const stopped = await sendOperations(graph, pointer, operations, (sent) => onRow(done + sent, of));
    if (stopped === null) return tried;
    done = of - stopped.left;
    const refused = await refusedBy(graph, pointer, stopped);
    if (refused === 'otherMeeting') {
      attempt -= 1;
      continue;
    }
    if (attempt >= TRIES || !(refused === 'others' || worthPlanningAgain(stopped.error))) throw stopped.error;
    await new Promise((resolve) => setTimeout(resolve, 150 * attempt));
  }
}

/**
 * Whose row stands in the way of a new one: others have just made it, or its RowId stands in another meeting, where an agenda was attached to the
 * wrong one first; then that row is made this meeting's.
 */
async function refusedBy(graph: Graph, pointer: MeetingPointer, { error, operation }: Stopped): Promise<'others' | 'otherMeeting' | null> {
  if (error.kind !== 'invalid') return null;
  await refuseOutdated(graph, { siteId: siteOf(pointer, operation), list });
  if (operation.kind !== 'create') return null;
  const place = { siteId: siteOf(pointer, operation), list } as const;
  const found = await findRow(graph, place, operation.rowId);
  if (found === null) return null;
  if (found.fields['MeetingKey'] === pointer.key) return 'others';
  await upsertRow(graph, place, operation.fields);
  return 'otherMeeting';
}

/** Closed content has nowhere to go: it is never put where others can read it. */
export function closedRoomMissing(): Failure {
  return new Failure('ClosedRoomMissing', 'The board has no place for closed items');
}

/** The rows of both sides in one batch. Who is outside the closed circle is told so by Graph, and may still change what is open. */
async function readRows(graph: Graph, pointer: MeetingPointer): Promise<{ rows: StoredRows; closedFailure: GraphFailure | null }> {
  const asked = [pointer.siteId, ...(pointer.closedSiteId === null ? [] : [pointer.closedSiteId])].map((site) =>
    itemsRequest(site, list, { field: 'MeetingKey', value: pointer.key, top: 500 }),
  );
  const [open, closed] = await graph.batch(asked);
  if (!open || !isDone(open)) throw failureOf(open ?? { status: 500, headers: {}, body: null }, asked[0]);
  const outside = closed !== undefined && (closed.status === 403 || closed.status === 404);
  if (closed && !isDone(closed) && !outside) throw failureOf(closed, asked[1]);
  return {
    rows: { open: storedRows(open), closed: closed === undefined || outside ? null : storedRows(closed), outside },
    closedFailure: outside ? failureOf(closed, asked[1]) : null,
  };
}

/** Rows of an earlier shape are not written over: half of them would be left behind. What cannot be read is not ours to write or take away. */
function storedRows(answer: GraphAnswer): StoredRow[] {
  const rows = readableRows(list, parseItems(answer.body));
  for (const row of rows) requireCurrent(list, row.fields);
  return rows;
}

interface Stopped {
  readonly error: GraphFailure;
  readonly operation: RowOperation;
  readonly left: number;
}

/** @returns null when all is done, else what stopped it, at which operation (the first of a batch that got no answer), and how many are left */
async function sendOperations(
  graph: Graph,
  pointer: MeetingPointer,
  operations: readonly RowOperation[],
  onSent: (sent: number) => void,
): Promise<Stopped | null> {
  let sent = 0;
  for (const part of inParts(operations)) {
    const requests = part.map((operation) => requestOf(pointer, operation));
    try {
      const answers = await graph.batch(requests, { untilFailure: true });
      const stopped = answers.findIndex((answer) => !isDone(answer));
      const [failed, operation] = [answers[stopped], part[stopped]];
      if (failed && operation) return { error: failureOf(failed, requests[stopped]), operation, left: operations.length - sent - stopped };
    } catch (error) {
      const [operation] = part;
      if (!isGraphFailure(error) || !operation) throw error;
      return { error, operation, left: operations.length - sent };
    }
    sent += part.length;
    onSent(sent);
  }
  return null;
}

function requestOf(pointer: MeetingPointer, operation: RowOperation): GraphRequest {
  const site = siteOf(pointer, operation);
  if (operation.kind === 'create') return createItemRequest(site, list, withoutNulls(operation.fields));
  const { id, etag } = operation.row;
  return operation.kind === 'update' ? updateItemRequest(site, list, id, operation.fields, etag) : deleteItemRequest(site, list, id, etag);
}

function siteOf(pointer: MeetingPointer, { side }: RowOperation): SiteId {
  if (side === 'open') return pointer.siteId;
  if (pointer.closedSiteId === null) throw closedRoomMissing();
  return pointer.closedSiteId;
}

function inParts(operations: readonly RowOperation[]): RowOperation[][] {
  const parts: RowOperation[][] = [];
  let room = 0;
  for (const operation of operations) {
    const size = JSON.stringify('fields' in operation ? operation.fields : {}).length;
    const last = parts.at(-1);
    if (last && last.length < MOST_OPERATIONS && size <= room) {
      last.push(operation);
      room -= size;
    } else {
      parts.push([operation]);
      room = MOST_CHARACTERS - size;
    }
  }
  return parts;
}

const isDone = (answer: GraphAnswer): boolean => answer.status >= 200 && answer.status < 300;

/**
 * Another's write in between (412, 409, and "Save Conflict", which may come although the write took effect: sp#1905, pnp#2646), a row that is gone,
 * an answer that was lost: what is stored tells how to go on.
 */
function worthPlanningAgain(error: GraphFailure): boolean {
  return error.kind === 'conflict' || error.kind === 'notFound' || error.uncertain;
}
