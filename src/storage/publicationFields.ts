import type { MeetingKey } from '../meeting/ids.ts';
import type { Publication } from '../meeting/meeting.ts';
import { loggedFailure } from '../meeting/publications.ts';
import { CHOICES } from './choices.ts';
import { asInstant, type Fields } from './row.ts';
import { shapeOf } from './shapes.ts';

// What is written of a line of the publication log. Reading one (publicationRow.ts) does without it.

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
