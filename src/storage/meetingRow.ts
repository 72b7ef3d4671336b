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
    RowId: row.key,
    MeetingKey: row.key,
    Shape: shapeOf('DagsordenMoeder'),
    ...headToFields(row.head),
    ...occasionToFields(row),
    ...statusToFields(row.status),
  };
}

/** Only the columns of the agenda's head. */
export function headToFields(head: MeetingRow['head']): Fields {
  return {
    Title: shortTitle(head.title),
    FullTitle: emptyAsNull(head.title),
    Date: head.date,
    EndDate: head.endDate,
    StartTime: head.start,
    EndTime: head.end,
    Location: head.location,
    Chair: head.chair === null ? null : shortTitle(head.chair),
  };
}

/** Only the columns that tell which event the meeting is, and when. */
export function occasionToFields(row: Pick<MeetingRow, 'iCalUId' | 'originalStart' | 'start' | 'end'>): Fields {
  return {
    StartsAt: asInstant(row.start),
    EndsAt: asInstant(row.end),
    ICalUId: row.iCalUId,
    OccurrenceStart: asInstant(row.originalStart),
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
