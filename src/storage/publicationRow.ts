import * as v from 'valibot';
import type { MeetingKey } from '../meeting/ids.ts';
import type { Publication } from '../meeting/meeting.ts';
import { loggedFailure } from '../meeting/publications.ts';
import { PUBLICATION_TARGETS } from '../meeting/words.ts';
import { choice, CHOICES } from './choices.ts';
import { asInstant, optionalNumber, optionalText, readRow, textOrEmpty, type Fields } from './row.ts';
import { climb, shapeOf } from './shapes.ts';

const publicationFields = v.object({
  Destination: v.pipe(choice(CHOICES.destination, null), v.picklist(PUBLICATION_TARGETS)),
  Edition: optionalNumber,
  // A state we cannot read is treated as uncertain: a person looks before anything is sent again.
  Status: choice(CHOICES.publicationStatus, 'uncertain'),
  Attempts: optionalNumber,
  Error: optionalText,
  Reference: optionalText,
  HappenedOn: textOrEmpty,
});

/** The row of a target in a version: publishing again meets the same row. */
export const publicationRowId = (key: MeetingKey, version: number, target: Publication['target']): string => `${key}-${version}-${target}`;

/** A line of the publication log as a row of DagsordenUdgivelse. */
export function publicationToFields(key: MeetingKey, publication: Publication): Fields {
  return {
    Title: `${CHOICES.destination[publication.target]}, udgave ${publication.version}: ${CHOICES.publicationStatus[publication.state]}`,
    RowId: publicationRowId(key, publication.version, publication.target),
    MeetingKey: key,
    Shape: shapeOf('DagsordenUdgivelse'),
    Destination: CHOICES.destination[publication.target],
    Edition: publication.version,
    Status: CHOICES.publicationStatus[publication.state],
    Attempts: publication.attempts,
    Error: publication.error === null ? null : codesIn(publication.error),
    Reference: publication.reference,
    HappenedOn: asInstant(publication.at),
  };
}

/** A failure's name and codes. Earlier versions kept its whole message, which is not written on: everybody on the site reads this row. */
const codesIn = (error: string): string => (/^[A-Za-z]+(: [\w.-]+( [\w.-]+){0,2})?$/.test(error) ? error : (loggedFailure(error) ?? 'Unknown'));

/** Reads a row of DagsordenUdgivelse. Throws Failure Unreadable. */
export function publicationFromFields(fields: Record<string, unknown>): Publication {
  const row = readRow(publicationFields, 'DagsordenUdgivelse', climb('DagsordenUdgivelse', fields));
  return {
    target: row.Destination,
    version: row.Edition ?? 1,
    state: row.Status,
    attempts: row.Attempts ?? 0,
    error: row.Error,
    reference: row.Reference,
    at: row.HappenedOn,
  };
}
