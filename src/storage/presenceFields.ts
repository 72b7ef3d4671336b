import type { MeetingKey } from '../meeting/ids.ts';
import type { PresenceNote } from '../meeting/presence.ts';
import { CHOICES } from './choices.ts';
import { asInstant, emptyAsNull, shortTitle, type Fields } from './row.ts';
import { shapeOf } from './shapes.ts';

// What is written of a note's row. Reading one (presenceRow.ts) does without it.

/** A note of a roll call as a row of DagsordenFremmoede. */
export function presenceToFields(key: MeetingKey, note: PresenceNote): Fields {
  return {
    Title: shortTitle(`${note.person.name}: ${CHOICES.presence[note.kind]}`),
    RowId: note.id,
    MeetingKey: key,
    Shape: shapeOf('DagsordenFremmoede'),
    PersonId: note.person.id,
    PersonName: note.person.name,
    PersonEmail: note.person.email,
    Noted: CHOICES.presence[note.kind],
    ItemId: note.itemId,
    ClockTime: note.time,
    InsteadOf: note.insteadOf?.name ?? null,
    InsteadOfId: note.insteadOf?.id ?? null,
    InsteadOfEmail: note.insteadOf?.email ?? null,
    IsGuest: note.guest,
    IsOnTheDay: note.onTheDay,
    Undoes: emptyAsNull(note.undoes.join('\n')),
    NotedOn: asInstant(note.notedAt),
    NotedBy: note.notedBy,
  };
}
