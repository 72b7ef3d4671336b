import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { denied, missing } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { messageBy, messageChanges, messagesPage, sendMessage, softDeleteMessage } from './messages.ts';
import { changeChannelMessages, readChannelMessages, sendChannelMessages } from './scopes.ts';
import { channelFor } from './teams.ts';

function post(call: GraphCall): GraphAnswer {
  const { team, channel } = channelFor(call);
  const message = sendMessage(call, { kind: 'channel', id: channel.id, team: team.id }, null);
  return created({ '@odata.context': context(call, `teams('${team.id}')/channels('${channel.id}')/messages/$entity`), ...message });
}

/** The message a path names; replies hang under a first message, never under a reply. */
function parentIn(call: GraphCall, channel: string): Resource {
  const message = messageBy(call.tenant.db, channel, call.params['message'] ?? '');
  if (!message || message['replyToId'] !== null) throw missing('teams');
  return message;
}

function postReply(call: GraphCall): GraphAnswer {
  const { team, channel } = channelFor(call);
  const parent = parentIn(call, channel.id);
  const reply = sendMessage(call, { kind: 'channel', id: channel.id, team: team.id }, String(parent['id']));
  return created({ '@odata.context': context(call, 'replies/$entity'), ...reply });
}

const list = (call: GraphCall): GraphAnswer => {
  const { channel } = channelFor(call);
  return ok({ '@odata.context': context(call, 'messages'), ...messagesPage(call, channel.id, null) });
};

const get = (call: GraphCall): GraphAnswer => {
  const { channel } = channelFor(call);
  return ok({ '@odata.context': context(call, 'messages/$entity'), ...parentIn(call, channel.id) });
};

const listReplies = (call: GraphCall): GraphAnswer => {
  const { channel } = channelFor(call);
  return ok({ '@odata.context': context(call, 'replies'), ...messagesPage(call, channel.id, String(parentIn(call, channel.id)['id'])) });
};

const getReply = (call: GraphCall): GraphAnswer => {
  const { channel } = channelFor(call);
  const parent = parentIn(call, channel.id);
  const reply = messageBy(call.tenant.db, channel.id, call.params['reply'] ?? '');
  if (!reply || reply['replyToId'] !== parent['id']) throw missing('teams');
  return ok({ '@odata.context': context(call, 'replies/$entity'), ...reply });
};

/** Whoever wrote a message may take it away (graph chatmessage-softdelete). That an owner of the team may, too, is not played. */
const softDelete = (call: GraphCall): GraphAnswer => {
  const { channel } = channelFor(call);
  const message = parentIn(call, channel.id);
  if ((message['from'] as { user?: { id?: string } } | null)?.user?.id !== call.caller.id) throw denied('teams');
  softDeleteMessage(call.tenant.db, channel.id, message, call.tenant.now());
  return noContent;
};

/** Messages new or changed since a token, an answer to one among it; the last page carries the delta link (graph chatmessage-delta). */
const delta = (call: GraphCall): GraphAnswer => {
  const { channel } = channelFor(call);
  return ok({ '@odata.context': context(call, 'Collection(chatMessage)'), ...messageChanges(call, channel.id) });
};

const root = '/teams/{team}/channels/{channel}/messages';

export const channelMessageRoutes: Route[] = table('teams')(
  [`GET ${root}`, readChannelMessages, list],
  [`GET ${root}/delta`, readChannelMessages, delta],
  [`POST ${root}`, sendChannelMessages, post],
  [`GET ${root}/{message}`, readChannelMessages, get],
  [`POST ${root}/{message}/softDelete`, changeChannelMessages, softDelete],
  [`GET ${root}/{message}/replies`, readChannelMessages, listReplies],
  [`POST ${root}/{message}/replies`, sendChannelMessages, postReply],
  [`GET ${root}/{message}/replies/{reply}`, readChannelMessages, getReply],
);
