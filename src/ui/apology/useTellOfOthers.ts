import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { isOnTheDay } from '../../meeting/staff.ts';
import { useNow } from '../kit/useNow.ts';
import { useMe } from '../queries/useMe.ts';
import { useTellStaff, type StaffTopic } from './useTellStaff.ts';

/** Somebody who is away, as the secretary writes it down. */
export interface Away {
  readonly person: Person;
  /** As they are called in the message: what tells them from others of the same name. */
  readonly name: string;
  readonly isPart: boolean;
  /** It is not written down just now. */
  readonly leftOut?: boolean;
}

/**
 * Whether the chair is told of the apologies that somebody else writes down: offered until the meeting is over, and ticked by itself on its day alone. Nobody is told
 * of their own, and whoever writes is told nothing.
 * @param knows who has been told of it otherwise
 */
export function useTellOfOthers(file: MeetingFile, away: readonly Away[], knows: Person | null = null) {
  const me = useMe();
  const now = useNow();
  const topicOf = ({ person, name, isPart, leftOut = false }: Away): StaffTopic => ({
    news: { kind: 'apology', name, isPart },
    know: [me, person, knows],
    leftOut,
  });
  const isOver = new Date(file.occasion.end) < now;
  const { question, staffFor } = useTellStaff(file, me === null || isOver ? [] : away.map(topicOf), isOnTheDay(file.occasion, now));
  return { question, staffFor: (one: Away) => staffFor(topicOf(one)) };
}
