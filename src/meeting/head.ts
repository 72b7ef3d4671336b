import { clockOf, isoDay } from './danishTime.ts';
import type { MeetingFile, MeetingHead } from './meeting.ts';

export type { MeetingHead } from './meeting.ts';

/** The head of a meeting there is a calendar event for: its day and time are the event's, whatever the paper said. */
export function headOf({ agenda, board, occasion }: Pick<MeetingFile, 'agenda' | 'board' | 'occasion'>): MeetingHead {
  const { start, end } = occasion;
  const [date, endDate] = [known(start) ? isoDay(start) : null, known(end) ? isoDay(end) : null];
  return {
    body: board.name,
    title: agenda.title.trim() === '' ? board.name : agenda.title,
    date,
    endDate: endDate === date ? null : endDate,
    start: known(start) ? clockOf(start) : null,
    end: known(end) ? clockOf(end) : null,
    location: agenda.location,
    chair: agenda.chair,
  };
}

const known = (instant: string): boolean => !Number.isNaN(Date.parse(instant));
