import { ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { denied, missing } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { allTeams, groupMail, isTeamMember, teamBy, teamMembers, teamsOf, type Team } from '../teams/teamStore.ts';
import { personBy } from './people.ts';
import { userResource } from './users.ts';

const readGroups = ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All'] as const;
const readMembers = ['GroupMember.Read.All', ...readGroups] as const;

function groupResource(team: Team): Resource {
  const nickname = groupMail(team).split('@')[0] ?? '';
  return {
    id: team.id,
    createdDateTime: team.body.createdDateTime,
    description: team.body.description,
    displayName: team.displayName,
    groupTypes: ['Unified'],
    mail: groupMail(team),
    mailEnabled: true,
    mailNickname: nickname,
    securityEnabled: false,
    visibility: team.body.visibility === 'public' ? 'Public' : 'Private',
    resourceProvisioningOptions: ['Team'],
  };
}

const listGroups = (call: GraphCall): GraphAnswer =>
  ok({ '@odata.context': context(call, 'groups'), value: allTeams(call.tenant.db).map(groupResource) });

function groupFor(call: GraphCall): Team {
  const team = teamBy(call.tenant.db, call.params['group'] ?? '');
  if (!team) throw missing('directory', call.params['group'] ?? '');
  return team;
}

const getGroup = (call: GraphCall): GraphAnswer => ok({ '@odata.context': context(call, 'groups/$entity'), ...groupResource(groupFor(call)) });

function listMembers(call: GraphCall, ownersOnly: boolean): GraphAnswer {
  const { db } = call.tenant;
  const team = groupFor(call);
  if (!isTeamMember(db, team.id, call.caller.id)) throw denied('directory');
  const value = teamMembers(db, team.id)
    .filter(({ owner }) => owner || !ownersOnly)
    .flatMap(({ person }) => {
      const known = personBy(db, person);
      return known ? [{ '@odata.type': '#microsoft.graph.user', ...userResource(known) }] : [];
    });
  return ok({ '@odata.context': context(call, 'directoryObjects'), value });
}

const memberOf = (call: GraphCall): GraphAnswer =>
  ok({
    '@odata.context': context(call, 'directoryObjects'),
    value: teamsOf(call.tenant.db, call.caller.id).map((team) => ({ '@odata.type': '#microsoft.graph.group', ...groupResource(team) })),
  });

export const groupRoutes: Route[] = table('directory')(
  ['GET /groups', ['GroupMember.Read.All', ...readGroups], listGroups],
  ['GET /groups/{group}', readGroups, getGroup],
  ['GET /groups/{group}/members', readMembers, (call) => listMembers(call, false)],
  ['GET /groups/{group}/owners', readMembers, (call) => listMembers(call, true)],
  ['GET /users/{user}/memberOf', [...readMembers, 'User.Read'], memberOf],
);
