import { z } from 'zod';
import { GraphError } from '../gateway/graphError.ts';
import { ianaZone, instantOf, readInstant, readWall } from '../../time/zones.ts';
import { never, type Attendee, type EventLocation, type Recurrence } from './event.ts';

/** What a client may say about an event; every part is optional, as in a PATCH. */
export interface EventInput {
  subject?: string;
  body?: { type: 'html' | 'text'; content: string };
  importance?: string;
  sensitivity?: string;
  showAs?: string;
  isAllDay?: boolean;
  isReminderOn?: boolean;
  reminderMinutesBeforeStart?: number;
  responseRequested?: boolean;
  allowNewTimeProposals?: boolean;
  hideAttendees?: boolean;
  categories?: string[];
  start?: ZonedInstant;
  end?: ZonedInstant;
  locations?: EventLocation[];
  attendees?: Attendee[];
  recurrence?: Recurrence | null;
  isOnlineMeeting?: boolean;
  transactionId?: string;
  /** Inline open extensions of a POST, unread. */
  extensions?: unknown[];
  singleValueExtendedProperties?: { id: string; value: string }[];
}

export interface ZonedInstant {
  instant: number;
  zone: string;
}

const readOnly = new Set(
  'id changeKey iCalUId uid organizer isOrganizer isCancelled isDraft responseStatus webLink createdDateTime lastModifiedDateTime bodyPreview hasAttachments onlineMeeting onlineMeetingUrl originalStart originalStartTimeZone originalEndTimeZone seriesMasterId type cancelledOccurrences occurrenceId calendar instances attachments exceptionOccurrences multiValueExtendedProperties'.split(
    ' ',
  ),
);

/** Enumerations are taken in any case ("HTML", "Required") and given back in Graph's own. */
const oneOf = <const Names extends readonly string[]>(...names: Names) =>
  z.string().transform((text, context): Names[number] => {
    const found = names.find((name) => name.toLowerCase() === text.toLowerCase());
    if (found === undefined) context.addIssue(`Requested value '${text}' was not found.`);
    return found ?? names[0] ?? '';
  });

const dateTimeTimeZone = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const emailAddress = z.object({ name: z.string().nullish(), address: z.string().nullish() });
const weekday = oneOf('sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Cannot convert the literal to the expected type Edm.Date.');

const location = z.looseObject({
  displayName: z.string().nullish(),
  locationType: z.string().nullish(),
  uniqueId: z.string().nullish(),
  uniqueIdType: z.string().nullish(),
  locationUri: z.string().nullish(),
  locationEmailAddress: z.string().nullish(),
  address: z.record(z.string(), z.unknown()).nullish(),
  coordinates: z.record(z.string(), z.unknown()).nullish(),
});

const pattern = z.object({
  type: oneOf('daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly'),
  interval: z.number().int().min(1).max(999),
  month: z.number().int().min(0).max(12).nullish(),
  dayOfMonth: z.number().int().min(0).max(31).nullish(),
  daysOfWeek: z.array(weekday).nullish(),
  firstDayOfWeek: weekday.nullish(),
  index: oneOf('first', 'second', 'third', 'fourth', 'last').nullish(),
});

const range = z.object({
  type: oneOf('endDate', 'noEnd', 'numbered'),
  startDate: isoDate,
  endDate: isoDate.nullish(),
  recurrenceTimeZone: z.string().nullish(),
  numberOfOccurrences: z.number().int().min(0).max(999).nullish(),
});

const shape = z.looseObject({
  subject: z.string().nullish(),
  body: z.object({ contentType: oneOf('text', 'html').nullish(), content: z.string().nullish() }).nullish(),
  importance: oneOf('low', 'normal', 'high').nullish(),
  sensitivity: oneOf('normal', 'personal', 'private', 'confidential').nullish(),
  showAs: oneOf('unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere').nullish(),
  isAllDay: z.boolean().nullish(),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.number().int().nullish(),
  responseRequested: z.boolean().nullish(),
  allowNewTimeProposals: z.boolean().nullish(),
  hideAttendees: z.boolean().nullish(),
  categories: z.array(z.string()).nullish(),
  start: dateTimeTimeZone.nullish(),
  end: dateTimeTimeZone.nullish(),
  location: location.nullish(),
  locations: z.array(location).nullish(),
  attendees: z
    .array(
      z.object({
        type: oneOf('required', 'optional', 'resource').nullish(),
        emailAddress: emailAddress,
        status: z.unknown().optional(),
        proposedNewTime: z.unknown().optional(),
      }),
    )
    .nullish(),
  recurrence: z.object({ pattern, range }).nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeetingProvider: oneOf('unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness').nullish(),
  transactionId: z.string().nullish(),
  extensions: z.array(z.unknown()).nullish(),
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).nullish(),
});

const writable = new Set(Object.keys(shape.shape));
const mostAttendees = 500;

/** Reads the body of POST and PATCH on events. @throws GraphError 400 in Exchange's words */
export function readEventInput(body: unknown): EventInput {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new GraphError(400, 'RequestBodyRead', 'An unexpected request body was received: a JSON object is required.');
  const plain = lowerFirst(body) as Record<string, unknown>;
  for (const name of Object.keys(plain)) {
    if (!writable.has(name) && !readOnly.has(name) && !name.includes('@')) {
      throw new GraphError(
        400,
        'RequestBodyRead',
        `The property '${name}' does not exist on type 'Microsoft.OutlookServices.Event'. Make sure to only use property names that are defined by the type or mark the type as open type.`,
      );
    }
  }
  const parsed = shape.safeParse(plain);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new GraphError(400, 'RequestBodyRead', `Cannot read the property '${issue?.path.join('/') ?? ''}': ${issue?.message ?? 'wrong type'}`);
  }
  const given = parsed.data;
  const input: EventInput = {};
  for (const name of [
    'importance',
    'sensitivity',
    'showAs',
    'isAllDay',
    'isReminderOn',
    'reminderMinutesBeforeStart',
    'responseRequested',
    'allowNewTimeProposals',
    'hideAttendees',
    'categories',
    'isOnlineMeeting',
    'transactionId',
    'extensions',
    'singleValueExtendedProperties',
  ] as const) {
    if (given[name] !== undefined && given[name] !== null) Object.assign(input, { [name]: given[name] });
  }
  if (given.subject !== undefined) input.subject = subjectOf(given.subject);
  if (given.body) input.body = { type: given.body.contentType ?? 'text', content: given.body.content ?? '' };
  if (given.start) input.start = readZoned(given.start);
  if (given.end) input.end = readZoned(given.end);
  const places = given.locations ?? (given.location === undefined ? undefined : given.location === null ? [] : [given.location]);
  if (places) input.locations = places.map(readLocation).filter(({ displayName, locationUri }) => displayName !== '' || locationUri !== undefined);
  if (given.attendees) input.attendees = readAttendees(given.attendees);
  if (given.recurrence !== undefined)
    input.recurrence = given.recurrence === null ? null : readRecurrence(given.recurrence, input.start?.zone ?? 'UTC');
  return input;
}

function subjectOf(subject: string | null): string {
  if (subject !== null && subject.length > 255)
    throw new GraphError(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.');
  return subject ?? '';
}

function readZoned({ dateTime, timeZone }: z.infer<typeof dateTimeTimeZone>): ZonedInstant {
  const zone = timeZone ?? 'UTC';
  const iana = ianaZone(zone);
  if (!iana)
    throw new GraphError(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${zone}'.`,
    );
  const wall = readWall(dateTime);
  if (wall !== undefined) return { instant: instantOf(wall, iana), zone };
  const instant = readInstant(dateTime);
  if (instant === undefined) throw new GraphError(400, 'ErrorInvalidRequest', `The value '${dateTime}' of dateTime is not a date and time.`);
  return { instant, zone };
}

function readLocation(given: z.infer<typeof location>): EventLocation {
  const name = given.displayName ?? '';
  if (name.length > 255) throw new GraphError(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.');
  return {
    displayName: name,
    locationType: given.locationType ?? 'default',
    uniqueId: given.uniqueId ?? name,
    uniqueIdType: given.uniqueIdType ?? 'private',
    ...(given.locationUri ? { locationUri: given.locationUri } : {}),
    ...(given.locationEmailAddress ? { locationEmailAddress: given.locationEmailAddress } : {}),
    ...(given.address ? { address: given.address } : {}),
    ...(given.coordinates ? { coordinates: given.coordinates } : {}),
  };
}

function readAttendees(given: { type?: Attendee['type'] | null | undefined; emailAddress: z.infer<typeof emailAddress> }[]): Attendee[] {
  if (given.length > mostAttendees) throw new GraphError(400, 'ErrorInvalidRequest', `An event can have at most ${mostAttendees} attendees.`);
  const seen = new Set<string>();
  const attendees: Attendee[] = [];
  for (const { type, emailAddress: person } of given) {
    const address = person.address?.trim() ?? '';
    if (address === '')
      throw new GraphError(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid., Recipients cannot be resolved without an address.');
    if (seen.has(address.toLowerCase())) continue;
    seen.add(address.toLowerCase());
    // A status sent along is not taken: an answer is given by the person, with accept or decline (gd#16158).
    attendees.push({ type: type ?? 'required', status: { response: 'none', time: never }, emailAddress: { name: person.name ?? address, address } });
  }
  return attendees;
}

function readRecurrence(given: { pattern: z.infer<typeof pattern>; range: z.infer<typeof range> }, startZone: string): Recurrence {
  const { pattern: rule, range: span } = given;
  const wrong = (message: string): GraphError => new GraphError(400, 'ErrorPropertyValidationFailure', message);
  if (rule.type === 'weekly' && !rule.daysOfWeek?.length) throw wrong('The DaysOfWeek property is required for a weekly recurrence pattern.');
  if (rule.type.startsWith('relative') && !rule.daysOfWeek?.length)
    throw wrong('The DaysOfWeek property is required for a relative recurrence pattern.');
  if (rule.type.startsWith('absolute') && !rule.dayOfMonth) throw wrong('The DayOfMonth property is required for an absolute recurrence pattern.');
  if (rule.type.endsWith('Yearly') && !rule.month) throw wrong('The Month property is required for a yearly recurrence pattern.');
  if (span.type === 'numbered' && !span.numberOfOccurrences)
    throw wrong('The NumberOfOccurrences property is required for a numbered recurrence range.');
  if (span.type === 'endDate' && (!span.endDate || span.endDate < span.startDate))
    throw wrong('The EndDate of a recurrence range must not be before its StartDate.');
  const zone = span.recurrenceTimeZone || startZone;
  if (!ianaZone(zone))
    throw new GraphError(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${zone}'.`,
    );
  return {
    pattern: {
      type: rule.type,
      interval: rule.interval,
      month: rule.type.endsWith('Yearly') ? (rule.month ?? 0) : 0,
      dayOfMonth: rule.type.startsWith('absolute') ? (rule.dayOfMonth ?? 0) : 0,
      daysOfWeek: rule.daysOfWeek ?? [],
      firstDayOfWeek: rule.firstDayOfWeek ?? 'sunday',
      index: rule.index ?? 'first',
    },
    range: {
      type: span.type,
      startDate: span.startDate,
      endDate: span.type === 'endDate' ? (span.endDate ?? '0001-01-01') : '0001-01-01',
      recurrenceTimeZone: zone,
      numberOfOccurrences: span.type === 'numbered' ? (span.numberOfOccurrences ?? 0) : 0,
    },
  };
}

/** Outlook's part of Graph takes `Subject` for `subject`, at every level. */
export function lowerFirst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerFirst);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.includes('@') ? name : name.charAt(0).toLowerCase() + name.slice(1), lowerFirst(inner)]),
  );
}
