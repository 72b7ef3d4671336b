import type { MeetingKey } from '../meeting/ids.ts';
import { printClock } from '../meeting/clock.ts';
import type { Apology, ScopeMark } from '../meeting/meeting.ts';
import { CHOICES } from './choices.ts';
import { asInstant, emptyAsNull, shortTitle, type Fields } from './row.ts';
import { shapeOf } from './shapes.ts';

// What is written of an apology's row. Reading one (apologyRow.ts) does without it.

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
    Arrives: markToText(apology.scope.kind === 'part' ? apology.scope.arrives : null),
    Leaves: markToText(apology.scope.kind === 'part' ? apology.scope.leaves : null),
    ReceivedBy: apology.way === undefined ? null : CHOICES.receivedWay[apology.way],
    ActMs: millisecond(apology.withdrawnAt ?? apology.receivedAt),
  };
}

/** What a dateTime column leaves out of the person's last act: without it, two acts within one second cannot be put in order. */
function millisecond(iso: string): number | null {
  return /\.\d{3}/.test(iso) ? Date.parse(iso) % 1000 : null;
}

/** "kl. 10.00", or the item's id. */
const markToText = (mark: ScopeMark | null): string | null => (mark === null ? null : 'item' in mark ? mark.item : `kl. ${printClock(mark.clock)}`);
