import type { Intake } from '../../commands/commands.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { clockOf, isoDay } from '../i18n/dates.ts';

/** What the calendar says of the meeting, in the agenda's own words. */
export function headOfEvent(event: CalendarEvent): Pick<Agenda, 'title' | 'date' | 'endDate' | 'start' | 'end' | 'location'> {
  const date = isoDay(event.start);
  const endDate = isoDay(event.end);
  return {
    title: event.subject,
    date,
    endDate: endDate === date ? null : endDate,
    start: clockOf(event.start),
    end: clockOf(event.end),
    location: event.location,
  };
}

/** Fills what the paper does not say from the calendar; what it does say stays as printed. */
export function fitToEvent(intake: Intake, event: CalendarEvent): Intake {
  const head = headOfEvent(event);
  const { agenda } = intake;
  const sameDay = agenda.date === null || agenda.date === head.date;
  return {
    ...intake,
    agenda: {
      ...agenda,
      title: agenda.title.trim() === '' ? head.title : agenda.title,
      date: agenda.date ?? head.date,
      endDate: agenda.endDate ?? (agenda.date === null ? head.endDate : null),
      start: agenda.start ?? (sameDay ? head.start : null),
      end: agenda.end ?? (sameDay ? head.end : null),
      location: agenda.location ?? head.location,
    },
  };
}

/** Where paper and calendar contradict each other: another day, or another time of the same day. Neither is taken to be right. */
export function contradiction(agenda: Agenda, event: CalendarEvent): 'date' | 'time' | null {
  const head = headOfEvent(event);
  if (agenda.date !== null && agenda.date !== head.date) return 'date';
  return (agenda.start !== null && agenda.start !== head.start) || (agenda.end !== null && agenda.end !== head.end) ? 'time' : null;
}

/** An agenda to write from nothing; the text, if there is any, stands beside it, all of it still to be placed. */
export function emptyIntake(event: CalendarEvent, source: string): Intake {
  const lines = source === '' ? [] : source.replaceAll('\r\n', '\n').split('\n');
  return {
    source: lines.join('\n'),
    agenda: { ...headOfEvent(event), chair: null, items: [] },
    treatments: [],
    apologies: [],
    participants: [],
    unplaced: lines.flatMap((text, index) => (text.trim() === '' ? [] : [{ line: index + 1, text }])),
    sourceOf: {},
    fieldSources: {},
  };
}
