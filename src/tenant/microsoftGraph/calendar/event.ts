/** An event as one mailbox holds it. Times are kept as instants; how they are shown depends on the request. */
export interface StoredEvent {
  /** 20 random bytes in base64url; ids are made from it (see eventIds.ts). */
  key: string;
  mailbox: string;
  calendar: string;
  /** Shared by all copies of a meeting and, as users report, by all occurrences of a series (gd#17479, gd#4447). */
  iCalUId: string;
  kind: 'single' | 'master' | 'exception';
  /** Key of the series master, for exceptions. */
  master: string | null;
  /** The instant an exception was to start at by the series. */
  slot: number | null;
  start: number;
  end: number;
  /** Number of the last change; makes changeKey and etag. */
  changed: number;
  body: EventBody;
}

/** What of an event is kept as JSON. */
export interface EventBody {
  subject: string;
  bodyType: 'html' | 'text';
  bodyContent: string;
  /** The first 255 characters of the body as text. */
  bodyPreview: string;
  importance: string;
  sensitivity: string;
  showAs: string;
  isAllDay: boolean;
  isCancelled: boolean;
  isDraft: boolean;
  isOrganizer: boolean;
  isReminderOn: boolean;
  reminderMinutesBeforeStart: number;
  responseRequested: boolean;
  allowNewTimeProposals: boolean;
  hideAttendees: boolean;
  categories: string[];
  /** Zone names as they were given. */
  startZone: string;
  endZone: string;
  locations: EventLocation[];
  organizer: EmailAddress;
  attendees: Attendee[];
  responseStatus: ResponseStatus;
  recurrence: Recurrence | null;
  /** Slots of a series that were deleted. Kept on the master. */
  cancelledSlots: number[];
  online: OnlineMeeting | null;
  transactionId: string | null;
  /** Single-value extended properties by id (`String {GUID} Name X`), this copy's own. */
  extended?: Record<string, string>;
  createdAt: number;
  modifiedAt: number;
}

export interface EmailAddress {
  name: string;
  address: string;
}

export interface Attendee {
  type: 'required' | 'optional' | 'resource';
  status: ResponseStatus;
  emailAddress: EmailAddress;
}

export type ResponseKind = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

export interface ResponseStatus {
  response: ResponseKind;
  time: string;
}

/** Graph writes a moment that never was so. */
export const never = '0001-01-01T00:00:00Z';

export interface EventLocation {
  displayName: string;
  locationType: string;
  uniqueId?: string;
  uniqueIdType?: string;
  address?: Record<string, unknown>;
  coordinates?: Record<string, unknown>;
  locationUri?: string;
  locationEmailAddress?: string;
}

export interface OnlineMeeting {
  joinUrl: string;
  /** Chat thread, `19:meeting_…@thread.v2`. */
  thread: string;
  conferenceId: string;
}

export type Weekday = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';
export type WeekIndex = 'first' | 'second' | 'third' | 'fourth' | 'last';

export interface RecurrencePattern {
  type: 'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly' | 'absoluteYearly' | 'relativeYearly';
  interval: number;
  month: number;
  dayOfMonth: number;
  daysOfWeek: Weekday[];
  firstDayOfWeek: Weekday;
  index: WeekIndex;
}

export interface RecurrenceRange {
  type: 'endDate' | 'noEnd' | 'numbered';
  /** yyyy-mm-dd */
  startDate: string;
  endDate: string;
  recurrenceTimeZone: string;
  numberOfOccurrences: number;
}

export interface Recurrence {
  pattern: RecurrencePattern;
  range: RecurrenceRange;
}
