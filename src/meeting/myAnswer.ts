import type { Answer, CalendarEvent } from './meeting.ts';

/** My own answer as the calendar has it. Whoever called the meeting has answered by that, whatever their copy says. */
export function myAnswerTo(event: Pick<CalendarEvent, 'iAmOrganizer' | 'myAnswer'>): Answer {
  return event.iAmOrganizer ? 'organizer' : event.myAnswer;
}
