import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';
import type { Desk } from '../desk.ts';
import { lookingRound } from './lookingRound.ts';
import { refuseOtherBoard } from './otherBoard.ts';

type Meeting = Pick<MeetingFile, 'occasion' | 'pointer'>;

/**
 * The event on my own calendar for a meeting reached by a link; null when I have no copy (any more). What the organiser's own copy tells otherwise
 * than the meeting's row is written down. Throws OtherBoard where that event has its agenda on another site than the link names.
 */
export const findMyEvent =
  (desk: Desk) =>
  async (meeting: Meeting): Promise<CalendarEvent | null> => {
    const event = await ownEvent(desk.workplace.store, meeting);
    if (event?.iAmOrganizer) {
      const { shouldFollow, writeDown } = await lookingRound();
      if (shouldFollow(meeting, event)) await writeDown(desk, meeting.pointer, event).catch(() => undefined);
    }
    return event;
  };

const DAY = 86_400_000;

/** Which event it is, the rows of the linked site tell; they may tell a wrong one, so the day is looked through for an event that names this meeting. */
export async function ownEvent(store: Store, { occasion, pointer }: Meeting): Promise<CalendarEvent | null> {
  const found = await store.eventOfMeeting({ ...occasion, key: pointer.key });
  const [start, end] = [Date.parse(occasion.start), Date.parse(occasion.end)];
  const near =
    found || Number.isNaN(start) || Number.isNaN(end) ? [] : await store.myEvents(new Date(start - DAY), new Date(Math.max(start, end) + DAY));
  const own = found ?? near.find((event) => event.pointer?.key === pointer.key) ?? null;
  refuseOtherBoard(pointer, own);
  return own;
}
