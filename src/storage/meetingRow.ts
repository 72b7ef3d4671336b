import * as v from 'valibot';
import type { Agenda } from '../meeting/agenda.ts';
import { parseClock } from '../meeting/clock.ts';
import { asMeetingKey, type MeetingKey } from '../meeting/ids.ts';
import type { CalendarEvent, MeetingStatus } from '../meeting/meeting.ts';
import { choice, CHOICES } from './choices.ts';
import { asInstant, emptyAsNull, optionalText, readRow, shortTitle, textOrEmpty, type Fields } from './row.ts';
import { climb, shapeOf } from './shapes.ts';

/** A meeting's own row: the head of its agenda, when it is, and how far it has come. */
export interface MeetingRow {
  readonly key: MeetingKey;
  readonly head: Omit<Agenda, 'items'>;
  readonly iCalUId: string;
  readonly originalStart: string | null;
  /** ISO instants. */
  readonly start: string;
  readonly end: string;
  readonly status: MeetingStatus;
}

const meetingFields = v.object({
  RowId: v.string(),
  FullTitle: textOrEmpty,
  StartsAt: textOrEmpty,
  EndsAt: textOrEmpty,
  Date: optionalText,
  EndDate: optionalText,
  StartTime: optionalText,
  EndTime: optionalText,
  Location: optionalText,
  Chair: optionalText,
  ICalUId: textOrEmpty,
  OccurrenceStart: optionalText,
  AgendaStatus: choice(CHOICES.agendaStatus, 'draft'),
  SentOn: optionalText,
  MinutesStatus: choice(CHOICES.minutesStatus, 'none'),
});

/** The row that an event and its agenda make. */
export function meetingRowOf(event: CalendarEvent, agenda: Agenda, status: MeetingStatus): MeetingRow {
  const { items: _items, ...head } = agenda;
  return { key: event.key, head, iCalUId: event.iCalUId, originalStart: event.originalStart, start: event.start, end: event.end, status };
}

/** A meeting as a row of DagsordenMoeder. */
export function meetingToFields(row: MeetingRow): Fields {
  return {
    Title: shortTitle(row.head.title),
    RowId: row.key,
    MeetingKey: row.key,
    Shape: shapeOf('DagsordenMoeder'),
    FullTitle: emptyAsNull(row.head.title),
    StartsAt: asInstant(row.start),
    EndsAt: asInstant(row.end),
    Date: row.head.date,
    EndDate: row.head.endDate,
    StartTime: row.head.start,
    EndTime: row.head.end,
    Location: row.head.location,
    Chair: row.head.chair === null ? null : shortTitle(row.head.chair),
    ICalUId: row.iCalUId,
    OccurrenceStart: asInstant(row.originalStart),
    ...statusToFields(row.status),
  };
}

/** Only the columns that tell how far the meeting has come. */
export function statusToFields(status: MeetingStatus): Fields {
  return {
    AgendaStatus: CHOICES.agendaStatus[status.agenda],
    SentOn: asInstant(status.sentAt),
    MinutesStatus: CHOICES.minutesStatus[status.minutes],
  };
}

/** The columns that say that the minutes are out, of the meeting with this key. */
export function publishedToFields(key: MeetingKey): Fields {
  return { RowId: key, MinutesStatus: CHOICES.minutesStatus.published };
}

/** Reads a row of DagsordenMoeder. Throws Failure Unreadable. */
export function meetingFromFields(fields: Record<string, unknown>): MeetingRow {
  const row = readRow(meetingFields, 'DagsordenMoeder', climb('DagsordenMoeder', fields));
  return {
    key: asMeetingKey(row.RowId),
    head: {
      title: row.FullTitle,
      date: row.Date,
      endDate: row.EndDate,
      start: row.StartTime === null ? null : parseClock(row.StartTime),
      end: row.EndTime === null ? null : parseClock(row.EndTime),
      location: row.Location,
      chair: row.Chair,
    },
    iCalUId: row.ICalUId,
    originalStart: row.OccurrenceStart,
    start: row.StartsAt,
    end: row.EndsAt,
    status: { agenda: row.AgendaStatus, sentAt: row.SentOn, minutes: row.MinutesStatus },
  };
}
