import * as v from 'valibot';
import type { Agenda } from '../meeting/agenda.ts';
import { parseClock } from '../meeting/clock.ts';
import { asMeetingKey, type MeetingKey } from '../meeting/ids.ts';
import type { CalendarEvent, MeetingStatus } from '../meeting/meeting.ts';
import { AGENDA_STATES, MINUTES_STATES } from '../meeting/words.ts';
import { emptyAsNull, optionalText, readRow, shortTitle, textOrEmpty, wordOf, type Fields } from './row.ts';

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
  Start: textOrEmpty,
  Finish: textOrEmpty,
  Date: optionalText,
  EndDate: optionalText,
  StartTime: optionalText,
  EndTime: optionalText,
  Location: optionalText,
  Chair: optionalText,
  ICalUId: textOrEmpty,
  OriginalStart: optionalText,
  AgendaState: wordOf(AGENDA_STATES, 'draft'),
  SentAt: optionalText,
  MinutesState: wordOf(MINUTES_STATES, 'none'),
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
    Shape: 1,
    FullTitle: emptyAsNull(row.head.title),
    Start: row.start,
    Finish: row.end,
    Date: row.head.date,
    EndDate: row.head.endDate,
    StartTime: row.head.start,
    EndTime: row.head.end,
    Location: row.head.location,
    Chair: row.head.chair === null ? null : shortTitle(row.head.chair),
    ICalUId: row.iCalUId,
    OriginalStart: row.originalStart,
    ...statusToFields(row.status),
  };
}

/** Only the columns that tell how far the meeting has come. */
export function statusToFields(status: MeetingStatus): Fields {
  return { AgendaState: status.agenda, SentAt: status.sentAt, MinutesState: status.minutes };
}

/** Reads a row of DagsordenMoeder. Throws Failure Unreadable. */
export function meetingFromFields(fields: Record<string, unknown>): MeetingRow {
  const row = readRow(meetingFields, 'DagsordenMoeder', fields);
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
    originalStart: row.OriginalStart,
    start: row.Start,
    end: row.Finish,
    status: { agenda: row.AgendaState, sentAt: row.SentAt, minutes: row.MinutesState },
  };
}
