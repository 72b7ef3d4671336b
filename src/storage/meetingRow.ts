import * as v from 'valibot';
import type { Agenda } from '../meeting/agenda.ts';
import { asMeetingKey, type MeetingKey } from '../meeting/ids.ts';
import type { CalendarEvent, MeetingStatus } from '../meeting/meeting.ts';
import { choice, CHOICES } from './choices.ts';
import {
  asInstant,
  instantOrEmpty,
  optionalClock,
  optionalDay,
  optionalInstant,
  optionalText,
  readRow,
  rowId,
  shortTitle,
  storedWords,
  textOrEmpty,
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
    FullTitle: storedWords(row.head.title),
    StartsAt: asInstant(row.start),
    EndsAt: asInstant(row.end),
    Date: row.head.date,
    EndDate: row.head.endDate,
    StartTime: row.head.start,
    EndTime: row.head.end,
    Location: storedWords(row.head.location),
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

/** Reads a row of DagsordenMoeder. Throws Failure Unreadable where it has no RowId. */
export function meetingFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): MeetingRow {
  const row = readRow(meetingFields, 'DagsordenMoeder', climb('DagsordenMoeder', fields), onBadCell);
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
    start: row.StartsAt,
    end: row.EndsAt,
    status: { agenda: row.AgendaStatus, sentAt: row.SentOn, minutes: row.MinutesStatus },
  };
}
