import type { Graph } from '../graph/client.ts';
import { primaryChannel, teamPeople } from '../graph/teams.ts';
import { withoutHiddenSigns } from '../meeting/hiddenSigns.ts';
import type { Person } from '../meeting/meeting.ts';
import type { BoardPlace } from './circle.ts';
import { translated } from './failure.ts';

/** Somebody in a team. */
export interface TeamMember {
  readonly person: Person;
  readonly isOwner: boolean;
}

/** Those in the board's team, by name: whoever is in the channel that every team has. Throws Failure ConsentMissing, NotAllowed. */
export async function teamMembers(graph: Graph, { teamId }: BoardPlace): Promise<readonly TeamMember[]> {
  return translated('Reading the members of the team', async () => {
    const { id } = await primaryChannel(graph, teamId);
    const found = await teamPeople(graph, teamId, id);
    return found
      .map(({ userId, displayName, email, roles }) => ({
        person: { id: userId, name: withoutHiddenSigns(displayName ?? email ?? ''), email },
        isOwner: roles.includes('owner'),
      }))
      .sort((a, b) => a.person.name.localeCompare(b.person.name, 'da'));
  });
}
