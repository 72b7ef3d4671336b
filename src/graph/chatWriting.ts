import * as v from 'valibot';
import type { Graph } from './client.ts';
import { parse } from './parse.ts';
import { path } from './path.ts';
import { scopes } from './scopes.ts';

const [openChat, writeChat] = scopes.tell;

const made = v.object({ id: v.string() });

const member = (user: string) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles: ['owner'],
  'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${user.replaceAll("'", "''")}')`,
});

/**
 * The id of the chat between two people, of whom the caller is one. It is made where there is none; asked for again, the same comes back (chat-post).
 * @param people object ids or sign-in names
 */
export async function chatBetween(graph: Graph, people: readonly [string, string]): Promise<string> {
  const body = { chatType: 'oneOnOne', members: people.map(member) };
  return parse(made, (await graph.request({ method: 'POST', path: '/chats', body, scopes: [openChat] })).body, 'a chat').id;
}

/** Writes in a chat as the signed-in person (chat-post-messages). `lastLook` is done before each try; where it throws, nothing was sent. */
export async function postChatMessage(graph: Graph, chatId: string, text: string, lastLook: () => Promise<void>): Promise<void> {
  const body = { body: { contentType: 'text', content: text } };
  await graph.request({ method: 'POST', path: path`/chats/${chatId}/messages`, body, scopes: [writeChat], lastLook });
}
