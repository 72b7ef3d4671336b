import * as v from 'valibot';
import type { Graph, GraphRequest } from './client.ts';
import { dateTimeTimeZone } from './dateTime.ts';
import { eventAddress, eventName, eventPlace } from './eventAddress.ts';
import { GraphFailure, isGraphFailure } from './failure.ts';
import { anyObject, maybe, parse } from './parse.ts';
import { literal, query } from './path.ts';
import { scopes } from './scopes.ts';

/** The one name of our open extension. Each new name would burn a named property of the mailbox for ever (extensibility-overview). */
export const extensionName = 'dk.dagsorden.v1';

const emailAddress = v.object({ name: maybe(v.string()), address: maybe(v.string()) });
const recipient = v.object({ emailAddress });
/** `uniqueId` is the address of a room that Exchange knows. */
const place = v.object({
  displayName: maybe(v.string()),
  locationType: maybe(v.string()),
  uniqueId: maybe(v.string()),
  locationEmailAddress: maybe(v.string()),
});
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
  locations: maybe(v.array(place)),
  organizer: maybe(recipient),
  isOrganizer: maybe(v.boolean()),
  attendees: maybe(v.array(v.object({ type: maybe(v.string()), status: maybe(responseStatus), emailAddress }))),
  hideAttendees: maybe(v.boolean()),
  responseStatus: maybe(responseStatus),
  isCancelled: maybe(v.boolean()),
  isDraft: maybe(v.boolean()),
  isOnlineMeeting: maybe(v.boolean()),
  onlineMeeting: maybe(v.object({ joinUrl: maybe(v.string()) })),
  webLink: maybe(v.string()),
  /** The id that a client made it under; on the organiser's copy only. */
  transactionId: v.optional(maybe(v.string())),
  /** Absent where it was not asked for (calendar views without `body`). */
  body: maybe(v.object({ contentType: v.string(), content: v.string() })),
  extensions: maybe(v.array(anyObject)),
});

/** One event as it stands in one mailbox. Ids are immutable ones; times are UTC (dateTime.ts, instantOf). */
export type GraphEvent = v.InferOutput<typeof event>;

/** What is asked of events without their words. */
export const eventFields =
  'id,iCalUId,type,seriesMasterId,originalStart,originalStartTimeZone,subject,start,end,isAllDay,location,locations,organizer,isOrganizer,attendees,hideAttendees,responseStatus,isCancelled,isDraft,isOnlineMeeting,onlineMeeting,webLink,transactionId';
export const eventSelect = `${eventFields},body`;
const expand = `extensions($filter=id eq '${extensionName}')`;

/** On every Outlook request, also inside a batch: immutable ids (outlook-immutable-id) and times in UTC. */
export const outlookHeaders = { Prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };

/** The request for one event with its body and our extension, for use in a batch. Takes immutable and REST ids, of my calendar or one shared with me. */
export function eventRequest(name: string): GraphRequest {
  const place = eventPlace(name);
  return { path: query(place.path, { $select: eventSelect, $expand: expand }), headers: outlookHeaders, scopes: place.scopes };
}

export function parseEvent(body: unknown): GraphEvent {
  return parse(event, body, 'an event');
}

/** What an answer about an event of this mailbox tells; null for my own. Its ids are names (eventAddress.ts). */
export function parseEventOf(mailbox: string | null, body: unknown): GraphEvent {
  const read = parseEvent(body);
  if (mailbox === null) return read;
  return {
    ...read,
    id: eventName({ mailbox, id: read.id }),
    seriesMasterId: read.seriesMasterId && eventName({ mailbox, id: read.seriesMasterId }),
  };
}

/**
 * One event of my own calendar, or of one shared with me (eventAddress.ts). `name` may be an immutable id or the REST id that an Outlook pane or a chat names; the
 * event's own `id` is the immutable one. Throws GraphFailure notFound.
 */
export async function getEvent(graph: Graph, name: string): Promise<GraphEvent> {
  const { mailbox } = eventAddress(name);
  try {
    return parseEventOf(mailbox, (await graph.request(eventRequest(name))).body);
  } catch (error) {
    // Some mailboxes take only the form that the Prefer header names: have the id translated, once. Of another's mailbox I cannot.
    if (mailbox !== null || !isGraphFailure(error) || !/^ErrorInvalidId/.test(error.code)) throw error;
    return parseEvent((await graph.request(eventRequest(await immutableId(graph, name)))).body);
  }
}

const translated = v.object({ value: v.array(v.object({ sourceId: maybe(v.string()), targetId: maybe(v.string()) })) });

/** The immutable form of a REST id of my mailbox. Throws GraphFailure notFound when there is none. */
export async function immutableId(graph: Graph, restId: string): Promise<string> {
  const answer = await graph.request({
    method: 'POST',
    path: '/me/translateExchangeIds',
    headers: outlookHeaders,
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
      $select: window.body === true ? eventSelect : eventFields,
      $orderby: 'start/dateTime',
      $top: 100,
    }),
    headers: outlookHeaders,
    scopes: scopes.calendar,
  });
  return events.map(parseEvent);
}

/** My copies of the event that all participants know by this iCalUId: a single event, or the master of a series. */
export async function findByICalUId(graph: Graph, iCalUId: string): Promise<GraphEvent[]> {
  const events = await graph.all({
    path: query('/me/events', { $filter: `iCalUId eq ${literal(iCalUId)}`, $select: eventSelect, $expand: expand }),
    headers: outlookHeaders,
    scopes: scopes.calendar,
  });
  return events.map(parseEvent);
}

/** The occurrences of a series that touch the time between two instants, all pages. */
export async function instances(graph: Graph, masterId: string, window: { from: Date; to: Date }): Promise<GraphEvent[]> {
  const place = eventPlace(masterId);
  const events = await graph.all({
    path: query(`${place.path}/instances`, {
      startDateTime: window.from.toISOString(),
      endDateTime: window.to.toISOString(),
      $select: eventFields,
      $top: 100,
    }),
    headers: outlookHeaders,
    scopes: place.scopes,
  });
  const { mailbox } = eventAddress(masterId);
  return events.map((event) => parseEventOf(mailbox, event));
}

/** The values of an extension of this event, or null. Its id comes in several long forms; the end is always the name. */
export function extensionOf(event: GraphEvent, name: string): Readonly<Record<string, unknown>> | null {
  const found = event.extensions?.find(
    ({ id, extensionName }) => extensionName === name || (typeof id === 'string' && (id === name || id.endsWith(`.${name}`))),
  );
  return found ?? null;
}
