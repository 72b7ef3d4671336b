import * as v from 'valibot';
import { Failure } from '../meeting/errors.ts';
import type { Publication } from '../meeting/meeting.ts';
import { PUBLICATION_TARGETS, type PublicationTarget } from '../meeting/words.ts';
import { choice, CHOICES } from './choices.ts';
import { instantOrEmpty, numberWithin, optionalText, readRow, textOrEmpty, type OnBadCell } from './row.ts';
import { climb } from './shapes.ts';

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
