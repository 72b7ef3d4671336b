import * as v from 'valibot';
import type { Person } from '../meeting/meeting.ts';
import type { AbsenceReason } from '../meeting/words.ts';
import { choice } from './choices.ts';
import { PROFILE_CHOICES } from './profileChoices.ts';
import { optionalText, readRow, rowId, textOrEmpty, type OnBadCell } from './row.ts';
import { climb } from './shapes.ts';

/** Why somebody is away, as a code. */
export interface ReasonOf {
  readonly person: Person;
  readonly reason: AbsenceReason;
}

const absenceReasonFields = v.object({
  RowId: rowId,
  PersonId: optionalText,
  PersonName: textOrEmpty,
  PersonEmail: optionalText,
  // A word that is none of ours says as little as can be said.
  Reason: choice(PROFILE_CHOICES.absenceReason, 'other'),
});

/** Reads a row of DagsordenFravaersgrunde. Throws Failure Unreadable where it has no RowId. */
export function absenceReasonFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): ReasonOf {
  const row = readRow(absenceReasonFields, 'DagsordenFravaersgrunde', climb('DagsordenFravaersgrunde', fields), onBadCell);
  return {
    person: { id: row.PersonId, name: row.PersonName === '' ? (row.PersonEmail ?? '') : row.PersonName, email: row.PersonEmail },
    reason: row.Reason,
  };
}
