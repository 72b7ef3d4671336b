import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffNews, StaffToTell } from '../../commands/commands.ts';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { staffOf } from '../../meeting/staff.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { standInKeys } from '../queries/standInKeys.ts';
import { useProfile } from '../queries/useProfile.ts';

/** How a person is asked whether the chair and the secretary are told in Teams. */
export interface StaffQuestion {
  readonly people: readonly Person[];
  /** The words as they will be sent. */
  readonly text: string;
  readonly isTicked: boolean;
  /** `refused`: the person said no to letting Dagsorden write for them. */
  readonly consent: 'given' | 'needed' | 'refused';
  readonly tick: (isTicked: boolean) => void;
}

interface TellStaff {
  /** Null where there is nobody to tell, or nothing to say. */
  readonly question: StaffQuestion | null;
  /** What goes along with the order; null where nobody is to be told. */
  readonly staffFor: (news: StaffNews) => Promise<StaffToTell | null>;
}

/**
 * Whether the chair and the secretary are told of it in Teams. Nobody is told without a tick that stands beside the words; it stands by itself where the person has let
 * Dagsorden write in their chats before, and they are asked for that when they set it.
 * @param news what would be said; null where there is nothing to say
 * @param know those who know already
 */
export function useTellStaff(file: MeetingFile, news: StaffNews | null, know: readonly (Person | null)[]): TellStaff {
  const commands = useCommands();
  const { chair, secretary } = staffOf(useProfile(file.board), know);
  const people = [chair, secretary].filter((person) => person !== null);
  const [ticked, setTicked] = useState<boolean | null>(null);
  const [answer, setAnswer] = useState<'given' | 'refused' | null>(null);
  const { data } = useQuery({
    queryKey: standInKeys.staff(file.pointer, news),
    queryFn: async () => {
      const verbs = await commands.attendance.staff();
      return news === null ? null : { verbs, text: await verbs.message(file, news), may: await verbs.mayTell() };
    },
    enabled: news !== null && people.length > 0,
  });
  const consent = answer ?? (data?.may ? 'given' : 'needed');
  const isTicked = (ticked ?? true) && consent === 'given';
  const tick = (wanted: boolean) => {
    setTicked(wanted);
    if (wanted && consent !== 'given' && data) void data.verbs.ask().then((may) => setAnswer(may ? 'given' : 'refused'));
  };
  return {
    question: data == null || people.length === 0 ? null : { people, text: data.text, isTicked, consent, tick },
    async staffFor(said) {
      if (!isTicked || data == null || people.length === 0) return null;
      // The words that stand beside the tick, where it is the same that is said.
      const text = JSON.stringify(said) === JSON.stringify(news) ? data.text : await data.verbs.message(file, said);
      return { from: data.verbs.me(), chair, secretary, text, until: file.occasion.end };
    },
  };
}
