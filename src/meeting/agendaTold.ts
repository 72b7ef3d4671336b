import type { Agenda } from './agenda.ts';
import { calendarHead, placeOf } from './calendarFacts.ts';
import type { Occasion } from './meeting.ts';

/**
 * The agenda as it is shown: under the days of the calendar, and counted from its beginning where that was the calendar's. Times that the paper has of
 * its own stay as printed, since its lines are counted from them.
 * @param written what the agenda was written under
 * @param occasion what the reader is shown, where their own copy of the event tells otherwise
 */
export function agendaTold(paper: Agenda, written: Occasion, occasion: Occasion = written): Agenda {
  const { date, endDate } = calendarHead(occasion);
  const before = calendarHead(written).start;
  const agenda = paper.start === before ? { ...paper, start: calendarHead(occasion).start } : paper;
  return date === null ? agenda : { ...agenda, date, endDate, location: placeOf(occasion.place, agenda.location) };
}
