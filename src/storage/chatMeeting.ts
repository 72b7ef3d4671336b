import type { GraphEvent } from '../graph/events.ts';
import { joinLinksIn, joinsChat, samePlace } from '../meeting/joinLink.ts';

/**
 * Does this copy of an event join the chat's meeting? By what its links mean: they are written in several ways, and the link in the body
 * may be the long one where the event's own is the short one, which does not tell the chat.
 */
export function joinsMeeting({ onlineMeeting, body }: GraphEvent, chatId: string, joinWebUrl: string | null): boolean {
  const own = onlineMeeting?.joinUrl ?? null;
  const joins = (link: string) => joinsChat(link, chatId) || (joinWebUrl !== null && samePlace(link, joinWebUrl));
  if (own === null) return false;
  if (joins(own)) return true;
  // Long links that lead elsewhere are an answer; the body is asked only where the event's own link is short.
  return !/meetup-join/i.test(own) && joinLinksIn(body?.content ?? '').some(joins);
}
