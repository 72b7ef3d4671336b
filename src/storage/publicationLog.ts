import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { createItem, updateItem } from '../graph/rowWriting.ts';
import type { ServiceAuthor } from '../meeting/authorship.ts';
import type { MeetingPointer, Publication, PublicationTarget } from '../meeting/meeting.ts';
import { asFailure, translated } from './failure.ts';
import { mergeFields } from './merge.ts';
import { publicationFromFields, publicationRowId, publicationToFields } from './publicationRow.ts';
import { changeRow, findRow } from './upsert.ts';

/** A line of the publication log with what its row is changed by. */
export interface LogLine {
  readonly id: string;
  readonly etag: string | null;
  readonly line: Publication;
  /** Whoever wrote it last, by the service's own word. */
  readonly by: ServiceAuthor;
}

const placeOf = ({ siteId }: MeetingPointer) => ({ siteId, list: 'DagsordenUdgivelse' }) as const;

/** The line of a target in a version, or null before it was tried. */
export async function readLogLine(graph: Graph, pointer: MeetingPointer, version: number, target: PublicationTarget): Promise<LogLine | null> {
  return translated('Reading the publication log', async () => {
    const row = await findRow(graph, placeOf(pointer), publicationRowId(pointer.key, version, target));
    return row === null ? null : { id: row.id, etag: row.etag, line: publicationFromFields(row.fields), by: row.lastModifiedBy };
  });
}

/**
 * Makes the log say this, unless it says something newer: a later attempt, or that a message, which cannot be recalled, is there.
 * @returns the line as it stands then
 */
export async function keepLogLine(graph: Graph, pointer: MeetingPointer, line: Publication): Promise<Publication> {
  const fields = publicationToFields(pointer.key, line);
  let stands = line;
  await translated('Keeping the publication log', () =>
    changeRow(graph, placeOf(pointer), publicationRowId(pointer.key, line.version, line.target), (stored) => {
      const now = stored === null ? null : publicationFromFields(stored);
      stands = now !== null && isNewer(now, line) ? now : line;
      return stands !== line ? null : stored === null ? fields : mergeFields(null, fields, stored);
    }),
  );
  return stands;
}

const isNewer = (now: Publication, line: Publication): boolean =>
  now.attempts > line.attempts || (line.target === 'channel' && now.state === 'done' && line.state !== 'done');

/**
 * Takes the right to do what the line says: only one pane can make the line, or change it from the state it was read in.
 * @param earlier the line as it was read; null where there was none
 * @returns false where somebody else holds the claim, or where our own was written and its answer lost
 */
export async function claimLogLine(graph: Graph, pointer: MeetingPointer, line: Publication, earlier: LogLine | null): Promise<boolean> {
  const place = placeOf(pointer);
  const fields = publicationToFields(pointer.key, line);
  try {
    if (earlier === null)
      await createItem(graph, place.siteId, place.list, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)));
    else await updateItem(graph, place.siteId, place.list, earlier.id, fields, earlier.etag);
    return true;
  } catch (error) {
    if (isGraphFailure(error, 'conflict') || isGraphFailure(error, 'invalid') || (isGraphFailure(error) && error.uncertain)) return false;
    throw asFailure(error, 'Claiming the publication log');
  }
}
