import type { Graph } from './client.ts';
import { eventFields, outlookHeaders, parseEventOf, type GraphEvent } from './events.ts';
import { path, query } from './path.ts';
import { scopes } from './scopes.ts';

/** What one organiser has made between two instants with an id of their own, in my calendar or in one that is shared with me: attendees and times, without the words. */
export async function madeBetween(graph: Graph, mailbox: string | null, window: { from: Date; to: Date }): Promise<GraphEvent[]> {
  const place = mailbox === null ? '/me' : path`/users/${mailbox}`;
  const events = await graph.all({
    path: query(`${place}/calendarView`, {
      startDateTime: window.from.toISOString(),
      endDateTime: window.to.toISOString(),
      $select: eventFields,
      $top: 100,
    }),
    headers: outlookHeaders,
    scopes: mailbox === null ? scopes.calendar : scopes.sharedCalendar,
  });
  return events.map((each) => parseEventOf(mailbox, each)).filter(({ transactionId }) => transactionId != null);
}
