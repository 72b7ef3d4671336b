import type { Graph } from '../graph/client.ts';
import { itemsRequest, parseItem, parseItems, type Item } from '../graph/lists.ts';
import type { GraphAnswer } from '../graph/client.ts';
import { Failure } from '../meeting/errors.ts';
import type { HeldMeeting } from '../meeting/attendanceOverTime.ts';
import { standingOf } from '../meeting/calendarFacts.ts';
import type { Board } from '../meeting/meeting.ts';
import { apologyFromFields } from './apologyRow.ts';
import { translated } from './failure.ts';
import { meetingFromFields, type MeetingRow } from './meetingRow.ts';
import { listMissing, notesIn, presenceRequest } from './presenceNotes.ts';
import { readRows } from './readRows.ts';

/**
 * The board's meetings that begin from one instant to before another and were not called off, each with the notes of its roll call and its apologies.
 * Asked by indexed columns alone: the meetings by when they begin, the rest by the meeting's key.
 * @throws Failure SiteNotPrepared where the site has no list for roll calls
 */
export function attendanceOfMeetings(graph: Graph, { siteId }: Pick<Board, 'siteId'>, from: Date, before: Date): Promise<HeldMeeting[]> {
  return translated('Reading who came', async () => {
    const asked = itemsRequest(siteId, 'DagsordenMoeder', { field: 'StartsAt', from: wire(from), before: wire(before), top: 200 });
    const stored = (await graph.all(asked)).map(parseItem);
    const meetings = readRows('DagsordenMoeder', stored, meetingFromFields, []).filter(
      (row) => !row.occasion || standingOf(row.occasion) !== 'cancelled',
    );
    const requests = meetings.flatMap(({ key }) => [
      presenceRequest(siteId, key),
      itemsRequest(siteId, 'DagsordenAfbud', { field: 'MeetingKey', value: key, top: 500 }),
    ]);
    const answers = requests.length === 0 ? [] : await graph.batch(requests);
    return meetings.map((row, place) => held(row, rowsIn(answers[2 * place]), rowsIn(answers[2 * place + 1])));
  });
}

const wire = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

const held = (row: MeetingRow, notes: readonly Item[], apologies: readonly Item[]): HeldMeeting => ({
  key: row.key,
  title: row.head.title,
  start: row.start,
  notes: notesIn(notes, []),
  apologies: readRows('DagsordenAfbud', apologies, apologyFromFields, []),
});

/** A list that cannot be read is told: nobody is counted as away because we could not look. */
function rowsIn(answer: GraphAnswer | undefined): Item[] {
  if (answer?.status === 200) return parseItems(answer.body);
  if (answer?.status === 404) throw listMissing();
  throw new Failure(answer?.status === 403 ? 'NotAllowed' : answer?.status === 429 ? 'Throttled' : 'ServerFault', 'Who came cannot be read', {
    detail: { status: String(answer?.status ?? 0) },
  });
}
