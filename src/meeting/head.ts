import type { Agenda } from './agenda.ts';
import { calendarHead, placeOf } from './calendarFacts.ts';
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
