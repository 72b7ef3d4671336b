import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { denied, missing, refused } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { personBy } from '../directory/people.ts';
import { memberNamed, refuseStranger } from './memberNamed.ts';
import { readChannelMembers } from './scopes.ts';
import { channelFor, memberResource } from './teams.ts';
import { addChannelMember, membersOf, removeChannelMember, type Channel } from './teamStore.ts';

const writeChannelMembers = ['ChannelMember.ReadWrite.All'] as const;

/** A channel with members of its own, for those who may change them. */
function ownedChannel(call: GraphCall): { team: string; channel: Channel } {
  const { team, channel } = channelFor(call);
  if (channel.kind === 'standard') throw refused('teams', 'Members can be added to and removed from private and shared channels only.');
  const own = membersOf(call.tenant.db, channel).find(({ person }) => person === call.caller.id);
  if (!own?.owner) throw denied('teams');
  return { team: team.id, channel };
}

function memberIn(call: GraphCall, channel: Channel): { person: string; resource: Resource } {
  for (const { person, owner } of membersOf(call.tenant.db, channel)) {
    const known = personBy(call.tenant.db, person);
    const resource = known && memberResource(known, owner, channel.id);
    if (resource && resource['id'] === call.params['member']) return { person, resource };
  }
  throw missing('teams');
}

const membersContext = (call: GraphCall, team: string, channel: string): string =>
  context(call, `teams('${team}')/channels('${channel}')/members/$entity`);

const getMember = (call: GraphCall): GraphAnswer => {
  const { team, channel } = channelFor(call);
  return ok({ '@odata.context': membersContext(call, team.id, channel.id), ...memberIn(call, channel).resource });
};

function postMember(call: GraphCall): GraphAnswer {
  const { team, channel } = ownedChannel(call);
  const { person, owner } = memberNamed(call, call.body);
  refuseStranger(call, team, channel.kind, person);
  addChannelMember(call.tenant.db, channel.id, person.id, owner);
  return created({ '@odata.context': membersContext(call, team, channel.id), ...memberResource(person, owner, channel.id) });
}

/** Who is taken off loses the channel's site with it. The last owner stays. */
function deleteMember(call: GraphCall): GraphAnswer {
  const { channel } = ownedChannel(call);
  const { person } = memberIn(call, channel);
  const owners = membersOf(call.tenant.db, channel).filter(({ owner }) => owner);
  if (owners.length === 1 && owners[0]?.person === person) throw refused('teams', 'The last owner of a channel cannot be removed.');
  removeChannelMember(call.tenant.db, channel.id, person);
  return noContent;
}

const root = '/teams/{team}/channels/{channel}/members';

export const channelMemberRoutes: Route[] = table('teams')(
  [`POST ${root}`, writeChannelMembers, postMember],
  [`GET ${root}/{member}`, readChannelMembers, getMember],
  [`DELETE ${root}/{member}`, writeChannelMembers, deleteMember],
);
