import type { Graph } from '../graph/client.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import { meetingFromFields, type MeetingRow } from './meetingRow.ts';
import { headToFields, occasionToFields } from './meetingFields.ts';
import { mergeFields } from './merge.ts';
import { changeRow } from './upsert.ts';

/** What the calendar says now of the meeting as it is stored; null where nothing is to be written. */
export type Following = (row: MeetingRow) => Pick<MeetingRow, 'head' | 'occasion'> | null;

/**
 * Brings a meeting's row up to what the calendar says: those columns and no others, decided on the version that is written over. A row that is gone
 * stays gone.
 * @throws Failure SiteOutdated, AppOutdated, NotAllowed
 */
export async function putOccasion(graph: Graph, pointer: MeetingPointer, following: Following): Promise<void> {
  const place = { siteId: pointer.siteId, list: 'DagsordenMoeder' } as const;
  await translated("Writing down the meeting's time", () =>
    changeRow(graph, place, pointer.key, (stored) => {
      const now = stored === null ? null : following(meetingFromFields({ ...stored }));
      if (stored === null || now?.occasion === undefined) return null;
      return mergeFields(null, { ...headToFields(now.head), ...occasionToFields(now.occasion) }, stored);
    }),
  );
}
