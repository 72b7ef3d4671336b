import { differsFromCalendar } from '../../meeting/calendarFacts.ts';
import { headFollowing, occasionOf } from '../../meeting/occasion.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { CalendarEvent, MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { ownEvent, sameUid } from '../../meeting/sameMeeting.ts';
import type { Desk } from '../desk.ts';
import { followCalendarOrder } from './followCalendarOrder.ts';
import type { Followed } from './followCalendarPlan.ts';

/** Does the organiser's own copy, which this is, say otherwise than what was written down of it? Of another event nothing follows. */
export function shouldFollow(file: Pick<MeetingFile, 'occasion' | 'pointer'>, event: CalendarEvent | null): event is CalendarEvent {
  if (event === null || !event.iAmOrganizer || !differsFromCalendar(file.occasion, event)) return false;
  if (!sameUid(event.iCalUId, file.occasion.iCalUId)) return false;
  if (event.pointer !== null) return event.pointer.key === file.pointer.key;
  return ownEvent([event], { ...file.occasion, key: file.pointer.key }) !== null;
}

/** Writes down what the organiser's own copy tells; null where nothing was left to write, or the row could not be. */
export function writeDown({ workplace, send }: Desk, to: MeetingPointer, { id }: CalendarEvent): Promise<Followed | null> {
  return send(followCalendarOrder, { pointer: to, eventId: id, at: workplace.now().toISOString() });
}

/** The meeting as its organiser's calendar has it, written down for everybody where it was not. Without a connection it is written later. */
export async function followed(desk: Desk, file: MeetingFile, event: CalendarEvent | null): Promise<MeetingFile> {
  if (!shouldFollow(file, event)) return file;
  const said = occasionOf(event, file.occasion, desk.workplace.now().toISOString());
  let now: Followed | null = { head: headFollowing(file.agenda, file.occasion, said), occasion: said };
  try {
    now = await writeDown(desk, file.pointer, event);
  } catch (error) {
    // It waits in the outbox, or nobody here can do it: the meeting is shown as the calendar has it all the same.
    if (!isFailure(error)) throw error;
  }
  return now === null ? file : { ...file, occasion: now.occasion, agenda: { ...file.agenda, ...now.head } };
}

/** Brings what is written down of a meeting up to its organiser's calendar; the same file where nothing differs, or somebody else called it. */
export const followCalendar =
  (desk: Desk) =>
  async (file: MeetingFile, event: CalendarEvent | null): Promise<MeetingFile> => {
    const now = await followed(desk, file, event);
    if (now !== file) void desk.seen.keepFile(now);
    return now;
  };

/** The organiser, from whose calendar the event is gone, says that the meeting is called off. */
export const tellCancelled =
  ({ workplace, send }: Desk) =>
  async (file: MeetingFile): Promise<MeetingFile> => {
    await send(followCalendarOrder, { pointer: file.pointer, eventId: null, at: workplace.now().toISOString() });
    return { ...file, occasion: { ...file.occasion, standing: 'cancelled' } };
  };
