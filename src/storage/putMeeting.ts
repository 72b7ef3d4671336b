import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { createItem, deleteItem } from '../graph/rowWriting.ts';
import type { ItemId } from '../meeting/ids.ts';
import type { MeetingPointer, MeetingStatus } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import { withoutClaims } from './invitationClaims.ts';
import { meetingFromFields, type MeetingRow } from './meetingRow.ts';
import type { SeenRow } from './openMeeting.ts';
import {
  headToFields,
  meetingToFields,
  occasionToFields,
  publishedToFields,
  withdrawnToFields,
  sentToFields,
  supplementToFields,
} from './meetingFields.ts';
import { mergeFields, textColumnsOf } from './merge.ts';
import type { Fields } from './row.ts';
import { changeRow, checkColumnLengths, findRow, withoutNulls, type StoredFields } from './upsert.ts';

const placeOf = ({ siteId }: MeetingPointer) => ({ siteId, list: 'DagsordenMoeder' }) as const;

/**
 * Writes the meeting's own row: all of it where there is none. Of a row that stands, how far the meeting has come is left as it is, since
 * others bring it on (markSent, markPublished).
 * @param seen the head as it was when this one was made from it; null writes all of it
 * @param isFirst a moment ago there was no row: it is made without being looked for again, since the unique column refuses a second one
 * @returns the row where it was made just now, with the ETag that a write of it goes with; else null
 * @throws Conflict where others have changed the same part of the head
 */
export async function putMeeting(
  graph: Graph,
  pointer: MeetingPointer,
  row: MeetingRow,
  seen: MeetingRow['head'] | null = null,
  isFirst = false,
): Promise<SeenRow | null> {
  const texts = textColumnsOf('DagsordenMoeder');
  return translated('Writing the meeting', async () => {
    const made = isFirst ? await firstRow(graph, pointer, meetingToFields(row)) : null;
    if (made !== null) return made;
    await changeRow(graph, placeOf(pointer), pointer.key, (stored) =>
      stored === null
        ? meetingToFields(row)
        : {
            ...mergeFields(null, occasionToFields(row.occasion ?? row), stored),
            ...mergeFields(seen && headToFields(seen), headToFields(row.head), stored, texts),
          },
    );
    return null;
  });
}

/** Makes the row; null where the list would not take it, because others have made it, or for what is told when it is written in the ordinary way. */
async function firstRow(graph: Graph, pointer: MeetingPointer, fields: Fields): Promise<SeenRow | null> {
  const { siteId, list } = placeOf(pointer);
  checkColumnLengths(list, fields);
  try {
    return { ...(await createItem(graph, siteId, list, withoutNulls(fields))), fields };
  } catch (error) {
    if (isGraphFailure(error, 'invalid') || isGraphFailure(error, 'conflict')) return null;
    throw error;
  }
}

/**
 * Says in the meeting's own row that the invitation holds the agenda since `at` (ISO instant), and nothing else.
 * @param revises was there an agenda before that this one is in place of?
 * @param claim of an invitation that was on its way until now (invitationClaims.ts)
 * @param seen the row as it was read, which saves reading it again where nobody has written it since
 */
export const markSent = (graph: Graph, pointer: MeetingPointer, at: string, revises: boolean, { claim, seen = null }: SentWith = {}): Promise<void> =>
  bringOn(
    graph,
    pointer,
    (now, stored) => ({ ...sentToFields(now, at, revises), ...withoutClaims(stored, claim === undefined ? [] : [claim]) }),
    seen,
  );

/** What is known when an invitation has left. */
export interface SentWith {
  readonly claim?: string;
  readonly seen?: SeenRow | null;
}

/** Says in the meeting's own row which items came in a supplementary agenda; those that stand there stay. */
export const keepSupplement = (graph: Graph, pointer: MeetingPointer, ids: readonly ItemId[]): Promise<void> =>
  bringOn(graph, pointer, (now) => supplementToFields(now, ids));

/** Says in the meeting's own row that its minutes are published, and nothing else. */
export const markPublished = (graph: Graph, pointer: MeetingPointer): Promise<void> => bringOn(graph, pointer, publishedToFields);

/** Says in the meeting's own row that its minutes were taken back, and nothing else. */
export const markWithdrawn = (graph: Graph, pointer: MeetingPointer): Promise<void> => bringOn(graph, pointer, withdrawnToFields);

/** Changes how far a meeting has come, from what is stored and not from what somebody saw; a meeting that is gone is not made anew. */
async function bringOn(
  graph: Graph,
  pointer: MeetingPointer,
  to: (now: MeetingStatus, stored: StoredFields) => Fields,
  seen: SeenRow | null = null,
): Promise<void> {
  await translated('Marking how far the meeting has come', () =>
    changeRow(graph, placeOf(pointer), pointer.key, (stored) => (stored === null ? null : to(meetingFromFields(stored).status, stored)), seen),
  );
}

/** Takes the meeting's own row away; one that is gone is no failure. */
export async function removeMeeting(graph: Graph, pointer: MeetingPointer): Promise<void> {
  const { siteId, list } = placeOf(pointer);
  await translated('Taking the meeting away', async () => {
    const found = await findRow(graph, { siteId, list }, pointer.key);
    if (found !== null) await deleteItem(graph, siteId, list, found.id, found.etag);
  });
}
