import * as v from 'valibot';
import { digest } from '../meeting/digest.ts';
import { asItemId, type MeetingKey } from '../meeting/ids.ts';
import type { Apology, Person } from '../meeting/meeting.ts';
import {
  asInstant,
  emptyAsNull,
  instantOrEmpty,
  optionalInstant,
  optionalText,
  readRow,
  rowId,
  shortTitle,
  textOrEmpty,
  type Fields,
  type OnBadCell,
} from './row.ts';
import { climb, shapeOf } from './shapes.ts';

/** Names a new apology by meeting and person, so that sent twice it is one row. One that stands under another name is found by its person (`standingOf`). */
export async function apologyId(key: MeetingKey, person: Person): Promise<string> {
  // An empty address is everybody's who has none.
  const who = person.id ?? (person.email?.trim() ? person.email.toLowerCase() : person.name);
  return digest(`${key}\n${who}`);
}

const apologyFields = v.object({
  RowId: rowId,
  PersonId: optionalText,
  PersonName: textOrEmpty,
  PersonEmail: optionalText,
  Items: textOrEmpty,
  Substitute: optionalText,
  ReceivedOn: instantOrEmpty,
  EnteredBy: textOrEmpty,
  WithdrawnOn: optionalInstant,
  GivenFor: optionalInstant,
});

/** An apology as a row of DagsordenAfbud. It has no column for a reason, by design. */
export function apologyToFields(key: MeetingKey, apology: Apology): Fields {
  return {
    Title: shortTitle(`Afbud: ${apology.person.name}`),
    RowId: apology.id,
    MeetingKey: key,
    Shape: shapeOf('DagsordenAfbud'),
    PersonId: apology.person.id,
    PersonName: apology.person.name,
    PersonEmail: apology.person.email,
    Items: apology.scope.kind === 'items' ? emptyAsNull(apology.scope.itemIds.join('\n')) : null,
    Substitute: apology.substitute,
    ReceivedOn: asInstant(apology.receivedAt),
    EnteredBy: apology.enteredBy,
    WithdrawnOn: asInstant(apology.withdrawnAt),
    GivenFor: asInstant(apology.givenFor ?? null),
  };
}

/** Reads a row of DagsordenAfbud. Throws Failure Unreadable where it has no RowId. */
export function apologyFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): Apology {
  const row = readRow(apologyFields, 'DagsordenAfbud', climb('DagsordenAfbud', fields), onBadCell);
  return {
    id: row.RowId,
    person: { id: row.PersonId, name: row.PersonName === '' ? (row.PersonEmail ?? '') : row.PersonName, email: row.PersonEmail },
    scope: row.Items === '' ? { kind: 'meeting' } : { kind: 'items', itemIds: row.Items.split('\n').map(asItemId) },
    substitute: row.Substitute,
    receivedAt: row.ReceivedOn,
    enteredBy: row.EnteredBy,
    withdrawnAt: row.WithdrawnOn,
    ...(row.GivenFor !== null && { givenFor: row.GivenFor }),
  };
}
