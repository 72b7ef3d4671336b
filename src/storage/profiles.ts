// A body's profile: fetched after the first agenda is on screen.
export { readProfile } from './readProfile.ts';
export { removeMember, saveMember, saveRules } from './saveProfile.ts';
export { teamMembers } from './teamMembers.ts';
