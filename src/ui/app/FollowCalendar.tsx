import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { useFollowCalendar } from '../queries/useFollowCalendar.ts';

/** Shows nothing: brings the meeting up to its organiser's calendar. Mounted where the two differ. */
export default function FollowCalendar({ file, event }: { file: MeetingFile; event: CalendarEvent }) {
  useFollowCalendar(file, event);
  return null;
}
