import type { Graph } from '../graph/client.ts';
import { groupSiteRequest, parseSite } from '../graph/sites.ts';
import { channelMembers, joinedTeams, primaryChannel, type Team } from '../graph/teams.ts';
import type { ClosedRoom } from '../meeting/circle.ts';
import { isPassing } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import { sameSite } from '../meeting/sameSite.ts';
import { translated } from './failure.ts';

/**
 * Those who read in a place, by name: the members of a private channel, or of the team whose own site it is, where I am in that team. Null where they cannot
 * be read: a channel's need a permission of its own, which an administrator gives, and of other sites Graph tells nobody's.
 */
export async function placeMembers(graph: Graph, teamId: string, room: ClosedRoom): Promise<string[] | null> {
  try {
    const names = await translated('Reading the members of the place', async () => {
      if (room.kind === 'channel') return channelMembers(graph, teamId, room.channelId);
      const team = await teamOfSite(graph, room.siteId);
      return team === null ? null : channelMembers(graph, team.id, (await primaryChannel(graph, team.id)).id);
    });
    return names === null ? null : [...names].sort((a, b) => a.localeCompare(b, 'da'));
  } catch (error) {
    if (isPassing(error)) throw error;
    return null;
  }
}

/** The team of mine whose own site it is, or null. */
export async function teamOfSite(graph: Graph, siteId: SiteId): Promise<Team | null> {
  const teams = await joinedTeams(graph);
  const answers = await graph.batch(teams.map(({ id }) => groupSiteRequest(id)));
  const at = answers.findIndex((answer) => answer.status < 300 && sameSite(parseSite(answer.body).id, siteId));
  return teams[at] ?? null;
}
