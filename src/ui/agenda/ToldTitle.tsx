import type { MeetingFile, Occasion } from '../../meeting/meeting.ts';
import { titleTold } from '../../meeting/head.ts';

/** A title with a date in it, as it is told: another date than the meeting's is left out. */
export default function ToldTitle({ agenda, occasion }: Pick<MeetingFile, 'agenda'> & { occasion: Occasion }) {
  return <>{titleTold(agenda, occasion)}</>;
}
