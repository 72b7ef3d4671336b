import { recordAt, recordsAt, textAt } from '../wire/record.ts';
import type { UnknownRecord } from '../wire/record.ts';
import { GraphRefusal } from './session.ts';
import type { GraphSession } from './session.ts';

export type Response = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

export interface EventAttendee {
  readonly name: string;
  readonly address: string;
  readonly type: 'required' | 'optional' | 'resource';
  readonly response: Response;
}

/** One event in one person's mailbox, as that person's calendar shows it. */
export interface CalendarEvent {
  readonly id: string;
  readonly iCalUId: string;
  /** Another one after every change of the item. */
  readonly changeKey: string;
  readonly subject: string;
  readonly start: Date;
  readonly end: Date;
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly location: string;
  readonly bodyHtml: string;
  readonly preview: string;
  readonly isOrganizer: boolean;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendees: readonly EventAttendee[];
  readonly myResponse: Response;
  readonly joinUrl: string;
  readonly type: string;
  readonly seriesMasterId: string;
  readonly created: Date;
  readonly modified: Date;
  readonly sensitivity: string;
}

const responses: readonly Response[] = ['none', 'organizer', 'tentativelyAccepted', 'accepted', 'declined', 'notResponded'];

/** Graph's dateTimeTimeZone in UTC (the default without a Prefer header) as an instant. @throws GraphRefusal when it is no date */
function instant(value: UnknownRecord): Date {
  const text = textAt(value, 'dateTime');
  const date = new Date(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  if (Number.isNaN(date.getTime())) throw new GraphRefusal(200, 'malformed', `No date: "${text}"`);
  return date;
}

/** An event resource as Graph v1.0 sends it. @throws GraphRefusal when it has no dates */
export function readEvent(resource: UnknownRecord): CalendarEvent {
  const organizer = recordAt(recordAt(resource, 'organizer'), 'emailAddress');
  const body = recordAt(resource, 'body');
  const content = textAt(body, 'content');
  return {
    id: textAt(resource, 'id'),
    iCalUId: textAt(resource, 'iCalUId'),
    changeKey: textAt(resource, 'changeKey') + textAt(resource, 'lastModifiedDateTime'),
    subject: textAt(resource, 'subject'),
    start: instant(recordAt(resource, 'start')),
    end: instant(recordAt(resource, 'end')),
    isAllDay: resource['isAllDay'] === true,
    isCancelled: resource['isCancelled'] === true,
    location: textAt(recordAt(resource, 'location'), 'displayName'),
    bodyHtml: textAt(body, 'contentType') === 'text' ? asParagraphs(content) : content,
    preview: textAt(resource, 'bodyPreview'),
    isOrganizer: resource['isOrganizer'] === true,
    organizer: { name: textAt(organizer, 'name'), address: textAt(organizer, 'address') },
    attendees: recordsAt(resource, 'attendees').map(readAttendee),
    myResponse: readResponse(recordAt(resource, 'responseStatus')),
    joinUrl: textAt(recordAt(resource, 'onlineMeeting'), 'joinUrl') || textAt(resource, 'onlineMeetingUrl'),
    type: textAt(resource, 'type', 'singleInstance'),
    seriesMasterId: textAt(resource, 'seriesMasterId'),
    created: new Date(textAt(resource, 'createdDateTime') || 0),
    modified: new Date(textAt(resource, 'lastModifiedDateTime') || 0),
    sensitivity: textAt(resource, 'sensitivity', 'normal'),
  };
}

function readAttendee(resource: UnknownRecord): EventAttendee {
  const mail = recordAt(resource, 'emailAddress');
  const type = textAt(resource, 'type');
  return {
    name: textAt(mail, 'name') || textAt(mail, 'address'),
    address: textAt(mail, 'address'),
    type: type === 'optional' || type === 'resource' ? type : 'required',
    response: readResponse(recordAt(resource, 'status')),
  };
}

function readResponse(status: UnknownRecord): Response {
  const value = textAt(status, 'response');
  return responses.find((known) => known === value) ?? 'none';
}

function asParagraphs(text: string): string {
  const holder = document.createElement('div');
  for (const line of text.split('\n')) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    holder.append(paragraph);
  }
  return holder.innerHTML;
}

/** Events that touch a span of time in the person's own calendar, earliest first. */
export async function listEvents(session: GraphSession, from: Date, to: Date): Promise<CalendarEvent[]> {
  const query = new URLSearchParams({ startDateTime: from.toISOString(), endDateTime: to.toISOString(), $top: '50', $orderby: 'start/dateTime' });
  const resources = await session.list(`${session.mailbox}/calendarView?${query.toString()}`);
  return resources.map(readEvent).sort((a, b) => a.start.getTime() - b.start.getTime());
}

export async function getEvent(session: GraphSession, id: string): Promise<CalendarEvent> {
  return readEvent(await session.get(`${session.mailbox}/events/${encodeURIComponent(id)}`));
}

/** Whether the person may write in the calendar that is open. @throws GraphRefusal 403 where it is not shared with them */
export async function mayEditCalendar(session: GraphSession): Promise<boolean> {
  return (await session.get(`${session.mailbox}/calendar`))['canEdit'] === true;
}

/** The thread id of an online meeting's chat, which its join link carries; empty when it is no Teams link. */
export function chatIdOfJoinUrl(joinUrl: string): string {
  const match = /\/l\/meetup-join\/([^/?]+)/.exec(joinUrl);
  return match?.[1] ? decodeURIComponent(match[1]) : '';
}
