import { addressesIn } from '../meeting/readings.ts';
import { agendaQueries } from '../meeting/agendaAddress.ts';
import { instantOf } from '../graph/dateTime.ts';
import { eventAddress } from '../graph/eventAddress.ts';
import { extensionName, extensionOf, type GraphEvent } from '../graph/events.ts';
import { fetched } from './fetched.ts';
import { Failure } from '../meeting/errors.ts';
import { allDay } from '../meeting/calendarFacts.ts';
import { dayAfter, dayOfMidnight } from '../meeting/danishTime.ts';
import { withoutHiddenSigns } from '../meeting/hiddenSigns.ts';
import { meetingKey, slotOf } from '../meeting/meetingKey.ts';
import { asMeetingKey, asSiteId } from '../meeting/ids.ts';
import type { Answer, CalendarEvent, MeetingPointer, OtherPointer } from '../meeting/meeting.ts';

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

/** The pointer in an address of ours, however its signs are written, or null. */
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
 * @param plain takes an address out of what mail gateways wrapped around it
 */
export function pointersInBody(html: string, plain: (address: string) => string = (address) => address): MeetingPointer[] {
  const found = new Map<string, MeetingPointer>();
  for (const address of addressesIn(html)) {
    const pointer = pointerInAddress(plain(address));
    if (pointer && !found.has(pointerPath(pointer, 'm'))) found.set(pointerPath(pointer, 'm'), pointer);
  }
  return [...found.values()];
}

/**
 * The same, through all mail gateways. Most escape an address as usual; what knows those with signs of their own is fetched when one is met.
 * @throws Failure Offline where it cannot be fetched
 */
export async function pointersOf(html: string): Promise<MeetingPointer[]> {
  if (!/urldefense/i.test(html)) return pointersInBody(html);
  const { unwrapped } = await fetched(import(/* webpackChunkName: "mailed" */ '../meeting/mailedAddress.ts'));
  return pointersInBody(html, unwrapped);
}

const sameRows = (one: MeetingPointer, other: MeetingPointer): boolean => one.key === other.key && one.siteId === other.siteId;

const answers: Readonly<Record<string, Answer>> = {
  organizer: 'organizer',
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
};
export const answerOf = (response: string | null | undefined): Answer => answers[response ?? ''] ?? 'none';

/** What our part of an invitation is known by where its link cannot be read: its id, and the words of the link, whichever way the first letter is written. */
const OURS = /id=["']?(x_)*dagsorden-agenda|bn dagsordenen og meld afbud|open the agenda and send apologies/i;

/**
 * Our words for a person's own copy of an event. A pointer of another key is told apart: it may be this meeting's, under the key that another copy
 * of the event makes, or another meeting's, whose invitation was copied or whose link somebody wrote. Only its rows tell (sameMeeting.ts).
 * @throws Failure WholeSeries for the master of a series, which is no meeting: its key would be no occurrence's, and declining it would
 * decline them all (event-decline)
 */
export async function calendarEventOf(event: GraphEvent): Promise<CalendarEvent> {
  if (event.type === 'seriesMaster') throw new Failure('WholeSeries', 'The event is a whole series, and a meeting is one occurrence of it');
  const isAllDay = event.isAllDay ?? false;
  const belongs = (event.type === 'occurrence' || event.type === 'exception') && event.originalStart !== null;
  const originalStart = belongs && event.originalStart !== null ? slotOf(event.originalStart, isAllDay) : null;
  const key = await meetingKey(event.iCalUId, originalStart === null ? null : new Date(originalStart));
  const inBody = await pointersOf(event.body?.content ?? '');
  const inExtension = extensionOf(event, extensionName)?.['pointer'];
  const marked = typeof inExtension === 'string' ? readPointer(inExtension) : null;
  const own = [...inBody, marked].find((found) => found !== null && found.key === key) ?? null;
  const others = othersOf(inBody, marked, key);
  const myAnswerAt = momentOf(event.responseStatus?.time);
  const { mailbox } = eventAddress(event.id);
  return {
    id: event.id,
    ...(mailbox !== null && { mailbox }),
    key,
    iCalUId: event.iCalUId,
    originalStart,
    subject: withoutHiddenSigns(event.subject ?? ''),
    ...whenOf(event, isAllDay),
    ...(event.originalStartTimeZone && { zone: event.originalStartTimeZone }),
    ...(event.seriesMasterId && { seriesId: event.seriesMasterId }),
    location: withoutHiddenSigns(event.location?.displayName ?? '') || null,
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    iAmOrganizer: event.isOrganizer ?? false,
    myAnswer: answerOf(event.responseStatus?.response),
    ...(myAnswerAt !== null && { myAnswerAt }),
    organizer: personOf(event.organizer?.emailAddress),
    invitees: inviteesOf(event),
    cancelled: event.isCancelled ?? false,
    agendaInInvitation: inBody.some((found) => found.key === key),
    // "True if the user has updated the meeting in Outlook but has not sent the updates to attendees" (Graph docs, resource event).
    ...(event.isDraft === true && (event.attendees ?? []).length > 0 && { unsent: true }),
    ...(inBody.length === 0 && OURS.test(event.body?.content ?? '') && { linkHidden: true }),
    pointer: own,
    ...(others.length > 0 && { others }),
  };
}

/** The extension's pointer goes first: it was put on this very event. */
function othersOf(inBody: readonly MeetingPointer[], marked: MeetingPointer | null, key: string): OtherPointer[] {
  const all = [...(marked ? [marked] : []), ...inBody].filter((pointer) => pointer.key !== key);
  return all
    .filter((pointer, place) => all.findIndex((other) => sameRows(pointer, other)) === place)
    .map((pointer) => ({ pointer, inInvitation: inBody.some((other) => sameRows(pointer, other)) }));
}

/** An all-day event is given as midnights, which are days and no instants: its end is the midnight after its last day. */
function whenOf(event: GraphEvent, isAllDay: boolean): Pick<CalendarEvent, 'start' | 'end' | 'days'> {
  const [start, end] = [instantOf(event.start), instantOf(event.end)];
  return isAllDay ? allDay({ first: dayOfMidnight(start), last: dayAfter(dayOfMidnight(end), -1) }) : { start, end };
}

function inviteesOf(event: GraphEvent): CalendarEvent['invitees'] {
  return (event.attendees ?? [])
    .filter((attendee) => attendee.type !== 'resource' && !isRoom(attendee.emailAddress, event))
    .map((attendee) => {
      const answeredAt = momentOf(attendee.status?.time);
      return {
        id: null,
        name: withoutHiddenSigns(attendee.emailAddress.name ?? attendee.emailAddress.address ?? ''),
        email: attendee.emailAddress.address,
        answer: answerOf(attendee.status?.response),
        optional: attendee.type === 'optional',
        ...(answeredAt !== null && { answeredAt }),
      };
    });
}

/** Outlook writes a room among the people where somebody typed it there; it is a place of the event all the same. */
function isRoom({ name, address }: { name: string | null; address: string | null }, { locations }: GraphEvent): boolean {
  const same = (one: string | null, other: string | null) => one !== null && one !== '' && one.toLowerCase() === other?.toLowerCase();
  return (locations ?? []).some(
    (place) =>
      same(place.uniqueId, address) ||
      same(place.locationEmailAddress, address) ||
      (place.locationType === 'conferenceRoom' && same(place.displayName, name)),
  );
}

/** When somebody answered; Graph writes a moment that never was as one of year 1. */
function momentOf(time: string | null | undefined): string | null {
  return !time || time.startsWith('0001-') || Number.isNaN(Date.parse(time)) ? null : time;
}

function personOf(address: { name: string | null; address: string | null } | null | undefined): CalendarEvent['organizer'] {
  if (!address) return null;
  return { id: null, name: withoutHiddenSigns(address.name ?? address.address ?? ''), email: address.address };
}
