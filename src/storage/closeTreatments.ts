import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItem } from '../graph/lists.ts';
import { deleteItem } from '../graph/rowWriting.ts';
import type { MeetingPointer, Treatment } from '../meeting/meeting.ts';
import { requireCurrent } from './currentShape.ts';
import { translated } from './failure.ts';
import { readRows } from './readRows.ts';
import { treatmentFromFields } from './treatmentRow.ts';
import { treatmentToFields } from './treatmentFields.ts';
import { asInstant, storedWords, type Fields } from './row.ts';
import { changeRow } from './upsert.ts';

const list = 'DagsordenBehandling';

/**
 * What was written about a meeting's items while its board had no closed circle lies in the board's own list, where everybody reads it and nobody
 * looks for it any more. It goes to the circle's list, as all drafts do: made there first, then deleted here, so that it may be cut off
 * anywhere. Nothing is done where there is no such list, or no circle.
 */
export async function closeTreatments(graph: Graph, { siteId, closedSiteId, key }: MeetingPointer): Promise<void> {
  if (closedSiteId === null) return;
  await translated('Closing what is written about the items', async () => {
    const rows = await graph.all(itemsRequest(siteId, list, { field: 'MeetingKey', value: key, top: 500 })).catch((error: unknown) => {
      if (isGraphFailure(error, 'notFound')) return [];
      throw error;
    });
    for (const row of rows.map(parseItem)) {
      const [treatment] = readRows(list, [row], treatmentFromFields, []);
      if (treatment === undefined) continue;
      requireCurrent(list, row.fields);
      const fields = {
        ...treatmentToFields(key, treatment),
        StartedOn: asInstant(treatment.startedAt ?? null),
        EndedOn: asInstant(treatment.endedAt ?? null),
      };
      await changeRow(graph, { siteId: closedSiteId, list }, treatment.itemId, (stored) =>
        stored === null ? fields : besideTheNewer(treatment, treatmentFromFields(stored)),
      );
      await deleteItem(graph, siteId, list, row.id, row.etag);
    }
  });
}

/** Where somebody has written anew since, that stands, and the earlier words are kept among the notes. */
function besideTheNewer(earlier: Treatment, newer: Treatment): Fields {
  const words = [earlier.decision, earlier.dissent ?? '', earlier.notes ?? ''].filter((text) => text.trim() !== '').join('\n\n');
  const notes = newer.notes ?? '';
  if (words === '' || notes.includes(words) || newer.decision.includes(words)) return {};
  return { Notes: storedWords([notes, words].filter((text) => text !== '').join('\n\n')) };
}
