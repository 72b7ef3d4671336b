import * as v from 'valibot';
import type { Graph } from './client.ts';
import { failureOf, GraphFailure, isGraphFailure } from './failure.ts';
import { maybe, parse } from './parse.ts';
import { path, query } from './path.ts';
import { scopes } from './scopes.ts';
import { getSite, type Site } from './sites.ts';

const team = v.object({ id: v.string(), displayName: v.string(), description: maybe(v.string()) });
/** A team; its id is also the id of its Microsoft 365 group. */
export type Team = v.InferOutput<typeof team>;

const channel = v.object({
  id: v.string(),
  displayName: v.string(),
  membershipType: maybe(v.string()),
  webUrl: maybe(v.string()),
});
/** `membershipType` is standard, private or shared; only channels that I may see are told. */
export type Channel = v.InferOutput<typeof channel>;

export async function joinedTeams(graph: Graph): Promise<Team[]> {
  // joinedTeams takes no OData options (user-list-joinedteams).
  return (await graph.all({ path: '/me/joinedTeams', scopes: scopes.teams })).map((each) => parse(team, each, 'a team'));
}

/** May everybody in the organisation join the team and read its site? `visibility` is public or private (team). Throws GraphFailure notAllowed. */
export async function isPublicTeam(graph: Graph, teamId: string): Promise<boolean> {
  const answer = await graph.request({ path: query(path`/teams/${teamId}`, { $select: 'id,visibility' }), scopes: scopes.teams });
  return parse(v.object({ visibility: maybe(v.string()) }), answer.body, 'a team').visibility?.toLowerCase() === 'public';
}

export async function channels(graph: Graph, teamId: string): Promise<Channel[]> {
  const found = await graph.all({
    path: query(path`/teams/${teamId}/channels`, { $select: 'id,displayName,membershipType,webUrl' }),
    scopes: scopes.channels,
  });
  return found.map((each) => parse(channel, each, 'a channel'));
}

/** The channel that every team has from the start, whatever it is called (team-get-primarychannel). */
export async function primaryChannel(graph: Graph, teamId: string): Promise<Channel> {
  return parse(channel, (await graph.request({ path: path`/teams/${teamId}/primaryChannel`, scopes: scopes.channels })).body, 'a channel');
}

const member = v.object({
  userId: maybe(v.string()),
  displayName: maybe(v.string()),
  email: maybe(v.string()),
  roles: v.nullish(v.array(v.string()), []),
});
/** `roles` holds "owner" for one who owns the team, "guest" for a guest; empty for the others (conversationmember). */
export type ChannelMember = v.InferOutput<typeof member>;

/** The names of those who are in a channel; a private channel tells them to its members. Throws GraphFailure consent, notAllowed. */
export async function channelMembers(graph: Graph, teamId: string, channelId: string): Promise<string[]> {
  return (await teamPeople(graph, teamId, channelId)).map(({ displayName, email }) => displayName ?? email ?? '');
}

/** Those who are in a channel, as people. Throws GraphFailure consent, notAllowed. */
export async function teamPeople(graph: Graph, teamId: string, channelId: string): Promise<ChannelMember[]> {
  const found = await graph.all({ path: path`/teams/${teamId}/channels/${channelId}/members`, scopes: scopes.channelMembers });
  return found.map((each) => parse(member, each, 'a member'));
}

const folder = v.object({
  id: v.string(),
  parentReference: maybe(v.object({ driveId: maybe(v.string()), siteId: maybe(v.string()) })),
});
const root = v.object({
  sharepointIds: v.object({ siteId: v.string(), webId: v.string(), siteUrl: v.string() }),
});

/**
 * The site that keeps a channel's files: the team's own for a standard channel, its own for a private or shared one.
 * Null while that site does not exist: it is made when somebody opens the channel's Files for the first time (gdc#4452).
 */
export async function channelFilesSite(graph: Graph, teamId: string, channelId: string): Promise<Site | null> {
  let body: unknown;
  try {
    body = (await graph.request({ path: path`/teams/${teamId}/channels/${channelId}/filesFolder`, scopes: scopes.lists })).body;
  } catch (error) {
    if (isGraphFailure(error, 'notFound')) return null;
    throw error;
  }
  const reference = parse(folder, body, "a channel's folder").parentReference;
  return getSite(graph, reference?.siteId ?? (await siteOfDrive(graph, reference?.driveId ?? null)));
}

/** The folder of a channel's files, in its library; null while it does not exist, as for `channelFilesSite`. */
export async function channelFolder(
  graph: Graph,
  teamId: string,
  channelId: string,
): Promise<{ readonly driveId: string; readonly folderId: string } | null> {
  const address = path`/teams/${teamId}/channels/${channelId}/filesFolder`;
  try {
    const { id, parentReference } = parse(folder, (await graph.request({ path: address, scopes: scopes.lists })).body, "a channel's folder");
    const driveId = parentReference?.driveId ?? null;
    return driveId === null ? null : { driveId, folderId: id };
  } catch (error) {
    if (isGraphFailure(error, 'notFound')) return null;
    throw error;
  }
}

/** The sites of several channels in one batch, by the same rule; null for a channel that has none yet, or whose folder is not for me. */
export async function channelSiteIds(graph: Graph, teamId: string, channelIds: readonly string[]): Promise<(string | null)[]> {
  const asked = channelIds.map((id) => ({ path: path`/teams/${teamId}/channels/${id}/filesFolder`, scopes: scopes.lists }));
  const answers = await graph.batch(asked);
  return Promise.all(
    answers.map(async (answer, index) => {
      if (answer.status === 403 || answer.status === 404) return null;
      if (answer.status >= 300) throw failureOf(answer, asked[index]);
      const reference = parse(folder, answer.body, "a channel's folder").parentReference;
      return reference?.siteId ?? siteOfDrive(graph, reference?.driveId ?? null);
    }),
  );
}

/** Documentation promises the drive's id only; the site is then asked from the drive. */
async function siteOfDrive(graph: Graph, driveId: string | null): Promise<string> {
  if (driveId === null)
    throw new GraphFailure("Graph did not tell where a channel's files are", { kind: 'fault', status: null, code: 'unexpectedShape' });
  const answer = await graph.request({ path: query(path`/drives/${driveId}/root`, { $select: 'id,sharepointIds' }), scopes: scopes.lists });
  const { siteId, webId, siteUrl } = parse(root, answer.body, "a drive's root").sharepointIds;
  return `${new URL(siteUrl).hostname},${siteId},${webId}`;
}

const message = v.object({ id: v.string(), webUrl: maybe(v.string()) });
export type PostedMessage = v.InferOutput<typeof message>;

/** Bytes that a channel message may fill, as UTF-16, whole payload (Teams limits; BotFramework-Services#228). */
export const messageLimit = 28 * 1024;

/** How much of the limit a message would fill. */
export function messageSize(body: unknown): number {
  return JSON.stringify(body).length * 2;
}

/** Somebody whom `<at id="…">` in a message names; Graph refuses one whose user it does not know, and one that the text does not name (chatmessage-post). */
export interface MessageMention {
  readonly id: number;
  /** The object id. */
  readonly userId: string;
  readonly name: string;
}

export interface MessageBody {
  readonly subject?: string;
  readonly html: string;
  readonly mentions?: readonly MessageMention[] | undefined;
}

/**
 * Posts in a channel as the signed-in person. Reading messages back needs an administrator's consent, so what is
 * returned here is the only proof; a failure that is `uncertain` must be settled by a person who looks.
 * `lastLook` is done before each try. Throws GraphFailure tooLarge (before sending), notAllowed for someone outside the channel, and what
 * `lastLook` throws.
 */
export async function postChannelMessage(
  graph: Graph,
  teamId: string,
  channelId: string,
  content: MessageBody,
  lastLook?: () => Promise<void>,
): Promise<PostedMessage> {
  return post(graph, path`/teams/${teamId}/channels/${channelId}/messages`, content, lastLook);
}

/** A first message of a channel; answers stand under it, and never under another answer. */
export interface FirstMessage {
  readonly teamId: string;
  readonly channelId: string;
  readonly messageId: string;
}

/**
 * Answers a message in a channel as the signed-in person (chatmessage-post-replies); by the same rules as `postChannelMessage`. Clients show no subject of an
 * answer, so it stands above the words. Throws GraphFailure notFound as well, where there is no such message.
 */
export async function postReply(
  graph: Graph,
  { teamId, channelId, messageId }: FirstMessage,
  { subject, html, mentions }: MessageBody & { readonly subject: string },
  lastLook?: () => Promise<void>,
): Promise<PostedMessage> {
  const content = { html: `<p><strong>${asHtml(subject)}</strong></p>${html}`, mentions };
  return post(graph, path`/teams/${teamId}/channels/${channelId}/messages/${messageId}/replies`, content, lastLook);
}

const asHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/**
 * The id of the first message that a link to a message leads to, or null where it is no such link, or one to another channel. Ids are the millisecond a
 * message was made at; a link to an answer names its first message (`parentMessageId`).
 */
export function messageAt(link: string, channelId: string): string | null {
  try {
    const url = new URL(link);
    const [, , kind, thread, message] = url.pathname.split('/');
    if (kind !== 'message' || decodeURIComponent(thread ?? '') !== channelId) return null;
    const id = url.searchParams.get('parentMessageId') ?? message ?? '';
    return /^\d{1,20}$/.test(id) ? id : null;
  } catch {
    return null;
  }
}

async function post(
  graph: Graph,
  address: string,
  { subject, html, mentions = [] }: MessageBody,
  lastLook?: () => Promise<void>,
): Promise<PostedMessage> {
  const body = {
    ...(subject !== undefined && { subject }),
    body: { contentType: 'html', content: html },
    ...(mentions.length > 0 && { mentions: mentions.map(mentionOf) }),
  };
  if (messageSize(body) > messageLimit) {
    throw new GraphFailure(`The message fills ${messageSize(body)} of ${messageLimit} bytes`, {
      kind: 'tooLarge',
      status: null,
      code: 'MessageSizeTooBig',
    });
  }
  const answer = await graph.request({ method: 'POST', path: address, body, scopes: scopes.post, ...(lastLook && { lastLook }) });
  return parse(message, answer.body, 'a posted message');
}

const mentionOf = ({ id, userId, name }: MessageMention) => ({
  id,
  mentionText: name,
  mentioned: { user: { displayName: name, id: userId, userIdentityType: 'aadUser' } },
});
