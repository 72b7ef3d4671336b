import type { Agenda } from '../agenda.ts';
import { calendarHead } from '../calendarFacts.ts';
import type { CalendarEvent } from '../meeting.ts';

/** What of an event an agenda's head is held against. */
export type EventHead = Pick<CalendarEvent, 'subject' | 'start' | 'end' | 'days' | 'location'>;

/** What the calendar says of the meeting, in the agenda's own words. */
export function headOfEvent(event: EventHead): Pick<Agenda, 'title' | 'date' | 'endDate' | 'start' | 'end' | 'location'> {
  return { ...calendarHead({ ...event, place: event.location ?? '' }), title: event.subject, location: event.location };
}

/** Fills what the paper does not say from the calendar; what it does say stays as printed. */
export function fitToEvent(agenda: Agenda, event: EventHead): Agenda {
  const head = headOfEvent(event);
  const sameDay = agenda.date === null || agenda.date === head.date;
  return {
    ...agenda,
    title: agenda.title.trim() === '' ? head.title : agenda.title,
    date: agenda.date ?? head.date,
    endDate: agenda.endDate ?? (sameDay ? head.endDate : null),
    start: agenda.start ?? (sameDay ? head.start : null),
    end: agenda.end ?? (sameDay ? head.end : null),
    location: agenda.location ?? head.location,
  };
}

/** Where paper and calendar contradict each other: another day, or another time of the same day. Neither is taken to be right. */
export function contradiction(agenda: Agenda, event: EventHead): 'date' | 'time' | null {
  const head = headOfEvent(event);
  if (agenda.date !== null && agenda.date !== head.date) return 'date';
  return (agenda.start !== null && agenda.start !== head.start) || (agenda.end !== null && agenda.end !== head.end) ? 'time' : null;
}
