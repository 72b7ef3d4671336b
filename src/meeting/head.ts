import type { ClockTime } from './clock.ts';
import { localClock, localDay } from './localTime.ts';
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
  const [date, endDate] = [localDay(occasion.start), localDay(occasion.end)];
  return {
    body: board.name,
    title: agenda.title.trim() === '' ? board.name : agenda.title,
    date,
    endDate: endDate === date ? null : endDate,
    start: localClock(occasion.start),
    end: localClock(occasion.end),
    location: agenda.location,
    chair: agenda.chair,
  };
}
