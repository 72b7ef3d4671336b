import type { ClockTime } from './clock.ts';
import { clockOf, isoDay } from './danishTime.ts';
import type { MeetingFile } from './meeting.ts';

/** What stands at the top of whatever is printed about a meeting. `date`s are ISO days; null is not printed. */
export interface MeetingHead {
  /** The name of the body that meets. */
  readonly body: string | null;
  readonly title: string;
  readonly date: string | null;
  /** The last day, where that is another than the first. */
  readonly endDate: string | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly location: string | null;
  readonly chair: string | null;
}

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
