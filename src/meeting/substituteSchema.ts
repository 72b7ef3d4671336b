import * as v from 'valibot';
import { person } from './schemas.ts';
import type { StoredSubstituteAct } from './substitutes.ts';
import { SUBSTITUTE_STATES } from './words.ts';

/** An act about a stand-in as it is written: who does it, and when, is told by the service. */
export const substituteAct = v.object({
  id: v.string(),
  act: v.picklist(SUBSTITUTE_STATES),
  person,
  insteadOf: person,
  place: v.number(),
  wasInvited: v.boolean(),
}) satisfies v.GenericSchema<unknown, StoredSubstituteAct>;
