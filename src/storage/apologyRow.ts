import * as v from 'valibot';
import { digest } from '../meeting/digest.ts';
import { asItemId, type MeetingKey } from '../meeting/ids.ts';
import { parseClock } from '../meeting/clock.ts';
import type { Apology, ApologyScope, Person, ScopeMark } from '../meeting/meeting.ts';
import { choice, CHOICES } from './choices.ts';
import { asInstant, instantOrEmpty, numberWithin, optionalInstant, optionalText, readRow, rowId, textOrEmpty, type OnBadCell } from './row.ts';
import { climb } from './shapes.ts';

/** Names a new apology by meeting and person, so that sent twice it is one row. One that stands under another name is found by its person (`standingOf`). */
export async function apologyId(key: MeetingKey, person: Person): Promise<string> {
  // An empty address is everybody's who has none.
  const who = person.id ?? (person.email?.trim() ? person.email.toLowerCase() : person.name);
  return digest(`${key}\n${who}`);
}

/** "kl. 10.00", or an item's id. A time that is none cannot be read. */
const scopeMark = v.pipe(
  optionalText,
  v.check((stored) => stored === null || !stored.startsWith('kl. ') || parseClock(stored.slice(4)) !== null),
  v.transform((stored): ScopeMark | null => {
    if (stored === null) return null;
    const clock = stored.startsWith('kl. ') ? parseClock(stored.slice(4)) : null;
    return clock === null ? { item: asItemId(stored) } : { clock };
  }),
);

function scopeOf(items: string, arrives: ScopeMark | null, leaves: ScopeMark | null): ApologyScope {
  if (items !== '') return { kind: 'items', itemIds: items.split('\n').map(asItemId) };
  return arrives === null && leaves === null ? { kind: 'meeting' } : { kind: 'part', arrives, leaves };
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
  Arrives: scopeMark,
  Leaves: scopeMark,
  ReceivedBy: choice(CHOICES.receivedWay, null),
  ActMs: numberWithin(0, 999),
});

/** Reads a row of DagsordenAfbud. Throws Failure Unreadable where it has no RowId. */
export function apologyFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): Apology {
  const row = readRow(apologyFields, 'DagsordenAfbud', climb('DagsordenAfbud', fields), onBadCell);
  const isWithdrawn = row.WithdrawnOn !== null;
  return {
    id: row.RowId,
    person: { id: row.PersonId, name: row.PersonName === '' ? (row.PersonEmail ?? '') : row.PersonName, email: row.PersonEmail },
    scope: scopeOf(row.Items, row.Arrives, row.Leaves),
    substitute: row.Substitute,
    receivedAt: isWithdrawn ? row.ReceivedOn : exactly(row.ReceivedOn, row.ActMs),
    enteredBy: row.EnteredBy,
    withdrawnAt: row.WithdrawnOn === null ? null : exactly(row.WithdrawnOn, row.ActMs),
    ...(row.GivenFor !== null && { givenFor: row.GivenFor }),
    ...(row.ReceivedBy !== null && { way: row.ReceivedBy }),
  };
}

/** The instant with its milliseconds, where the row has them: those of the last act. */
function exactly(iso: string, ms: number | null): string {
  const whole = asInstant(iso);
  return ms === null || whole === null ? iso : new Date(Date.parse(whole) + ms).toISOString();
}
