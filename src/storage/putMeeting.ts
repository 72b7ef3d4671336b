import type { Graph } from '../graph/client.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import { meetingToFields, publishedToFields, type MeetingRow } from './meetingRow.ts';
import { removeRow, upsertRow } from './upsert.ts';

const placeOf = ({ siteId }: MeetingPointer) => ({ siteId, list: 'DagsordenMoeder' }) as const;

/** Writes the meeting's own row. */
export async function putMeeting(graph: Graph, pointer: MeetingPointer, row: MeetingRow): Promise<void> {
  await translated('Writing the meeting', () => upsertRow(graph, placeOf(pointer), meetingToFields(row)));
}

/** Says in the meeting's own row that its minutes are published, and nothing else. */
export async function markPublished(graph: Graph, pointer: MeetingPointer): Promise<void> {
  await translated('Marking the meeting as published', () => upsertRow(graph, placeOf(pointer), publishedToFields(pointer.key)));
}

/** Takes the meeting's own row away; one that is gone is no failure. */
export async function removeMeeting(graph: Graph, pointer: MeetingPointer): Promise<void> {
  await translated('Taking the meeting away', () => removeRow(graph, placeOf(pointer), pointer.key));
}
