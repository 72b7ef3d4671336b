import { z } from 'zod';
import type { GraphCall } from '../gateway/call.ts';
import { missing, refused } from '../gateway/graphError.ts';
import { personBy, type Person } from '../directory/people.ts';
import { isTeamMember, type ChannelKind } from './teamStore.ts';

const memberShape = z.looseObject({
  '@odata.type': z.string().optional(),
  'user@odata.bind': z.string(),
  roles: z.array(z.enum(['owner', 'guest'])).optional(),
});

/** Who is named by `user@odata.bind` (an address ending in `users('id')` or `users/id`), and whether as an owner. */
export function memberNamed(call: GraphCall, given: unknown): { person: Person; owner: boolean } {
  const parsed = memberShape.safeParse(given);
  const name = parsed.success ? /\/users(?:\('([^']+)'\)|\/([^/]+))$/i.exec(parsed.data['user@odata.bind']) : null;
  if (!parsed.success || !name) throw refused('teams', "Bad Request: a member is given by 'user@odata.bind' with the address of a user.");
  const person = personBy(call.tenant.db, name[1] ?? name[2] ?? '');
  if (!person) throw missing('teams');
  return { person, owner: parsed.data.roles?.includes('owner') ?? false };
}

/** A private channel takes members of its team, a shared one anybody of the tenant (graph channel-post-members). */
export function refuseStranger(call: GraphCall, team: string, kind: ChannelKind, person: Person): void {
  if (kind === 'private' && !isTeamMember(call.tenant.db, team, person.id))
    throw refused('teams', 'The user must be a member of the team before they can be added to a private channel.');
}

/** The people named in a new channel's `members`, with who makes it as an owner. */
export function firstMembers(call: GraphCall, team: string, kind: ChannelKind, given: readonly unknown[]): { person: string; owner: boolean }[] {
  const named = given.map((one) => memberNamed(call, one));
  for (const { person } of named) refuseStranger(call, team, kind, person);
  return [
    ...named.filter(({ person }) => person.id !== call.caller.id).map(({ person, owner }) => ({ person: person.id, owner })),
    { person: call.caller.id, owner: true },
  ];
}
