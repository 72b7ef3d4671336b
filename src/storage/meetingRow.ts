import * as v from 'valibot';
import type { Agenda } from '../meeting/agenda.ts';
import { asMeetingKey, type MeetingKey } from '../meeting/ids.ts';
import { allDay, occasionOf } from '../meeting/calendarFacts.ts';
import { dayAfter, isoDay } from '../meeting/danishTime.ts';
import type { CalendarEvent, MeetingPointer, MeetingStatus, Occasion } from '../meeting/meeting.ts';
import { choice, CHOICES } from './choices.ts';
import {
  asInstant,
  instantOrEmpty,
  LINE_LIMIT,
  optionalClock,
  optionalDay,
  optionalInstant,
  optionalText,
  readRow,
  rowId,
  shortTitle,
  storedWords,
  textOrEmpty,
  yes,
  type Fields,
  type OnBadCell,
} from './row.ts';
import { climb, shapeOf } from './shapes.ts';

/** A meeting's own row: the head of its agenda, when it is, and how far it has come. */
export interface MeetingRow {
  readonly key: MeetingKey;
  readonly head: Omit<Agenda, 'items'>;
  readonly iCalUId: string;
  readonly originalStart: string | null;
  /** ISO instants; '' where the row tells none that can be read. */
  readonly start: string;
  readonly end: string;
  readonly status: MeetingStatus;
  /** All that the calendar said, where it is known: what was kept before it was is the times alone. */
  readonly occasion?: Occasion | undefined;
}

const meetingFields = v.object({
  RowId: v.pipe(rowId, v.regex(/^[0-9a-f]{32}$/)),
  FullTitle: textOrEmpty,
  StartsAt: instantOrEmpty,
  EndsAt: instantOrEmpty,
  Date: optionalDay,
  EndDate: optionalDay,
  StartTime: optionalClock,
  EndTime: optionalClock,
  Location: optionalText,
  Chair: optionalText,
  ICalUId: textOrEmpty,
  OccurrenceStart: optionalInstant,
  AgendaStatus: choice(CHOICES.agendaStatus, 'draft'),
  SentOn: optionalInstant,
  MinutesStatus: choice(CHOICES.minutesStatus, 'none'),
  Standing: choice(CHOICES.standing, null),
  MovedFrom: optionalInstant,
  MovedSeen: optionalInstant,
  IsAllDay: yes,
  EventTitle: optionalText,
  EventPlace: optionalText,
  EventZone: optionalText,
  Organizer: optionalText,
});

/**
 * The row that an event and its agenda make, under the key that its rows have.
 * @param told what was written down of the calendar before; null before there was anything
 * @param now ISO instant
 */
export function meetingRowOf(
  { key }: Pick<MeetingPointer, 'key'>,
  event: CalendarEvent,
  agenda: Agenda,
  { status, told, now }: { readonly status: MeetingStatus; readonly told: Occasion | null; readonly now: string },
): MeetingRow {
  const { items: _items, ...head } = agenda;
  const { iCalUId, originalStart, start, end } = event;
  return { key, head, iCalUId, originalStart, start, end, status, occasion: occasionOf(event, told, now) };
}

/** A meeting as a row of DagsordenMoeder. */
export function meetingToFields(row: MeetingRow): Fields {
  return {
    RowId: row.key,
    MeetingKey: row.key,
    Shape: shapeOf('DagsordenMoeder'),
    ...headToFields(row.head),
    ...occasionToFields(row.occasion ?? row),
    ...statusToFields(row.status),
  };
}

/** Only the columns that tell what the calendar says; what nobody wrote down is left out, and stands as it is. */
export function occasionToFields(occasion: Occasion): Fields {
  const { days, standing, title, place, zone, organizer } = occasion;
  return {
    StartsAt: asInstant(occasion.start),
    EndsAt: asInstant(occasion.end),
    ICalUId: occasion.iCalUId,
    ...(occasion.originalStart !== undefined && { OccurrenceStart: asInstant(occasion.originalStart) }),
    ...(standing !== undefined && {
      Standing: CHOICES.standing[standing],
      MovedFrom: asInstant(occasion.movedFrom ?? null),
      MovedSeen: asInstant(occasion.movedSeen ?? null),
      IsAllDay: days !== undefined,
    }),
    ...(title !== undefined && { EventTitle: title === '' ? NO_WORDS : title }),
    ...(place !== undefined && { EventPlace: place === '' ? NO_WORDS : place }),
    ...(zone !== undefined && { EventZone: zone.slice(0, LINE_LIMIT) }),
    ...(organizer !== undefined && { Organizer: organizer }),
  };
}

/** What stands in a column where the calendar was seen to say nothing: an empty one was never written. */
const NO_WORDS = '–';
const wordsIn = (stored: string): string => (stored === NO_WORDS ? '' : stored);

/** Only the columns of the agenda's head. */
export function headToFields(head: MeetingRow['head']): Fields {
  return {
    Title: shortTitle(head.title),
    FullTitle: storedWords(head.title),
    Date: head.date,
    EndDate: head.endDate,
    StartTime: head.start,
    EndTime: head.end,
    Location: storedWords(head.location),
    Chair: head.chair === null ? null : shortTitle(head.chair),
  };
}

/** Only the columns that tell how far the meeting has come. */
function statusToFields(status: MeetingStatus): Fields {
  return {
    AgendaStatus: CHOICES.agendaStatus[status.agenda],
    SentOn: asInstant(status.sentAt),
    MinutesStatus: CHOICES.minutesStatus[status.minutes],
  };
}

/**
 * The columns that say that the invitation holds the agenda since `at`, for a meeting that has come as far as `now`: nothing where a newer
 * sending says so already.
 * @param revises was there an agenda before that this one is in place of?
 */
export function sentToFields(now: MeetingStatus, at: string, revises: boolean): Fields {
  if (now.agenda !== 'draft' && (!revises || (now.sentAt !== null && Date.parse(now.sentAt) >= Date.parse(at)))) return {};
  return { AgendaStatus: CHOICES.agendaStatus[now.agenda === 'draft' ? 'sent' : 'revised'], SentOn: asInstant(at) };
}

/** The columns that say that the minutes are out. */
export function publishedToFields(now: MeetingStatus): Fields {
  return now.minutes === 'published' ? {} : { MinutesStatus: CHOICES.minutesStatus.published };
}

/** Reads a row of DagsordenMoeder. Throws Failure Unreadable where it has no RowId. */
export function meetingFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): MeetingRow {
  const row = readRow(meetingFields, 'DagsordenMoeder', climb('DagsordenMoeder', fields), onBadCell);
  const times = row.IsAllDay ? allDayBetween(row.StartsAt, row.EndsAt) : { start: row.StartsAt, end: row.EndsAt };
  return {
    key: asMeetingKey(row.RowId),
    head: {
      title: row.FullTitle,
      date: row.Date,
      endDate: row.EndDate,
      start: row.StartTime,
      end: row.EndTime,
      location: row.Location,
      chair: row.Chair,
    },
    iCalUId: row.ICalUId,
    originalStart: row.OccurrenceStart,
    start: times.start,
    end: times.end,
    status: { agenda: row.AgendaStatus, sentAt: row.SentOn, minutes: row.MinutesStatus },
    occasion: {
      iCalUId: row.ICalUId,
      // Left out where it is empty and nothing else is told: a row of before tells no more than its times.
      ...((row.OccurrenceStart !== null || row.Standing !== null) && { originalStart: row.OccurrenceStart }),
      ...times,
      ...(row.Standing !== null && { standing: row.Standing }),
      ...(row.MovedFrom !== null && { movedFrom: row.MovedFrom }),
      ...(row.MovedSeen !== null && { movedSeen: row.MovedSeen }),
      ...(row.EventTitle !== null && { title: wordsIn(row.EventTitle) }),
      ...(row.EventPlace !== null && { place: wordsIn(row.EventPlace) }),
      ...(row.EventZone !== null && { zone: row.EventZone }),
      ...(row.Organizer !== null && { organizer: row.Organizer }),
    },
  };
}

/** The days of an all-day meeting, from the midnights it is stored by. */
function allDayBetween(start: string, end: string): Pick<Occasion, 'start' | 'end' | 'days'> {
  if (Number.isNaN(Date.parse(start)) || Number.isNaN(Date.parse(end))) return { start, end };
  return allDay({ first: isoDay(start), last: dayAfter(isoDay(end), -1) });
}
