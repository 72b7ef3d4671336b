import type { Graph } from '../graph/client.ts';
import { itemsRequest, parseItems } from '../graph/lists.ts';
import { joinDecisions } from '../meeting/decisions.ts';
import type { MeetingPointer, Treatment } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import { readableRows, readRows } from './readRows.ts';
import { treatmentFromFields } from './treatmentRow.ts';

/** What is written about the items, and who wrote each row last, by the service's own word: row id to name. */
export interface TreatmentsNow {
  readonly treatments: readonly Treatment[];
  readonly writers: Readonly<Record<string, string>>;
}

/** The drafts of a meeting's minutes as they stand: one request for one list, cheap enough to be asked while the meeting runs. */
export function treatmentsNow(graph: Graph, pointer: MeetingPointer): Promise<TreatmentsNow> {
  const list = 'DagsordenBehandling';
  return translated('Reading the decisions', async () => {
    const asked = itemsRequest(pointer.closedSiteId ?? pointer.siteId, list, { field: 'MeetingKey', value: pointer.key, top: 500 });
    const rows = parseItems((await graph.request(asked)).body);
    const writers = readableRows(list, rows).map(({ fields, lastModifiedBy }) => [String(fields['RowId']), lastModifiedBy.name] as const);
    return { treatments: joinDecisions(readRows(list, rows, treatmentFromFields, [])), writers: Object.fromEntries(writers) };
  });
}
