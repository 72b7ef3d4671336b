import { samePerson } from './apologies.ts';
import type { Person } from './meeting.ts';
import type { BodyMember, BodyProfile } from './profile.ts';

/** A person at the meeting: on their own behalf, or standing in for a member. */
export interface Present {
  readonly person: Person;
  readonly insteadOf: Person | null;
}

/** How many voting members the body's rule asks for; 0 where it asks for none. */
export function votesNeeded({ members, rules: { quorum } }: BodyProfile): number {
  if (quorum.kind === 'number') return quorum.atLeast ?? 0;
  return quorum.kind === 'half' ? Math.ceil(members.filter(({ votes }) => votes).length / 2) : 0;
}

/**
 * Can the body decide with these people there? A substitute counts as the member they stand in for, and nobody twice. Null where that
 * cannot be said: no rule, or no voting member is known.
 */
export function isQuorate(profile: BodyProfile, present: readonly Present[]): boolean | null {
  const { quorum } = profile.rules;
  const voting = profile.members.filter((member) => member.votes);
  const needed = votesNeeded(profile);
  if (voting.length === 0 || (needed === 0 && !quorum.chairRequired)) return null;
  const isThere = ({ person }: BodyMember) => present.some((one) => samePerson(one.insteadOf ?? one.person, person));
  // The chair is an office, and nobody stands in for it but the deputy.
  const leads = ({ person, roles }: BodyMember) =>
    (roles.includes('chair') || roles.includes('deputy')) && present.some((one) => one.insteadOf === null && samePerson(one.person, person));
  return voting.filter(isThere).length >= needed && (!quorum.chairRequired || profile.members.some(leads));
}
