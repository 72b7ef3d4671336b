import type { Database } from '../../database/database.ts';
import { allTeams, groupMail, teamMembers } from '../teams/teamStore.ts';
import { personBy, personByAddress, type Person } from './people.ts';

/** Whose mailboxes what is sent to an address comes to: a person's, or those of all members of a group. Nobody's for addresses elsewhere. */
export function recipientsOf(db: Database, address: string): Person[] {
  const person = personByAddress(db, address);
  if (person) return [person];
  const group = allTeams(db).find((team) => groupMail(team) === address.toLowerCase());
  return group ? teamMembers(db, group.id).flatMap((member) => personBy(db, member.person) ?? []) : [];
}
