import type { Graph } from '../graph/client.ts';
import { Conflict } from '../meeting/errors.ts';
import type { MeetingPointer, Treatment } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import { treatmentConflict, treatmentToFields } from './treatmentRow.ts';
import { upsertRow } from './upsert.ts';

/**
 * Writes what became of an item. The draft of the minutes stays with the closed circle where there is one: a draft never
 * reaches a shared place.
 *
 * @param before the treatment as it was read, for a merge; null writes all of it
 * @throws Conflict where somebody else changed the same; its fields are named as in Treatment
 */
export async function putTreatment(graph: Graph, pointer: MeetingPointer, before: Treatment | null, after: Treatment): Promise<void> {
  const place = { siteId: pointer.closedSiteId ?? pointer.siteId, list: 'DagsordenBehandling' } as const;
  const fields = treatmentToFields(pointer.key, after);
  try {
    await translated('Writing the decision', () => upsertRow(graph, place, fields, before === null ? null : treatmentToFields(pointer.key, before)));
  } catch (error) {
    throw error instanceof Conflict ? treatmentConflict(error) : error;
  }
}
