import type { Desk } from '../desk.ts';
import { readProfile } from './readProfile.ts';
import { removeMember } from './removeMember.ts';
import { saveMember } from './saveMember.ts';
import { saveRules } from './saveRules.ts';

/** Reading the profile and what changes it: one part, so that whoever has read it can order a change without a connection. */
export type ProfileVerbs = ReturnType<typeof profileVerbs>;

export function profileVerbs(desk: Desk) {
  return { readProfile: readProfile(desk), saveMember: saveMember(desk), removeMember: removeMember(desk), saveRules: saveRules(desk) };
}
