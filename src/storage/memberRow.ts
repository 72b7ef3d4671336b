import * as v from 'valibot';
import { digest } from '../meeting/digest.ts';
import { Failure } from '../meeting/errors.ts';
import type { Person } from '../meeting/meeting.ts';
import type { BodyMember } from '../meeting/profile.ts';
import { BODY_ROLES, type BodyRole } from '../meeting/words.ts';
import { optionalText, readRow, rowId, shortTitle, textOrEmpty, yes, type Fields, type OnBadCell } from './row.ts';
import { climb, shapeOf } from './shapes.ts';

const list = 'DagsordenMedlemmer';

/** Names the row of a new member by the person, so that one added twice is one row. One that stands under another name is found by its person. */
export async function memberId({ id, email, name }: Person): Promise<string> {
  return digest(id ?? (email?.trim() ? email.toLowerCase() : name));
}

/** Yes or no for each role: a list view shows them beside each other, and they are ticked by hand there. */
const ROLE_COLUMNS = {
  chair: 'IsChair',
  deputy: 'IsDeputy',
  secretary: 'IsSecretary',
  member: 'IsMember',
  observer: 'IsObserver',
} as const satisfies Record<BodyRole, string>;

const memberFields = v.object({
  RowId: rowId,
  Title: textOrEmpty,
  PersonId: optionalText,
  PersonName: textOrEmpty,
  PersonEmail: optionalText,
  IsChair: yes,
  IsDeputy: yes,
  IsSecretary: yes,
  IsMember: yes,
  IsObserver: yes,
  Votes: yes,
  Party: optionalText,
  SubstituteId: optionalText,
  SubstituteName: textOrEmpty,
  SubstituteEmail: optionalText,
});

/**
 * Reads a row of DagsordenMedlemmer. One that was made in SharePoint, with a name or an address alone, is a member as well: it is known by its number in
 * the list.
 * @throws Failure Unreadable where it tells nobody
 */
export function memberFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): BodyMember {
  const byHand = fields['RowId'] === undefined || fields['RowId'] === null || fields['RowId'] === '';
  const row = readRow(memberFields, list, climb(list, byHand ? { ...fields, RowId: `row-${String(fields['id'] ?? '?')}` } : fields), onBadCell);
  const name = row.PersonName.trim() || (row.PersonEmail ?? '') || row.Title.trim();
  // Nobody is meant by a row that names nobody.
  if (name === '') {
    const row = String(fields['RowId'] ?? fields['id'] ?? '?');
    throw new Failure('Unreadable', `A row of ${list} cannot be read`, { detail: { list, row, column: 'PersonName', found: 'nobody' } });
  }
  const roles = BODY_ROLES.filter((role) => row[ROLE_COLUMNS[role]]);
  const substitute = row.SubstituteName.trim() || (row.SubstituteEmail ?? '');
  return {
    person: { id: row.PersonId, name, email: row.PersonEmail },
    roles,
    votes: row.Votes,
    party: row.Party,
    substitute: substitute === '' ? null : { id: row.SubstituteId, name: substitute, email: row.SubstituteEmail },
  };
}

/** A member as a row of DagsordenMedlemmer, without its id. */
export function memberToFields({ person, roles, votes, party, substitute }: BodyMember): Fields {
  return {
    Title: shortTitle(person.name),
    Shape: shapeOf(list),
    PersonId: person.id,
    PersonName: person.name,
    PersonEmail: person.email,
    ...Object.fromEntries(BODY_ROLES.map((role) => [ROLE_COLUMNS[role], roles.includes(role)])),
    Votes: votes,
    Party: party,
    SubstituteId: substitute?.id ?? null,
    SubstituteName: substitute?.name ?? null,
    SubstituteEmail: substitute?.email ?? null,
  };
}
