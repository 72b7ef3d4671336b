import * as v from 'valibot';
import type { Agenda } from '../meeting/agenda.ts';
import { asItemId, asMeetingKey, type MeetingKey } from '../meeting/ids.ts';
import { allDay } from '../meeting/calendarFacts.ts';
import { dayAfter, isoDay } from '../meeting/danishTime.ts';
import type { MeetingStatus, Occasion } from '../meeting/meeting.ts';
import { choice, CHOICES } from './choices.ts';
import {
  instantOrEmpty,
  optionalClock,
  optionalDay,
  optionalInstant,
  optionalText,
  readRow,
  rowId,
  textOrEmpty,
  yes,
  type OnBadCell,
} from './row.ts';
import { climb } from './shapes.ts';

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
  Supplement: textOrEmpty,
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

/** What stands in a column where the calendar was seen to say nothing: an empty one was never written. */
export const NO_WORDS = '–';
const wordsIn = (stored: string): string => (stored === NO_WORDS ? '' : stored);

/** Reads a row of DagsordenMoeder. Throws Failure Unreadable where it has no RowId. */
export function meetingFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): MeetingRow {
  const row = readRow(meetingFields, 'DagsordenMoeder', climb('DagsordenMoeder', fields), onBadCell);
  const supplement = row.Supplement.split('\n').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));
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
    status: {
      agenda: row.AgendaStatus,
      sentAt: row.SentOn,
      minutes: row.MinutesStatus,
      ...(supplement.length > 0 && { supplement: supplement.map(asItemId) }),
    },
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
