import * as v from 'valibot';
import type { MeetingKey } from '../meeting/ids.ts';
import type { Publication } from '../meeting/meeting.ts';
import { PUBLICATION_STATES, PUBLICATION_TARGETS } from '../meeting/words.ts';
import { optionalNumber, optionalText, readRow, textOrEmpty, wordOf, type Fields } from './row.ts';

const publicationFields = v.object({
  Target: v.picklist(PUBLICATION_TARGETS),
  Edition: optionalNumber,
  // A state we cannot read is treated as uncertain: a person looks before anything is sent again.
  State: wordOf(PUBLICATION_STATES, 'uncertain'),
  Attempts: optionalNumber,
  Error: optionalText,
  Reference: optionalText,
  At: textOrEmpty,
});

/** The row of a target in a version: publishing again meets the same row. */
export const publicationRowId = (key: MeetingKey, version: number, target: Publication['target']): string => `${key}-${version}-${target}`;

/** A line of the publication log as a row of DagsordenUdgivelse. */
export function publicationToFields(key: MeetingKey, publication: Publication): Fields {
  return {
    Title: `${publication.target} ${publication.version}: ${publication.state}`,
    RowId: publicationRowId(key, publication.version, publication.target),
    MeetingKey: key,
    Shape: 1,
    Target: publication.target,
    Edition: publication.version,
    State: publication.state,
    Attempts: publication.attempts,
    Error: publication.error,
    Reference: publication.reference,
    At: publication.at,
  };
}

/** Reads a row of DagsordenUdgivelse. Throws Failure Unreadable. */
export function publicationFromFields(fields: Record<string, unknown>): Publication {
  const row = readRow(publicationFields, 'DagsordenUdgivelse', fields);
  return {
    target: row.Target,
    version: row.Edition ?? 1,
    state: row.State,
    attempts: row.Attempts ?? 0,
    error: row.Error,
    reference: row.Reference,
    at: row.At,
  };
}
