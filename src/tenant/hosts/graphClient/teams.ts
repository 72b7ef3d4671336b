import { recordAt, recordsAt, textAt } from '../wire/record.ts';
import type { UnknownRecord } from '../wire/record.ts';
import type { GraphSession } from './session.ts';

/** A team: `id` is the GUID Graph uses for team and group alike. */
export interface Team {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
}

export interface Channel {
  readonly id: string;
  readonly displayName: string;
  readonly membershipType: 'standard' | 'private' | 'shared';
}

export interface ChannelMessage {
  readonly id: string;
  readonly from: string;
  readonly created: Date;
  readonly subject: string;
  readonly html: string;
  readonly importance: string;
  readonly cards: readonly string[];
  readonly replies: readonly ChannelMessage[];
}

/** A SharePoint site by its address, split as the Teams context carries it. */
export interface Site {
  readonly id: string;
  readonly webUrl: string;
}

export async function listTeams(session: GraphSession): Promise<Team[]> {
  const teams = await session.list('/me/joinedTeams');
  return teams.map((team) => ({ id: textAt(team, 'id'), displayName: textAt(team, 'displayName'), description: textAt(team, 'description') }));
}

/** The team's channels the person may see: all standard ones, private ones only as a member. General first. */
export async function listChannels(session: GraphSession, teamId: string): Promise<Channel[]> {
  const channels = await session.list(`/teams/${teamId}/channels`);
  return channels
    .map((channel): Channel => {
      const type = textAt(channel, 'membershipType');
      return {
        id: textAt(channel, 'id'),
        displayName: textAt(channel, 'displayName'),
        membershipType: type === 'private' || type === 'shared' ? type : 'standard',
      };
    })
    .sort((a, b) => Number(isGeneral(b)) - Number(isGeneral(a)));
}

/** True for the channel every team has. */
export function isGeneral(channel: Channel): boolean {
  return channel.displayName === 'General' || channel.displayName === 'Generelt';
}

/** The posts of a channel with their replies, oldest first. */
export async function listMessages(session: GraphSession, teamId: string, channelId: string): Promise<ChannelMessage[]> {
  const resources = await session.list(`/teams/${teamId}/channels/${encodeURIComponent(channelId)}/messages?$top=50&$expand=replies`);
  return inOrder(resources.map(readMessage));
}

/** The messages of a meeting's chat, oldest first. */
export async function listChatMessages(session: GraphSession, chatId: string): Promise<ChannelMessage[]> {
  const resources = await session.list(`/chats/${encodeURIComponent(chatId)}/messages?$top=50`);
  return inOrder(resources.filter((resource) => textAt(resource, 'messageType', 'message') === 'message').map(readMessage));
}

function inOrder(messages: ChannelMessage[]): ChannelMessage[] {
  return messages.sort((a, b) => a.created.getTime() - b.created.getTime());
}

function readMessage(resource: UnknownRecord): ChannelMessage {
  const body = recordAt(resource, 'body');
  return {
    id: textAt(resource, 'id'),
    from: textAt(recordAt(recordAt(resource, 'from'), 'user'), 'displayName'),
    created: new Date(textAt(resource, 'createdDateTime') || 0),
    subject: textAt(resource, 'subject'),
    html: textAt(body, 'content'),
    importance: textAt(resource, 'importance', 'normal'),
    cards: recordsAt(resource, 'attachments')
      .filter((attachment) => textAt(attachment, 'contentType') === 'application/vnd.microsoft.card.adaptive')
      .map((attachment) => textAt(attachment, 'content')),
    replies: inOrder(recordsAt(resource, 'replies').map(readMessage)),
  };
}

/**
 * The site behind a channel: the team's own for standard channels, the channel's own for private and shared ones
 * (from its files folder). Null when it is not provisioned or not the person's to see.
 */
export async function siteOfChannel(session: GraphSession, team: Team, channel: Channel): Promise<Site | null> {
  if (channel.membershipType === 'standard') {
    const site = await session.get(`/groups/${team.id}/sites/root`);
    return { id: textAt(site, 'id'), webUrl: textAt(site, 'webUrl') };
  }
  const folder = await session.get(`/teams/${team.id}/channels/${encodeURIComponent(channel.id)}/filesFolder`);
  const id = textAt(recordAt(folder, 'sharepointIds'), 'siteId') || textAt(recordAt(folder, 'parentReference'), 'siteId');
  const library = textAt(folder, 'webUrl');
  const match = /^(https:\/\/[^/]+\/(?:sites|teams)\/[^/]+)/.exec(library);
  return match?.[1] ? { id, webUrl: match[1] } : null;
}

/** Posts a message as the person. @returns the new message's id */
export async function postMessage(session: GraphSession, teamId: string, channelId: string, html: string): Promise<string> {
  const message = await session.post(`/teams/${teamId}/channels/${encodeURIComponent(channelId)}/messages`, {
    body: { contentType: 'html', content: html },
  });
  return textAt(message, 'id');
}
