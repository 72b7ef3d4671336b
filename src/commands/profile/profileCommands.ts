import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import { boardOf } from './boardOf.ts';
import { lastProfile } from './lastProfile.ts';
import type { ProfileVerbs } from './profileVerbs.ts';
import { readNames } from './readNames.ts';
import { teamMembers } from './teamMembers.ts';

/** What a body is: its members, and the rules it meets by. */
export type ProfileCommands = ReturnType<typeof profileCommands>;

export function profileCommands(desk: Desk) {
  const verbs = async (): Promise<ProfileVerbs> => (await fetched(import(/* webpackChunkName: "profile" */ './profileVerbs.ts'))).profileVerbs(desk);
  return {
    readProfile: async (...asked: Parameters<ProfileVerbs['readProfile']>) => (await verbs()).readProfile(...asked),
    lastProfile: lastProfile(desk),
    saveMember: async (...asked: Parameters<ProfileVerbs['saveMember']>) => (await verbs()).saveMember(...asked),
    removeMember: async (...asked: Parameters<ProfileVerbs['removeMember']>) => (await verbs()).removeMember(...asked),
    saveRules: async (...asked: Parameters<ProfileVerbs['saveRules']>) => (await verbs()).saveRules(...asked),
    teamMembers: teamMembers(desk),
    readNames,
    boardOf: boardOf(desk),
  };
}
