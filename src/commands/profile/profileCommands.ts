import type { Desk } from '../desk.ts';
import { boardOf } from './boardOf.ts';
import { lastProfile } from './lastProfile.ts';
import { readNames } from './readNames.ts';
import { readProfile } from './readProfile.ts';
import { removeMember } from './removeMember.ts';
import { saveMember } from './saveMember.ts';
import { saveRules } from './saveRules.ts';
import { teamMembers } from './teamMembers.ts';

/** What a body is: its members, and the rules it meets by. */
export type ProfileCommands = ReturnType<typeof profileCommands>;

export function profileCommands(desk: Desk) {
  return {
    readProfile: readProfile(desk),
    lastProfile: lastProfile(desk),
    saveMember: saveMember(desk),
    removeMember: removeMember(desk),
    saveRules: saveRules(desk),
    teamMembers: teamMembers(desk),
    readNames,
    boardOf: boardOf(desk),
  };
}
