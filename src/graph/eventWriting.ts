import type { Graph, GraphAnswer, GraphRequest } from './client.ts';
import type { DateTimeTimeZone } from './dateTime.ts';
import { eventAddress, eventPlace } from './eventAddress.ts';
import { eventSelect, outlookHeaders as headers, parseEventOf, type GraphEvent } from './events.ts';
import { isGraphFailure } from './failure.ts';
import { path, query } from './path.ts';
import { scopes } from './scopes.ts';

/** Values of an open extension: primitives or lists of them, nothing deeper (opentypeextension). */
export type ExtensionValues = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface EventChanges {
  readonly body?: { readonly contentType: 'html'; readonly content: string };
  readonly subject?: string;
  readonly start?: DateTimeTimeZone;
  readonly end?: DateTimeTimeZone;
  /** All of them: who is left out is taken off. Alone, it mails only those who are added or taken off (event-update). */
  readonly attendees?: readonly { readonly type: string; readonly emailAddress: { readonly name: string; readonly address: string } }[];
  readonly location?: { readonly displayName: string };
}

export interface NewEvent extends Required<Omit<EventChanges, 'attendees'>> {
  /** The same event twice is made once (event resource, transactionId); some tenants answer 409 to the second. */
  readonly transactionId: string;
  readonly attendees: readonly { readonly type: 'required'; readonly emailAddress: { readonly name: string; readonly address: string } }[];
}

/** Makes an event and invites those on it, in my calendar or in one that is shared with me. May be sent again without doubling (transactionId). */
export async function createEvent(graph: Graph, mailbox: string | null, event: NewEvent, lastLook?: () => Promise<void>): Promise<GraphEvent> {
  const request = {
    method: 'POST',
    path: mailbox === null ? '/me/events' : path`/users/${mailbox}/events`,
    headers,
    body: { ...event, isOnlineMeeting: false },
    scopes: mailbox === null ? scopes.calendar : scopes.sharedCalendar,
    ...(lastLook && { lastLook }),
  } as const;
  return parseEventOf(mailbox, (await graph.request(request)).body);
}

/** Calls an event off, and tells those invited (event-cancel). One that is gone is called off already. */
export async function cancelEvent(graph: Graph, name: string, comment: string): Promise<void> {
  const place = eventPlace(name);
  try {
    await graph.request({ method: 'POST', path: `${place.path}/cancel`, headers, body: { comment }, scopes: place.scopes });
  } catch (error) {
    if (!isGraphFailure(error, 'notFound')) throw error;
  }
}

/**
 * Changes my copy, or one in a calendar shared with me; where its owner is the organiser, everyone gets an update. A body must keep the online-meeting block word for
 * word, or Exchange turns the online meeting off (event-update, gd#9743): read, place, write, read again, compare.
 */
export async function patchEvent(graph: Graph, name: string, changes: EventChanges, lastLook?: () => Promise<void>): Promise<GraphEvent> {
  const place = eventPlace(name);
  const request = {
    method: 'PATCH',
    path: query(place.path, { $select: eventSelect }),
    headers,
    body: changes,
    scopes: place.scopes,
    ...(lastLook && { lastLook }),
  } as const;
  return parseEventOf(eventAddress(name).mailbox, (await graph.request(request)).body);
}

export interface Reply {
  /** Stands in the mail to the organiser, for everyone with access to that mailbox to read. */
  readonly comment?: string;
  /** Default true; with false the organiser is not told. */
  readonly sendResponse?: boolean;
}

/** Declines one event of mine; it leaves my calendar. Give the id of an occurrence, never of a series (event-decline). */
export async function decline(graph: Graph, id: string, reply: Reply = {}, lastLook?: () => Promise<void>): Promise<void> {
  await graph.request({ ...replyRequest(path`/me/events/${id}/decline`, reply), ...(lastLook && { lastLook }) });
}

/** Answers one event of mine with perhaps: it stays in my calendar (event-tentativelyaccept). */
export async function tentativelyAccept(graph: Graph, id: string, reply: Reply = {}, lastLook?: () => Promise<void>): Promise<void> {
  await graph.request({ ...replyRequest(path`/me/events/${id}/tentativelyAccept`, reply), ...(lastLook && { lastLook }) });
}

export async function accept(graph: Graph, id: string, reply: Reply = {}): Promise<void> {
  await graph.request(replyRequest(path`/me/events/${id}/accept`, reply));
}

function replyRequest(target: string, reply: Reply): GraphRequest {
  return {
    method: 'POST',
    path: target,
    headers,
    body: { comment: reply.comment ?? '', sendResponse: reply.sendResponse ?? true },
    scopes: scopes.calendar,
  };
}

/**
 * Writes our open extension on my copy of an event. Everything is replaced: a value that is not named is gone
 * (opentypeextension-update). Keep it below 2 KB, and free of anything personal.
 * @param isFirst it is added at once, and replaced where there is one all the same
 */
export async function putExtension(graph: Graph, eventId: string, name: string, values: ExtensionValues, isFirst = false): Promise<void> {
  const body = { '@odata.type': 'microsoft.graph.openTypeExtension', extensionName: name, ...values };
  const replace = { method: 'PATCH', path: path`/me/events/${eventId}/extensions/${name}`, headers, body, scopes: scopes.calendar } as const;
  if (isFirst) return addExtension(graph, eventId, body, () => graph.request(replace));
  try {
    await graph.request(replace);
  } catch (error) {
    if (!isGraphFailure(error, 'notFound')) throw error;
    await addExtension(graph, eventId, body, () => graph.request(replace));
  }
}

/** Adds the extension; if someone else's pane was faster, replaces theirs. A missing event is told by this request too. */
async function addExtension(graph: Graph, eventId: string, body: unknown, replace: () => Promise<GraphAnswer>): Promise<void> {
  try {
    await graph.request({ method: 'POST', path: path`/me/events/${eventId}/extensions`, headers, body, scopes: scopes.calendar });
  } catch (error) {
    if (!isGraphFailure(error, 'conflict')) throw error;
    await replace();
  }
}
