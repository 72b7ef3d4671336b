import type { Graph } from '../graph/client.ts';
import { failureOf } from '../graph/failure.ts';
import { itemsRequest, parseItems } from '../graph/lists.ts';
import { Failure, isFailure } from '../meeting/errors.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { asFailure, translated } from './failure.ts';
import { meetingFromFields, type MeetingRow } from './meetingRow.ts';

/** What a pointer leads to: the meeting's own row, nothing, or something that is not for this person. */
export type RowFound = MeetingRow | 'none' | 'notAllowed';

/** The rows that pointers lead to, in their order, in one $batch. Throws the passing failures. */
export async function meetingRows(graph: Graph, pointers: readonly MeetingPointer[]): Promise<RowFound[]> {
  if (pointers.length === 0) return [];
  const asked = pointers.map(({ siteId, key }) => itemsRequest(siteId, 'DagsordenMoeder', { field: 'RowId', value: key, top: 2 }));
  const answers = await translated('Reading the meetings', () => graph.batch(asked));
  return asked.map((request, place) => {
    const answer = answers[place];
    if (!answer) throw new Failure('ServerFault', 'Graph left an answer out of the batch');
    if (answer.status < 300) return readable(() => parseItems(answer.body)[0]?.fields);
    const failure = asFailure(failureOf(answer, request), 'Reading the meetings');
    if (isFailure(failure, 'NotAllowed') || isFailure(failure, 'ConsentMissing')) return 'notAllowed';
    // A site or a list that is not there (to this person), or an address that names none.
    if (answer.status === 404 || answer.status === 400) return 'none';
    throw failure;
  });
}

/** A row that cannot be read says nothing about which meeting it is. */
function readable(fieldsOf: () => Record<string, unknown> | undefined): RowFound {
  const fields = fieldsOf();
  if (fields === undefined) return 'none';
  try {
    return meetingFromFields(fields);
  } catch (error) {
    if (isFailure(error, 'Unreadable') || isFailure(error, 'AppOutdated')) return 'none';
    throw error;
  }
}
