import type { Graph } from '../graph/client.ts';
import type { Apology, MeetingPointer } from '../meeting/meeting.ts';
import { apologyToFields } from './apologyRow.ts';
import { translated } from './failure.ts';
import { upsertRow } from './upsert.ts';

/** Writes an apology over itself, found by its id. */
export async function putApology(graph: Graph, pointer: MeetingPointer, apology: Apology): Promise<void> {
  const place = { siteId: pointer.siteId, list: 'DagsordenAfbud' } as const;
  await translated('Writing the apology', () => upsertRow(graph, place, apologyToFields(pointer.key, apology)));
}
