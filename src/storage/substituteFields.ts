import type { MeetingKey } from '../meeting/ids.ts';
import type { StoredSubstituteAct } from '../meeting/substitutes.ts';
import { PROFILE_CHOICES } from './profileChoices.ts';
import { shortTitle, type Fields } from './row.ts';
import { shapeOf } from './shapes.ts';

/** An act about a stand-in as a row of DagsordenStedfortraedere. */
export function substituteToFields(key: MeetingKey, { id, act, person, insteadOf, place, wasInvited }: StoredSubstituteAct): Fields {
  return {
    Title: shortTitle(`${person.name} for ${insteadOf.name}: ${PROFILE_CHOICES.substituteState[act]}`),
    RowId: id,
    MeetingKey: key,
    Shape: shapeOf('DagsordenStedfortraedere'),
    Act: PROFILE_CHOICES.substituteState[act],
    PersonId: person.id,
    PersonName: person.name,
    PersonEmail: person.email,
    InsteadOf: insteadOf.name,
    InsteadOfId: insteadOf.id,
    InsteadOfEmail: insteadOf.email,
    ChainNumber: place,
    WasInvited: wasInvited,
  };
}
