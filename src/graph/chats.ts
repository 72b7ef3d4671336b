import * as v from 'valibot';
import type { Graph } from './client.ts';
import { maybe, parse } from './parse.ts';
import { path } from './path.ts';
import { scopes } from './scopes.ts';

const chat = v.object({
  id: v.string(),
  topic: maybe(v.string()),
  chatType: maybe(v.string()),
  onlineMeetingInfo: maybe(
    v.object({
      /** A REST id in my own mailbox where it is told at all. */
      calendarEventId: maybe(v.string()),
      joinWebUrl: maybe(v.string()),
      organizer: maybe(v.object({ id: maybe(v.string()), displayName: maybe(v.string()) })),
    }),
  ),
});
/** A chat; the chat of a meeting knows its event and join link. */
export type Chat = v.InferOutput<typeof chat>;

/** Meeting chats are missing from lists of chats (gd#10521) but are found by id. */
export async function getChat(graph: Graph, id: string): Promise<Chat> {
  return parse(chat, (await graph.request({ path: path`/chats/${id}`, scopes: scopes.chat })).body, 'a chat');
}
