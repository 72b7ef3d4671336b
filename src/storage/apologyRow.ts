import * as v from 'valibot';
import { digest } from '../meeting/digest.ts';
import { asItemId, type MeetingKey } from '../meeting/ids.ts';
import type { Apology, Person } from '../meeting/meeting.ts';
import { asInstant, instantOrEmpty, numberWithin, optionalInstant, optionalText, readRow, rowId, textOrEmpty, type OnBadCell } from './row.ts';
import { climb } from './shapes.ts';

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
  ActMs: numberWithin(0, 999),
});

/** Reads a row of DagsordenAfbud. Throws Failure Unreadable where it has no RowId. */
export function apologyFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): Apology {
  const row = readRow(apologyFields, 'DagsordenAfbud', climb('DagsordenAfbud', fields), onBadCell);
  const isWithdrawn = row.WithdrawnOn !== null;
  return {
    id: row.RowId,
    person: { id: row.PersonId, name: row.PersonName === '' ? (row.PersonEmail ?? '') : row.PersonName, email: row.PersonEmail },
    scope: row.Items === '' ? { kind: 'meeting' } : { kind: 'items', itemIds: row.Items.split('\n').map(asItemId) },
    substitute: row.Substitute,
    receivedAt: isWithdrawn ? row.ReceivedOn : exactly(row.ReceivedOn, row.ActMs),
    enteredBy: row.EnteredBy,
    withdrawnAt: row.WithdrawnOn === null ? null : exactly(row.WithdrawnOn, row.ActMs),
    ...(row.GivenFor !== null && { givenFor: row.GivenFor }),
  };
}

/** The instant with its milliseconds, where the row has them: those of the last act. */
function exactly(iso: string, ms: number | null): string {
  const whole = asInstant(iso);
  return ms === null || whole === null ? iso : new Date(Date.parse(whole) + ms).toISOString();
}
