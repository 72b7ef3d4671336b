import * as v from 'valibot';
import { Failure } from '../meeting/errors.ts';
import type { MeetingKey } from '../meeting/ids.ts';
import type { Publication } from '../meeting/meeting.ts';
import { loggedFailure } from '../meeting/publications.ts';
import { PUBLICATION_TARGETS, type PublicationTarget } from '../meeting/words.ts';
import { choice, CHOICES } from './choices.ts';
import { asInstant, instantOrEmpty, numberWithin, optionalText, readRow, textOrEmpty, type Fields, type OnBadCell } from './row.ts';
import { climb, shapeOf } from './shapes.ts';

const publicationFields = v.object({
  RowId: textOrEmpty,
  Destination: choice(CHOICES.destination, null),
  Edition: numberWithin(1, 100_000),
  // A state we cannot read is treated as uncertain: a person looks before anything is sent again.
  Status: choice(CHOICES.publicationStatus, 'uncertain'),
  Attempts: numberWithin(0, 1_000_000),
  Error: optionalText,
  Reference: optionalText,
  HappenedOn: instantOrEmpty,
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

/**
 * Reads a row of DagsordenUdgivelse. Which target and version it is of stands in its RowId, and once more in columns: those count where the RowId tells
 * nothing.
 * @throws Failure Unreadable where neither tells the target
 */
export function publicationFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): Publication {
  const row = readRow(publicationFields, 'DagsordenUdgivelse', climb('DagsordenUdgivelse', fields), onBadCell);
  return {
    ...placeOf(row, onBadCell),
    state: row.Status,
    attempts: row.Attempts ?? 0,
    error: row.Error,
    reference: row.Reference,
    at: row.HappenedOn,
  };
}

function placeOf(
  row: { readonly RowId: string; readonly Edition: number | null; readonly Destination: PublicationTarget | null },
  onBadCell: OnBadCell,
): Pick<Publication, 'target' | 'version'> {
  const [, edition, word] = /-(\d{1,6})-(\w+)$/.exec(row.RowId) ?? [];
  const target = PUBLICATION_TARGETS.find((each) => each === word);
  if (edition !== undefined && target !== undefined) {
    if (row.Edition !== null && row.Edition !== Number(edition)) onBadCell('Edition');
    if (row.Destination !== null && row.Destination !== target) onBadCell('Destination');
    return { target, version: Number(edition) };
  }
  if (row.Destination === null) {
    throw new Failure('Unreadable', 'A row of DagsordenUdgivelse names no target', { detail: { column: 'Destination' } });
  }
  onBadCell('RowId');
  return { target: row.Destination, version: row.Edition ?? 1 };
}
