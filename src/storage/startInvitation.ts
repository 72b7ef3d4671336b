import type { Graph, GraphAnswer } from '../graph/client.ts';
import { eventAddress } from '../graph/eventAddress.ts';
import { eventRequest, parseEventOf } from '../graph/events.ts';
import { failureOf } from '../graph/failure.ts';
import { itemRequest, itemsRequest, parseItem, parseItems } from '../graph/lists.ts';
import { updateItemRequest } from '../graph/rowWriting.ts';
import type { ItemId } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { badColumns } from './badColumns.ts';
import { invitationBody } from './calendar.ts';
import { checkLengths } from './checkLengths.ts';
import { requireCurrent } from './currentShape.ts';
import { translated } from './failure.ts';
import { claimToFields } from './invitationClaims.ts';
import { meetingFromFields } from './meetingRow.ts';
import { supplementToFields } from './meetingFields.ts';
import type { Fields } from './row.ts';
import type { SeenRow } from './openMeeting.ts';
import { changeRow, findRow, isOthersWrite, type StoredFields } from './upsert.ts';

const list = 'DagsordenMoeder';

/** What is said in the meeting's own row before an invitation leaves. */
export interface Start {
  /** Of this invitation (invitationClaims.ts). */
  readonly claim: string;
  /** Items that come in a supplementary agenda with it. */
  readonly supplement: readonly ItemId[];
}

export interface Started {
  /** The invitation as it stands now. */
  readonly body: { readonly html: string; readonly joinUrl: string | null };
  /** The row as it stands with the claim in it; null where the meeting's row is gone. */
  readonly row: SeenRow | null;
}

/**
 * Claims an invitation in the meeting's own row and reads, in the same request and after the claim, what stands in the event.
 * @param seen the row as it was read, which saves reading it; where somebody has written it since, it is read and decided anew
 * @throws named failures; the claim may stand then
 */
export async function startInvitation(
  graph: Graph,
  pointer: MeetingPointer,
  eventId: string,
  start: Start,
  seen: SeenRow | null = null,
): Promise<Started> {
  const place = { siteId: pointer.siteId, list } as const;
  return translated('Claiming the invitation', async () => {
    const row = seen ?? (await findRow(graph, place, pointer.key));
    if (row === null) return { body: await invitationBody(graph, eventId), row: null };
    requireCurrent(list, row.fields);
    const write = besides(row.fields, startToFields(row.fields, start));
    if (Object.keys(write).length === 0) return claimAnew(graph, pointer, eventId, start);
    const [claimed, stored, event] = await graph.batch(
      [updateItemRequest(place.siteId, list, row.id, write, row.etag), itemRequest(place.siteId, list, row.id), eventRequest(eventId)],
      { untilFailure: true },
    );
    if (!isDone(claimed)) {
      const failure = failureOf(claimed ?? nothing);
      // Others have written it, or the list lacks a column, which is told when it is written by itself.
      if (!isOthersWrite(failure) && failure.kind !== 'invalid') throw failure;
      return claimAnew(graph, pointer, eventId, start);
    }
    return { body: await bodyOf(graph, eventId, event), row: isDone(stored) ? parseItem(stored.body) : null };
  });
}

/** Somebody has written the row meanwhile, which is read first then. */
async function claimAnew(graph: Graph, { siteId, key }: MeetingPointer, eventId: string, start: Start): Promise<Started> {
  await changeRow(graph, { siteId, list }, key, (stored) => (stored === null ? null : startToFields(stored, start)));
  const [found, event] = await graph.batch([itemsRequest(siteId, list, { field: 'RowId', value: key, top: 2 }), eventRequest(eventId)]);
  return { body: await bodyOf(graph, eventId, event), row: isDone(found) ? (parseItems(found.body)[0] ?? null) : null };
}

const startToFields = (stored: StoredFields, { claim, supplement }: Start): Fields => ({
  ...claimToFields(stored, claim),
  ...(supplement.length > 0 && supplementToFields(meetingFromFields(stored).status, supplement)),
});

/** Columns in which somebody wrote what we cannot read are left as they are. */
function besides(stored: StoredFields, write: Fields): Fields {
  const bad = badColumns(list, stored);
  const fields = Object.fromEntries(Object.entries(write).filter(([name]) => !bad.has(name)));
  checkLengths(fields, new Set(['Title']));
  return fields;
}

/** An event that the batch did not give is asked for by itself: some mailboxes want its id in another form (graph/events.ts). */
async function bodyOf(graph: Graph, eventId: string, answer: GraphAnswer | undefined): Promise<Started['body']> {
  if (!isDone(answer)) return invitationBody(graph, eventId);
  const event = parseEventOf(eventAddress(eventId).mailbox, answer.body);
  return { html: event.body?.content ?? '', joinUrl: event.onlineMeeting?.joinUrl ?? null };
}

const isDone = (answer: GraphAnswer | undefined): answer is GraphAnswer => answer !== undefined && answer.status >= 200 && answer.status < 300;

const nothing: GraphAnswer = { status: 500, headers: {}, body: null };
