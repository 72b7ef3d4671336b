import type { Graph } from '../graph/client.ts';
import { Conflict } from '../meeting/errors.ts';
import type { MeetingPointer, Treatment } from '../meeting/meeting.ts';
import { blankTreatment } from '../meeting/treatmentConflict.ts';
import { translated } from './failure.ts';
import { treatmentConflict, treatmentToFields } from './treatmentFields.ts';
import { upsertRow } from './upsert.ts';

/**
 * Writes what became of an item. The draft of the minutes stays with the closed circle where there is one: a draft never
 * reaches a shared place.
 *
 * @param before the treatment as it was read; null where there was none, and then it is the blank one that mine is held against: what another
 *   has written first must not vanish under mine
 * @throws Conflict where somebody else changed the same; its fields are named as in Treatment
 */
export async function putTreatment(graph: Graph, pointer: MeetingPointer, before: Treatment | null, after: Treatment): Promise<void> {
  const place = { siteId: pointer.closedSiteId ?? pointer.siteId, list: 'DagsordenBehandling' } as const;
  const base = treatmentToFields(pointer.key, before ?? blankTreatment(after));
  try {
    await translated('Writing the decision', () => upsertRow(graph, place, treatmentToFields(pointer.key, after), base));
  } catch (error) {
    throw error instanceof Conflict ? treatmentConflict(error) : error;
  }
}
