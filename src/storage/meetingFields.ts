import type { Agenda } from '../meeting/agenda.ts';
import type { ItemId } from '../meeting/ids.ts';
import { occasionOf } from '../meeting/occasion.ts';
import type { CalendarEvent, MeetingPointer, MeetingStatus, Occasion } from '../meeting/meeting.ts';
import { CHOICES } from './choices.ts';
import { NO_WORDS, type MeetingRow } from './meetingRow.ts';
import { asInstant, LINE_LIMIT, shortTitle, storedWords, type Fields } from './row.ts';
import { shapeOf } from './shapes.ts';

// What is written of a meeting's row. Reading one (meetingRow.ts) does without it.

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

/** The columns that say which items came in a supplementary agenda, those that stand there with them. */
export function supplementToFields({ supplement = [] }: MeetingStatus, ids: readonly ItemId[]): Fields {
  const all = [...new Set([...supplement, ...ids])];
  return all.length === supplement.length ? {} : { Supplement: all.join('\n') };
}

/** The columns that say that the minutes were taken back. */
export function withdrawnToFields(now: MeetingStatus): Fields {
  return now.minutes === 'withdrawn' ? {} : { MinutesStatus: CHOICES.minutesStatus.withdrawn };
}

/** The columns that say that the minutes are out. */
export function publishedToFields(now: MeetingStatus): Fields {
  return now.minutes === 'published' ? {} : { MinutesStatus: CHOICES.minutesStatus.published };
}
