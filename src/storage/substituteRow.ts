import * as v from 'valibot';
import { Failure } from '../meeting/errors.ts';
import type { Person } from '../meeting/meeting.ts';
import type { StoredSubstituteAct } from '../meeting/substitutes.ts';
import { choice } from './choices.ts';
import { PROFILE_CHOICES } from './profileChoices.ts';
import { numberWithin, optionalText, readRow, rowId, textOrEmpty, yes, type OnBadCell } from './row.ts';
import { climb } from './shapes.ts';

const substituteFields = v.object({
  RowId: rowId,
  Act: choice(PROFILE_CHOICES.substituteState, null),
  PersonId: optionalText,
  PersonName: textOrEmpty,
  PersonEmail: optionalText,
  InsteadOf: textOrEmpty,
  InsteadOfId: optionalText,
  InsteadOfEmail: optionalText,
  ChainNumber: numberWithin(1, 1000),
  WasInvited: yes,
});

const personOf = (id: string | null, name: string, email: string | null): Person => ({ id, name: name === '' ? (email ?? '') : name, email });

/** Reads a row of DagsordenStedfortraedere. Throws Failure Unreadable where it has no RowId, or says nothing that anybody can do. */
export function substituteFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): StoredSubstituteAct {
  const row = readRow(substituteFields, 'DagsordenStedfortraedere', climb('DagsordenStedfortraedere', fields), onBadCell);
  if (row.Act === null)
    throw new Failure('Unreadable', 'A row about a stand-in does not say what was done', {
      detail: { list: 'DagsordenStedfortraedere', column: 'Act' },
    });
  return {
    id: row.RowId,
    act: row.Act,
    person: personOf(row.PersonId, row.PersonName, row.PersonEmail),
    insteadOf: personOf(row.InsteadOfId, row.InsteadOf, row.InsteadOfEmail),
    place: row.ChainNumber ?? 1,
    // Where nobody wrote it down, nobody is taken off an invitation.
    wasInvited: row.Act !== 'called' || row.WasInvited,
  };
}
