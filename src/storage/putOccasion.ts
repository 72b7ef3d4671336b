import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { updateItem } from '../graph/lists.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import { headToFields, meetingFromFields, occasionToFields, type MeetingRow } from './meetingRow.ts';
import { mergeFields } from './merge.ts';
import { requireCurrent } from './shapes.ts';
import { checkColumnLengths, findRow, refuseOutdated } from './upsert.ts';

/** What the calendar says now of the meeting as it is stored; null where nothing is to be written. */
export type Following = (row: MeetingRow) => Pick<MeetingRow, 'head' | 'occasion'> | null;

/** How often it is held against the row anew when others keep writing it. */
const TRIES = 4;

/**
 * Brings a meeting's row up to what the calendar says: those columns and no others, over the row as it stands at that moment (If-Match). A row that
 * is gone stays gone.
 * @throws Failure SiteOutdated, AppOutdated, NotAllowed
 */
export async function putOccasion(graph: Graph, pointer: MeetingPointer, following: Following): Promise<void> {
  const place = { siteId: pointer.siteId, list: 'DagsordenMoeder' } as const;
  await translated("Writing down the meeting's time", async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const found = await findRow(graph, place, pointer.key);
        if (found === null) return;
        requireCurrent(place.list, found.fields);
        const row = meetingFromFields(found.fields);
        const now = following(row);
        if (now?.occasion === undefined) return;
        const fields = { ...headToFields(now.head), ...occasionToFields(now.occasion) };
        const write = mergeFields(null, fields, found.fields);
        checkColumnLengths(place.list, write);
        if (Object.keys(write).length > 0) await updateItem(graph, place.siteId, place.list, found.id, write, found.etag);
        return;
      } catch (error) {
        if (isGraphFailure(error, 'invalid')) await refuseOutdated(graph, place);
        if (!isGraphFailure(error, 'conflict') || attempt >= TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 150 * attempt));
      }
    }
  });
}
