import { z } from 'zod';
import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { denied, GraphError, missing, refused } from '../gateway/graphError.ts';
import { guidOf, newGuid } from '../../ids.ts';
import { SHAREPOINT_HOST, TENANT_ID } from '../../known.ts';
import { parseFilter, satisfies, valueAt } from '../odata/filter.ts';
import { context } from '../odata/paging.ts';
import { mailOf, personBy, type Person } from '../directory/people.ts';
import { driveOfSite } from '../files/driveStore.ts';
import { folderResource } from '../files/driveItemResource.ts';
import { childByName, rootOf } from '../files/driveStore.ts';
import { siteBy } from '../sharepoint/siteStore.ts';
import { firstMembers } from './memberNamed.ts';
import {
  addChannel,
  addChannelMember,
  channelBy,
  channelIdOf,
  channelsOf,
  isChannelMember,
  isTeamMember,
  membersOf,
  teamBy,
  teamMembers,
  teamsOf,
  type Channel,
  type Team,
} from './teamStore.ts';
import { readChannelMembers, readChannels, readFilesFolder, readTabs, readTeamMembers, readTeams, writeTabs } from './scopes.ts';

/** The team a path names, for its members only. */
export function teamFor(call: GraphCall): Team {
  const team = teamBy(call.tenant.db, call.params['team'] ?? '');
  if (!team) throw new GraphError(404, 'NotFound', `No team found with Group Id ${call.params['team'] ?? ''}`);
  if (!isTeamMember(call.tenant.db, team.id, call.caller.id)) throw denied('teams');
  return team;
}

/**
 * The channel a path names, for those who can see it. Members of a shared channel need not be in its team, and see no
 * more of it than the channel. @throws GraphError 403, 404
 */
export function channelFor(call: GraphCall): { team: Team; channel: Channel } {
  const { db } = call.tenant;
  const shared = channelBy(db, (call.params['team'] ?? '').toLowerCase(), call.params['channel'] ?? '');
  const host = shared?.kind === 'shared' && isChannelMember(db, shared, call.caller.id) ? teamBy(db, shared.team) : undefined;
  const team = host ?? teamFor(call);
  const channel = channelBy(db, team.id, call.params['channel'] ?? '');
  if (!channel) throw missing('teams');
  if (!isChannelMember(call.tenant.db, channel, call.caller.id)) throw denied('teams');
  return { team, channel };
}

export function teamResource(team: Team): Resource {
  return {
    id: team.id,
    createdDateTime: team.body.createdDateTime,
    displayName: team.displayName,
    description: team.body.description,
    internalId: null,
    classification: null,
    specialization: null,
    visibility: team.body.visibility ?? 'private',
    webUrl: `https://teams.microsoft.com/l/team/conversations?groupId=${team.id}&tenantId=${TENANT_ID}`,
    isArchived: false,
    tenantId: TENANT_ID,
  };
}

export function channelResource(channel: Channel): Resource {
  return {
    id: channel.id,
    createdDateTime: channel.body.createdDateTime,
    displayName: channel.body.displayName,
    description: channel.body.description,
    isFavoriteByDefault: null,
    email: '',
    tenantId: TENANT_ID,
    webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}/${encodeURIComponent(channel.body.displayName)}?groupId=${channel.team}&tenantId=${TENANT_ID}`,
    membershipType: channel.kind,
    isArchived: false,
  };
}

export function memberResource(person: Person, owner: boolean, scope: string): Resource {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(`MCMjMiMj${TENANT_ID}##${scope}##${person.id}`).toString('base64'),
    roles: owner ? ['owner'] : [],
    displayName: person.displayName,
    visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    userId: person.id,
    email: mailOf(person),
    tenantId: TENANT_ID,
  };
}

function joinedTeams(call: GraphCall): GraphAnswer {
  const named = call.params['user'] ?? 'me';
  const person = named === 'me' ? call.caller.id : personBy(call.tenant.db, named)?.id;
  if (person !== call.caller.id) throw denied('teams');
  const teams = teamsOf(call.tenant.db, call.caller.id);
  return ok({
    '@odata.context': context(call, 'teams'),
    '@odata.count': teams.length,
    value: teams.map(teamResource),
  });
}

const getTeam = (call: GraphCall): GraphAnswer => ok({ '@odata.context': context(call, 'teams/$entity'), ...teamResource(teamFor(call)) });

function people(call: GraphCall, members: { person: string; owner: boolean }[], scope: string): GraphAnswer {
  const { db } = call.tenant;
  const value = members.flatMap(({ person, owner }) => {
    const known = personBy(db, person);
    return known ? [memberResource(known, owner, scope)] : [];
  });
  const filter = call.query.get('filter');
  const wanted = filter === undefined ? undefined : parseFilter(filter.replaceAll('microsoft.graph.aadUserConversationMember/', ''));
  const shown = wanted ? value.filter((member) => satisfies(wanted, (path) => valueAt(member, path))) : value;
  return ok({ '@odata.context': context(call, 'members'), '@odata.count': shown.length, value: shown });
}

const listTeamMembers = (call: GraphCall): GraphAnswer => {
  const team = teamFor(call);
  return people(call, teamMembers(call.tenant.db, team.id), team.id);
};

/** Private and shared channels are listed for their members only. */
function listChannels(call: GraphCall): GraphAnswer {
  const team = teamFor(call);
  const { db } = call.tenant;
  const filter = call.query.get('filter');
  const wanted = filter === undefined ? undefined : parseFilter(filter);
  const value = channelsOf(db, team.id)
    .filter((channel) => isChannelMember(db, channel, call.caller.id))
    .map(channelResource)
    .filter((channel) => !wanted || satisfies(wanted, (path) => valueAt(channel, path)));
  return ok({
    '@odata.context': context(call, `teams('${team.id}')/channels`),
    '@odata.count': value.length,
    value,
  });
}

function primaryChannel(call: GraphCall): GraphAnswer {
  const team = teamFor(call);
  const general = channelsOf(call.tenant.db, team.id).find(({ body }) => body.isGeneral);
  if (!general) throw missing('teams');
  return ok({ '@odata.context': context(call, `teams('${team.id}')/channels/$entity`), ...channelResource(general) });
}

const getChannel = (call: GraphCall): GraphAnswer => {
  const { team, channel } = channelFor(call);
  return ok({
    '@odata.context': context(call, `teams('${team.id}')/channels/$entity`),
    ...channelResource(channel),
  });
};

const channelShape = z.looseObject({
  displayName: z.string().min(1).max(50),
  description: z.string().max(1024).nullish(),
  membershipType: z.string().nullish(),
  members: z.array(z.unknown()).nullish(),
});

/**
 * A private or shared channel made now has no site until somebody opens its files (gdc#4452, an issue). A shared one is
 * not answered with itself but with the address of an operation (graph channel-post).
 */
function postChannel(call: GraphCall): GraphAnswer {
  const team = teamFor(call);
  const parsed = channelShape.safeParse(call.body);
  if (!parsed.success) throw refused('teams', 'Invalid channel: a displayName of at most 50 characters is required.');
  const { displayName, description, membershipType } = parsed.data;
  const kind = (membershipType ?? 'standard').toLowerCase();
  if (kind !== 'standard' && kind !== 'private' && kind !== 'shared') throw refused('teams', `Invalid membershipType '${membershipType ?? ''}'.`);
  const { db } = call.tenant;
  if (channelsOf(db, team.id).some(({ body }) => body.displayName.toLowerCase() === displayName.toLowerCase()))
    throw new GraphError(400, 'BadRequest', 'Channel name already existed, please use other name.');
  const channel: Channel = {
    id: channelIdOf(newGuid()),
    team: team.id,
    kind,
    site: kind === 'standard' ? team.site : '',
    provisioned: kind === 'standard',
    body: { displayName, description: description ?? '', createdDateTime: new Date(call.tenant.now()).toISOString(), isGeneral: false },
  };
  const members = kind === 'standard' ? [] : firstMembers(call, team.id, kind, parsed.data.members ?? []);
  addChannel(db, channel);
  for (const { person, owner } of members) addChannelMember(db, channel.id, person, owner);
  if (kind === 'shared') {
    const operation = `/teams/${team.id}/operations/${operationOf(channel)}`;
    return { status: 202, headers: { Location: operation, 'Content-Location': operation } };
  }
  return created({ '@odata.context': context(call, `teams('${team.id}')/channels/$entity`), ...channelResource(channel) });
}

/** Making a shared channel is the only operation here, and done at once: its id follows from the channel's. */
const operationOf = (channel: Channel): string => guidOf(`making of ${channel.id}`);

function getOperation(call: GraphCall): GraphAnswer {
  const team = teamFor(call);
  const channel = channelsOf(call.tenant.db, team.id).find((one) => operationOf(one) === call.params['operation']);
  if (!channel) throw missing('teams');
  return ok({
    '@odata.context': context(call, `teams('${team.id}')/operations/$entity`),
    id: operationOf(channel),
    operationType: 'createChannel',
    createdDateTime: channel.body.createdDateTime,
    status: 'succeeded',
    lastActionDateTime: channel.body.createdDateTime,
    attemptsCount: 1,
    targetResourceId: channel.id,
    targetResourceLocation: `/teams('${team.id}')/channels('${channel.id}')`,
    error: null,
  });
}

const listChannelMembers = (call: GraphCall): GraphAnswer => {
  const { channel } = channelFor(call);
  return people(call, membersOf(call.tenant.db, channel), channel.id);
};

/** The folder of a channel's files; 404 while a private channel's site is not there (gdc#4452, gdc#8982). */
function filesFolder(call: GraphCall): GraphAnswer {
  const { channel } = channelFor(call);
  const { db } = call.tenant;
  const site = channel.provisioned ? siteBy(db, channel.site) : undefined;
  const drive = site && driveOfSite(db, site.id);
  const folder = drive && (childByName(db, drive.id, rootOf(db, drive.id).id, channel.body.displayName) ?? rootOf(db, drive.id));
  if (!site || !drive || !folder)
    throw new GraphError(404, 'ItemNotFound', 'Folder location for this channel is not ready yet, please try again later.');
  return ok({
    '@odata.context': context(call, 'driveItem/$entity'),
    ...folderResource(db, drive, folder),
    webUrl: `https://${SHAREPOINT_HOST}${site.path}/Shared%20Documents/${encodeURIComponent(channel.body.displayName)}`,
  });
}

function listTabs(call: GraphCall): GraphAnswer {
  const { channel } = channelFor(call);
  const rows = call.tenant.db.all<{ body: string }>('SELECT body FROM tab WHERE channel = ?', channel.id);
  return ok({ '@odata.context': context(call, 'tabs'), '@odata.count': rows.length, value: rows.map(({ body }) => JSON.parse(body) as Resource) });
}

const tabShape = z.looseObject({
  displayName: z.string().max(128),
  'teamsApp@odata.bind': z.string().optional(),
  configuration: z.record(z.string(), z.unknown()).nullish(),
});

function postTab(call: GraphCall): GraphAnswer {
  const { channel } = channelFor(call);
  const parsed = tabShape.safeParse(call.body);
  if (!parsed.success) throw refused('teams', 'Invalid tab: a displayName is required.');
  const { displayName, configuration } = parsed.data;
  const id = newGuid();
  const tab = {
    id,
    displayName,
    webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}/tab%3a%3a${id}`,
    configuration: { entityId: null, contentUrl: null, removeUrl: null, websiteUrl: null, ...configuration },
  };
  call.tenant.db.run('INSERT INTO tab (id, channel, body) VALUES (?,?,?)', id, channel.id, JSON.stringify(tab));
  return created({ '@odata.context': context(call, 'tabs/$entity'), ...tab });
}

function deleteTab(call: GraphCall): GraphAnswer {
  const { channel } = channelFor(call);
  if (call.tenant.db.run('DELETE FROM tab WHERE id = ? AND channel = ?', call.params['tab'] ?? '', channel.id) === 0) throw missing('teams');
  return noContent;
}

export const teamRoutes: Route[] = [
  ...table('teams')(
    ['GET /users/{user}/joinedTeams', readTeams, joinedTeams],
    ['GET /teams/{team}', readTeams, getTeam],
    ['GET /teams/{team}/members', readTeamMembers, listTeamMembers],
    ['GET /teams/{team}/channels', readChannels, listChannels],
    ['GET /teams/{team}/allChannels', readChannels, listChannels],
    ['POST /teams/{team}/channels', ['Channel.Create', 'Group.ReadWrite.All'], postChannel],
    ['GET /teams/{team}/operations/{operation}', ['Channel.Create', ...readTeams, ...readChannels], getOperation],
    ['GET /teams/{team}/primaryChannel', readChannels, primaryChannel],
    ['GET /teams/{team}/channels/{channel}', readChannels, getChannel],
    ['GET /teams/{team}/channels/{channel}/members', readChannelMembers, listChannelMembers],
    ['GET /teams/{team}/channels/{channel}/filesFolder', readFilesFolder, filesFolder],
    ['GET /teams/{team}/channels/{channel}/tabs', readTabs, listTabs],
    ['POST /teams/{team}/channels/{channel}/tabs', writeTabs, postTab],
    ['DELETE /teams/{team}/channels/{channel}/tabs/{tab}', writeTabs, deleteTab],
  ),
];
