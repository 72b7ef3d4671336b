import * as v from 'valibot';
import type { Graph, GraphAnswer, GraphRequest } from './client.ts';
import { dateTimeTimeZone } from './dateTime.ts';
import { GraphFailure, isGraphFailure } from './failure.ts';
import { anyObject, maybe, parse } from './parse.ts';
import { literal, path, query } from './path.ts';
import { scopes } from './scopes.ts';

/** The one name of our open extension. Each new name would burn a named property of the mailbox for ever (extensibility-overview). */
export const extensionName = 'dk.dagsorden.v1';

const emailAddress = v.object({ name: maybe(v.string()), address: maybe(v.string()) });
const recipient = v.object({ emailAddress });
const responseStatus = v.object({ response: maybe(v.string()), time: maybe(v.string()) });

const event = v.object({
  id: v.string(),
  iCalUId: v.string(),
  type: v.picklist(['singleInstance', 'occurrence', 'exception', 'seriesMaster']),
  seriesMasterId: maybe(v.string()),
  /** An instant; only occurrences and exceptions have one. */
  originalStart: maybe(v.string()),
  /** The zone the organiser's calendar wrote the start in; Windows or IANA name. */
  originalStartTimeZone: maybe(v.string()),
  subject: maybe(v.string()),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  isAllDay: maybe(v.boolean()),
  location: maybe(v.object({ displayName: maybe(v.string()) })),
  organizer: maybe(recipient),
  isOrganizer: maybe(v.boolean()),
  attendees: maybe(v.array(v.object({ type: maybe(v.string()), status: maybe(responseStatus), emailAddress }))),
  hideAttendees: maybe(v.boolean()),
  responseStatus: maybe(responseStatus),
  isCancelled: maybe(v.boolean()),
  isOnlineMeeting: maybe(v.boolean()),
  onlineMeeting: maybe(v.object({ joinUrl: maybe(v.string()) })),
  webLink: maybe(v.string()),
  /** Absent where it was not asked for (calendar views without `body`). */
  body: maybe(v.object({ contentType: v.string(), content: v.string() })),
  extensions: maybe(v.array(anyObject)),
});

/** One event as it stands in one mailbox. Ids are immutable ones; times are UTC (dateTime.ts, instantOf). */
export type GraphEvent = v.InferOutput<typeof event>;

/** Values of an open extension: primitives or lists of them, nothing deeper (opentypeextension). */
export type ExtensionValues = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface EventChanges {
  readonly body?: { readonly contentType: 'html'; readonly content: string };
  readonly subject?: string;
}

const fields =
  'id,iCalUId,type,seriesMasterId,originalStart,originalStartTimeZone,subject,start,end,isAllDay,location,organizer,isOrganizer,attendees,hideAttendees,responseStatus,isCancelled,isOnlineMeeting,onlineMeeting,webLink';
const select = `${fields},body`;
const expand = `extensions($filter=id eq '${extensionName}')`;

/** On every Outlook request, also inside a batch: immutable ids (outlook-immutable-id) and times in UTC. */
const headers = { Prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };

/** The request for one event with its body and our extension, for use in a batch. Takes immutable and REST ids. */
export function eventRequest(id: string): GraphRequest {
  return { path: query(path`/me/events/${id}`, { $select: select, $expand: expand }), headers, scopes: scopes.calendar };
}

export function parseEvent(body: unknown): GraphEvent {
  return parse(event, body, 'an event');
}

/**
 * One event of my own calendar. `id` may be an immutable id or the REST id that an Outlook pane or a chat names; the
 * event's own `id` is the immutable one. Throws GraphFailure notFound.
 */
export async function getEvent(graph: Graph, id: string): Promise<GraphEvent> {
  try {
    return parseEvent((await graph.request(eventRequest(id))).body);
  } catch (error) {
    // Some mailboxes take only the form that the Prefer header names: have the id translated, once.
    if (!isGraphFailure(error) || !/^ErrorInvalidId/.test(error.code)) throw error;
    return parseEvent((await graph.request(eventRequest(await immutableId(graph, id)))).body);
  }
}

const translated = v.object({ value: v.array(v.object({ sourceId: maybe(v.string()), targetId: maybe(v.string()) })) });

/** The immutable form of a REST id of my mailbox. Throws GraphFailure notFound when there is none. */
export async function immutableId(graph: Graph, restId: string): Promise<string> {
  const answer = await graph.request({
    method: 'POST',
    path: '/me/translateExchangeIds',
    headers,
    body: { inputIds: [restId], sourceIdType: 'restId', targetIdType: 'restImmutableEntryId' },
    scopes: scopes.profile,
  });
  const target = parse(translated, answer.body, 'translated ids').value[0]?.targetId ?? null;
  if (target === null)
    throw new GraphFailure('Outlook knows no event by this id', { kind: 'notFound', status: answer.status, code: 'ErrorItemNotFound' });
  return target;
}

/**
 * My events that touch the time between two instants, earliest first, all pages; occurrences, never series masters.
 * Our extension is not read here: it is reliable on a single event only (gdc#2610). Ask for `body` where the link in the
 * invitation is wanted.
 */
export async function calendarView(graph: Graph, window: { from: Date; to: Date; body?: boolean }): Promise<GraphEvent[]> {
  const events = await graph.all({
    path: query('/me/calendarView', {
      startDateTime: window.from.toISOString(),
      endDateTime: window.to.toISOString(),
      $select: window.body === true ? select : fields,
      $orderby: 'start/dateTime',
      $top: 100,
    }),
    headers,
    scopes: scopes.calendar,
  });
  return events.map(parseEvent);
}

/** My copies of the event that all participants know by this iCalUId: a single event, or the master of a series. */
export async function findByICalUId(graph: Graph, iCalUId: string): Promise<GraphEvent[]> {
  const events = await graph.all({
    path: query('/me/events', { $filter: `iCalUId eq ${literal(iCalUId)}`, $select: select, $expand: expand }),
    headers,
    scopes: scopes.calendar,
  });
  return events.map(parseEvent);
}

/** The occurrences of a series that touch the time between two instants, all pages. */
export async function instances(graph: Graph, masterId: string, window: { from: Date; to: Date }): Promise<GraphEvent[]> {
  const events = await graph.all({
    path: query(path`/me/events/${masterId}/instances`, {
      startDateTime: window.from.toISOString(),
      endDateTime: window.to.toISOString(),
      $select: fields,
      $top: 100,
    }),
    headers,
    scopes: scopes.calendar,
  });
  return events.map(parseEvent);
}

/**
 * Changes my copy; where I am the organiser, everyone gets an update. A body must keep the online-meeting block word for
 * word, or Exchange turns the online meeting off (event-update, gd#9743): read, place, write, read again, compare.
 */
export async function patchEvent(graph: Graph, id: string, changes: EventChanges): Promise<GraphEvent> {
  const request = {
    method: 'PATCH',
    path: query(path`/me/events/${id}`, { $select: select }),
    headers,
    body: changes,
    scopes: scopes.calendar,
  } as const;
  return parseEvent((await graph.request(request)).body);
}

export interface Reply {
  /** Stands in the mail to the organiser, for everyone with access to that mailbox to read. */
  readonly comment?: string;
  /** Default true; with false the organiser is not told. */
  readonly sendResponse?: boolean;
}

/** Declines one event of mine; it leaves my calendar. Give the id of an occurrence, never of a series (event-decline). */
export async function decline(graph: Graph, id: string, reply: Reply = {}): Promise<void> {
  await graph.request(replyRequest(path`/me/events/${id}/decline`, reply));
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
 */
export async function putExtension(graph: Graph, eventId: string, name: string, values: ExtensionValues): Promise<void> {
  const body = { '@odata.type': 'microsoft.graph.openTypeExtension', extensionName: name, ...values };
  const replace = { method: 'PATCH', path: path`/me/events/${eventId}/extensions/${name}`, headers, body, scopes: scopes.calendar } as const;
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

/** The values of an extension of this event, or null. Its id comes in several long forms; the end is always the name. */
export function extensionOf(event: GraphEvent, name: string): Readonly<Record<string, unknown>> | null {
  const found = event.extensions?.find(
    ({ id, extensionName }) => extensionName === name || (typeof id === 'string' && (id === name || id.endsWith(`.${name}`))),
  );
  return found ?? null;
}
