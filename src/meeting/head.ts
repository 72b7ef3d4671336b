import type { Agenda } from './agenda.ts';
import { calendarHead, headFollowing, placeOf } from './calendarFacts.ts';
import type { MeetingFile, MeetingHead, Occasion } from './meeting.ts';
import { titleWithoutOtherDate } from './titleDate.ts';

export type { MeetingHead } from './meeting.ts';

/**
 * The head of a meeting there is a calendar event for, wherever it is printed: its days, times and place are the event's, whatever the paper
 * said, and so is its title where the paper has none. Event over row over paper.
 */
export function headOf({ agenda, board, occasion }: Pick<MeetingFile, 'agenda' | 'board' | 'occasion'>): MeetingHead {
  const { date, endDate, start, end } = calendarHead(occasion);
  const title = titleTold(agenda, occasion);
  return {
    body: board.name,
    title: title === '' ? board.name : title,
    date,
    endDate,
    start,
    end,
    location: placeOf(occasion.place, agenda.location),
    chair: agenda.chair,
  };
}

/** What the meeting is called: the paper's title without a date that is not the meeting's, else the calendar's. */
export function titleTold(agenda: Pick<Agenda, 'title'>, occasion: Occasion): string {
  const printed = titleWithoutOtherDate(agenda.title, calendarHead(occasion)).trim();
  return printed === '' ? (occasion.title ?? '').trim() : printed;
}

/**
 * The agenda as it is shown: under the days of the calendar, and counted from its beginning where that was the calendar's. Times that the paper has of
 * its own stay as printed, since its lines are counted from them.
 * @param written what the agenda was written under
 * @param occasion what the reader is shown, where their own copy of the event tells otherwise
 */
export function agendaTold(paper: Agenda, written: Occasion, occasion: Occasion = written): Agenda {
  const { date, endDate } = calendarHead(occasion);
  const agenda = occasion === written ? paper : { ...paper, ...headFollowing(paper, written, occasion) };
  return date === null
    ? agenda
    : { ...agenda, title: titleTold(agenda, occasion), date, endDate, location: placeOf(occasion.place, agenda.location) };
}
