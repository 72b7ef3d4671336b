import { addressesIn } from '../meeting/address.ts';
import { agendaQueries } from '../meeting/agendaAddress.ts';
import { instantOf } from '../graph/dateTime.ts';
import { extensionName, extensionOf, type GraphEvent } from '../graph/events.ts';
import { Failure } from '../meeting/errors.ts';
import { meetingKey } from '../meeting/meetingKey.ts';
import { asMeetingKey, asSiteId } from '../meeting/ids.ts';
import type { Answer, CalendarEvent, MeetingPointer } from '../meeting/meeting.ts';

/**
 * The pointer as the part of an address after #: "/m?s=…&c=…&k=…". It stands in the invitation, because the body is what
 * travels to every participant's own copy of the event; an extension stays on one copy (gd#18193).
 * SharePoint site ids are "host,guid,guid"; the closed site is in the same tenant, so its host is left out.
 */
export function pointerPath(pointer: MeetingPointer, page: 'm' | 'referat'): string {
  const query = new URLSearchParams({ s: pointer.siteId });
  if (pointer.closedSiteId !== null) query.set('c', pointer.closedSiteId.split(',').slice(1).join(','));
  query.set('k', pointer.key);
  return `/${page}?${query.toString()}`;
}

const SITE = /^[a-z0-9.-]+,[0-9a-f-]{36},[0-9a-f-]{36}$/i;
const KEY = /^[0-9a-f]{32}(?![0-9a-z])/i;

/** Reads a pointer from such an address, or null where it is none. What stands behind the key (a full stop, a bracket) is left out. */
export function readPointer(path: string): MeetingPointer | null {
  return pointerOfQuery(new URLSearchParams(path.slice(path.indexOf('?') + 1)));
}

function pointerOfQuery(query: URLSearchParams): MeetingPointer | null {
  const site = query.get('s') ?? '';
  const closed = query.get('c');
  const key = KEY.exec(query.get('k') ?? '')?.[0].toLowerCase();
  if (!SITE.test(site) || key === undefined) return null;
  const closedSite = closed === null ? null : `${site.split(',')[0] ?? ''},${closed}`;
  if (closedSite !== null && !SITE.test(closedSite)) return null;
  return { siteId: asSiteId(site), closedSiteId: closedSite === null ? null : asSiteId(closedSite), key: asMeetingKey(key) };
}

/** The pointer in an address of ours, whatever mail gateways and mail programs have made of it, or null. */
export function pointerInAddress(address: string): MeetingPointer | null {
  for (const query of agendaQueries(address)) {
    const found = pointerOfQuery(query);
    if (found) return found;
  }
  return null;
}

/**
 * All pointers in the HTML of an invitation, in the order they stand, each once: the link of another meeting may stand above
 * this one's, because it was pasted there or came along with a copied invitation.
 */
export function pointersInBody(html: string): MeetingPointer[] {
  const found = new Map<string, MeetingPointer>();
  for (const address of addressesIn(html)) {
    const pointer = pointerInAddress(address);
    if (pointer && !found.has(pointerPath(pointer, 'm'))) found.set(pointerPath(pointer, 'm'), pointer);
  }
  return [...found.values()];
}

const answers: Readonly<Record<string, Answer>> = {
  organizer: 'organizer',
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
};
const answerOf = (response: string | null | undefined): Answer => answers[response ?? ''] ?? 'none';

/**
 * Our words for a person's own copy of an event. A pointer that belongs to another meeting (a forwarded or copied
 * invitation) is not ours and is left out.
 * @throws Failure WholeSeries for the master of a series, which is no meeting: its key would be no occurrence's, and declining it would
 * decline them all (event-decline)
 */
export async function calendarEventOf(event: GraphEvent): Promise<CalendarEvent> {
  if (event.type === 'seriesMaster') throw new Failure('WholeSeries', 'The event is a whole series, and a meeting is one occurrence of it');
  const originalStart = event.type === 'occurrence' || event.type === 'exception' ? event.originalStart : null;
  const key = await meetingKey(event.iCalUId, originalStart === null ? null : new Date(originalStart));
  const inBody = pointersInBody(event.body?.content ?? '');
  const inExtension = extensionOf(event, extensionName)?.['pointer'];
  const pointers = [...inBody, typeof inExtension === 'string' ? readPointer(inExtension) : null];
  const pointer = pointers.find((found) => found !== null && found.key === key) ?? null;
  return {
    id: event.id,
    key,
    iCalUId: event.iCalUId,
    originalStart,
    subject: event.subject ?? '',
    start: instantOf(event.start),
    end: instantOf(event.end),
    location: event.location?.displayName || null,
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    iAmOrganizer: event.isOrganizer ?? false,
    myAnswer: answerOf(event.responseStatus?.response),
    organizer: personOf(event.organizer?.emailAddress),
    invitees: (event.attendees ?? [])
      .filter((attendee) => attendee.type !== 'resource')
      .map((attendee) => ({
        id: null,
        name: attendee.emailAddress.name ?? attendee.emailAddress.address ?? '',
        email: attendee.emailAddress.address,
        answer: answerOf(attendee.status?.response),
        optional: attendee.type === 'optional',
      })),
    cancelled: event.isCancelled ?? false,
    agendaInInvitation: inBody.some((found) => found.key === key),
    pointer,
  };
}

function personOf(address: { name: string | null; address: string | null } | null | undefined): CalendarEvent['organizer'] {
  if (!address) return null;
  return { id: null, name: address.name ?? address.address ?? '', email: address.address };
}
