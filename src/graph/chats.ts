import * as z from 'zod/mini';
import type { Graph } from './client.ts';
import { maybe, parse } from './parse.ts';
import { path } from './path.ts';
import { scopes } from './scopes.ts';

const chat = z.object({
  id: z.string(),
  topic: maybe(z.string()),
  chatType: maybe(z.string()),
  onlineMeetingInfo: maybe(
    z.object({
      /** A REST id in my own mailbox where it is told at all. */
      calendarEventId: maybe(z.string()),
      joinWebUrl: maybe(z.string()),
      organizer: maybe(z.object({ id: maybe(z.string()), displayName: maybe(z.string()) })),
    }),
  ),
});
/** A chat; the chat of a meeting knows its event and join link. */
export type Chat = z.output<typeof chat>;

/** Meeting chats are missing from lists of chats (gd#10521) but are found by id. */
export async function getChat(graph: Graph, id: string): Promise<Chat> {
  return parse(chat, (await graph.request({ path: path`/chats/${id}`, scopes: scopes.chat })).body, 'a chat');
}
