import * as v from 'valibot';
import { asItemId } from '../meeting/ids.ts';
import type { PresenceNote } from '../meeting/presence.ts';
import { choice, CHOICES } from './choices.ts';
import { instantOrEmpty, optionalClock, optionalText, readRow, rowId, textOrEmpty, yes, type OnBadCell } from './row.ts';
import { climb } from './shapes.ts';

const presenceFields = v.object({
  RowId: rowId,
  PersonId: optionalText,
  PersonName: textOrEmpty,
  PersonEmail: optionalText,
  // A word that is none of ours says nothing of anybody: no answer is never present.
  Noted: choice(CHOICES.presence, 'unknown'),
  ItemId: optionalText,
  ClockTime: optionalClock,
  InsteadOf: textOrEmpty,
  InsteadOfId: optionalText,
  InsteadOfEmail: optionalText,
  IsGuest: yes,
  IsOnTheDay: yes,
  Undoes: textOrEmpty,
  NotedOn: instantOrEmpty,
  NotedBy: textOrEmpty,
});

/** Reads a row of DagsordenFremmoede. Throws Failure Unreadable where it has no RowId. */
export function presenceFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): PresenceNote {
  const row = readRow(presenceFields, 'DagsordenFremmoede', climb('DagsordenFremmoede', fields), onBadCell);
  const named = row.InsteadOf !== '' || row.InsteadOfId !== null || row.InsteadOfEmail !== null;
  return {
    id: row.RowId,
    person: { id: row.PersonId, name: row.PersonName === '' ? (row.PersonEmail ?? '') : row.PersonName, email: row.PersonEmail },
    kind: row.Noted,
    itemId: row.ItemId === null ? null : asItemId(row.ItemId),
    time: row.ClockTime,
    insteadOf: named ? { id: row.InsteadOfId, name: row.InsteadOf, email: row.InsteadOfEmail } : null,
    guest: row.IsGuest,
    onTheDay: row.IsOnTheDay,
    undoes: row.Undoes.split('\n').filter((id) => id !== ''),
    notedAt: row.NotedOn,
    notedBy: row.NotedBy,
  };
}
