import type { Graph } from '../graph/client.ts';
import { joinedTeams } from '../graph/teams.ts';
import { withoutHiddenSigns } from '../meeting/hiddenSigns.ts';
import { translated } from './failure.ts';

/** The teams I am a member of: each may have a board. */
export async function myTeams(graph: Graph): Promise<{ id: string; name: string }[]> {
  return translated('Reading my teams', async () =>
    (await joinedTeams(graph)).map((team) => ({ id: team.id, name: withoutHiddenSigns(team.displayName) })),
  );
}
