import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { carries, sameUid } from '../../meeting/sameMeeting.ts';
import type { Desk } from '../desk.ts';

const DAY = 86_400_000;
/** So far ahead copied invitations are looked for. */
const AHEAD = 120 * DAY;

/**
 * Coming events of mine whose invitation shows this meeting's agenda although they are other meetings: an invitation was copied. Whoever came by its link
 * may mean any of them, so an apology is not taken before they have said which.
 */
export const copiesOf =
  ({ workplace }: Desk) =>
  async ({ pointer, occasion }: Pick<MeetingFile, 'pointer' | 'occasion'>): Promise<CalendarEvent[]> => {
    const now = workplace.now().getTime();
    const mine = await workplace.store.myEvents(new Date(now - DAY), new Date(now + AHEAD));
    return mine.filter((event) => event.pointer?.key !== pointer.key && carries(event, pointer) && !sameUid(event.iCalUId, occasion.iCalUId));
  };
