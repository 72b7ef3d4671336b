import type { GraphCall, Resource } from '../gateway/call.ts';
import { GraphError } from '../gateway/graphError.ts';
import { lowerNames } from '../odata/select.ts';
import { ianaZone, wallOf, writeInstant, writeWall } from '../../time/zones.ts';
import { htmlOfText, textOfHtml } from './bodyHtml.ts';
import { writeEventId } from './eventIds.ts';
import type { Instance } from './eventStore.ts';

/** Names of a v1.0 event (CSDL event and outlookItem); `uid` and `occurrenceId` are beta and refused. */
export const eventNames = lowerNames(
  ...'id createdDateTime lastModifiedDateTime changeKey categories transactionId originalStartTimeZone originalEndTimeZone iCalUId reminderMinutesBeforeStart isReminderOn hasAttachments subject bodyPreview importance sensitivity isAllDay isCancelled isOrganizer responseRequested seriesMasterId showAs type webLink onlineMeetingUrl isOnlineMeeting onlineMeetingProvider allowNewTimeProposals isDraft hideAttendees responseStatus body start end location locations recurrence attendees organizer onlineMeeting originalStart cancelledOccurrences attachments calendar exceptionOccurrences extensions instances singleValueExtendedProperties multiValueExtendedProperties'.split(
    ' ',
  ),
);

export const eventWords = { type: 'Microsoft.OutlookServices.Event', code: 'RequestBroker--ParseUri' };

/** How a request wants times, bodies and ids written. */
export interface EventStyle {
  /** Zone name to write start and end in, as given; UTC by default. */
  zone: string;
  iana: string;
  bodyType: 'html' | 'text' | undefined;
  immutable: boolean;
  /** Misbehaviour that was asked for (dev/faults.ts). */
  zonedDays: boolean;
  daySlots: boolean;
  uidPerOccurrence: boolean;
}

/** Reads the Prefer header and notes what will be honoured. @throws GraphError 400 for an unknown zone */
export function styleOf(call: GraphCall): EventStyle {
  const zone = call.prefer.value('outlook.timezone');
  const iana = zone === undefined ? 'UTC' : ianaZone(zone);
  if (!iana)
    throw new GraphError(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${zone ?? ''}'.`,
    );
  if (zone !== undefined) call.prefer.apply(`outlook.timezone="${zone}"`);
  const wanted = call.prefer.value('outlook.body-content-type')?.toLowerCase();
  const bodyType = wanted === 'text' || wanted === 'html' ? wanted : undefined;
  if (bodyType) call.prefer.apply(`outlook.body-content-type="${bodyType}"`);
  const immutable = call.prefer.immutableIds;
  if (immutable) call.prefer.apply('IdType="ImmutableId"');
  const asked = (name: 'zonedDays' | 'daySlots' | 'uidPerOccurrence'): boolean => call.faults.some((fault) => fault[name] === true);
  return {
    zone: zone ?? 'UTC',
    iana,
    bodyType,
    immutable,
    zonedDays: asked('zonedDays'),
    daySlots: asked('daySlots'),
    uidPerOccurrence: asked('uidPerOccurrence'),
  };
}

export function changeKeyOf(changed: number): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(0x5eed, 0);
  bytes.writeBigUInt64BE(BigInt(changed), 8);
  return bytes.toString('base64');
}

/** An event as v1.0 writes it. Unset dates are year 1; occurrences and exceptions carry the slot the series gave them. */
export function eventResource(instance: Instance, style: EventStyle, hasAttachments: boolean): Resource {
  const { event, type, slot } = instance;
  const { body } = event;
  const id = writeEventId(instance.id, style.immutable);
  const changeKey = changeKeyOf(event.changed);
  const belongs = type === 'occurrence' || type === 'exception';
  const locations = body.locations.map((place) => ({ ...place }));
  return {
    '@odata.etag': `W/"${changeKey}"`,
    id,
    createdDateTime: new Date(body.createdAt).toISOString(),
    lastModifiedDateTime: new Date(body.modifiedAt).toISOString(),
    changeKey,
    categories: body.categories,
    transactionId: body.transactionId,
    originalStartTimeZone: body.startZone,
    originalEndTimeZone: body.endZone,
    iCalUId: style.uidPerOccurrence && belongs && slot !== undefined ? uidOfDay(event.iCalUId, slot) : event.iCalUId,
    reminderMinutesBeforeStart: body.reminderMinutesBeforeStart,
    isReminderOn: body.isReminderOn,
    hasAttachments,
    subject: body.subject,
    bodyPreview: body.bodyPreview,
    importance: body.importance,
    sensitivity: body.sensitivity,
    isAllDay: body.isAllDay,
    isCancelled: body.isCancelled,
    isOrganizer: body.isOrganizer,
    responseRequested: body.responseRequested,
    seriesMasterId: belongs ? writeEventId({ ...instance.id, slot: undefined }, style.immutable) : null,
    showAs: body.showAs,
    type,
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: body.online !== null,
    onlineMeetingProvider: body.online === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: body.allowNewTimeProposals,
    isDraft: body.isDraft,
    hideAttendees: body.hideAttendees,
    ...(belongs && slot !== undefined ? { originalStart: writeInstant(body.isAllDay && style.daySlots ? dayOf(slot, body.startZone) : slot) } : {}),
    responseStatus: body.responseStatus,
    body: bodyOf(body.bodyType, body.bodyContent, style.bodyType),
    start: zoned(event.start, body.isAllDay, body.startZone, style),
    end: zoned(event.end, body.isAllDay, body.endZone, style),
    location: body.locations[0]
      ? { ...body.locations[0], displayName: body.locations.map(({ displayName }) => displayName).join('; ') }
      : { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} },
    locations,
    recurrence: belongs || type === 'singleInstance' ? null : body.recurrence,
    attendees: body.attendees,
    organizer: { emailAddress: body.organizer },
    onlineMeeting: body.online === null ? null : { joinUrl: body.online.joinUrl, conferenceId: body.online.conferenceId },
  };
}

function bodyOf(type: 'html' | 'text', content: string, asked: 'html' | 'text' | undefined): Resource {
  const wanted = asked ?? 'html';
  if (wanted === type) return { contentType: type, content };
  return wanted === 'text' ? { contentType: 'text', content: textOfHtml(content) } : { contentType: 'html', content: htmlOfText(content) };
}

/** The id of a series with the day of one occurrence in it: year, month and day in the bytes that the series' own leaves to it. */
function uidOfDay(iCalUId: string, slot: number): string {
  const date = new Date(slot);
  const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');
  return `${iCalUId.slice(0, 32)}${hex(date.getUTCFullYear(), 4)}${hex(date.getUTCMonth() + 1, 2)}${hex(date.getUTCDate(), 2)}${iCalUId.slice(40)}`;
}

/** Midnight UTC of the day that a slot is in its own zone. */
function dayOf(slot: number, zone: string): number {
  const wall = wallOf(slot, ianaZone(zone) ?? 'UTC');
  return wall - (wall % 86_400_000);
}

/** All-day events are dates: they are given back at 00:00 whatever zone is asked for (observed, LQ/970878). */
function zoned(instant: number, isAllDay: boolean, ownZone: string, style: EventStyle): Resource {
  const iana = isAllDay && !style.zonedDays ? (ianaZone(ownZone) ?? 'UTC') : style.iana;
  return { dateTime: writeWall(wallOf(instant, iana)), timeZone: style.zone };
}
