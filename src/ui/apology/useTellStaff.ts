import { useQuery } from '@tanstack/react-query';
import type { StaffNews, StaffToTell } from '../../commands/commands.ts';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { samePerson } from '../../meeting/persons.ts';
import { staffOf, type Staff } from '../../meeting/staff.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useTickWithConsent, type TickWithConsent } from '../kit/useTickWithConsent.ts';
import { standInKeys } from '../queries/standInKeys.ts';
import { useProfile } from '../queries/useProfile.ts';

/** Something that is said of one person. */
export interface StaffTopic {
  readonly news: StaffNews;
  /** Those who know already, of those who would be told. */
  readonly know: readonly (Person | null)[];
  /** It is not said just now: its line is not ticked. */
  readonly leftOut?: boolean;
}

/** How a person is asked whether the chair and the secretary are told in Teams. */
export interface StaffQuestion extends TickWithConsent {
  readonly people: readonly Person[];
  /** The words as they will be sent, a message each. */
  readonly texts: readonly string[];
}

interface TellStaff {
  /** Null where there is nobody to tell, or nothing to say. */
  readonly question: StaffQuestion | null;
  /** What goes along with the order; null where nobody is to be told. */
  readonly staffFor: (topic: StaffTopic) => Promise<StaffToTell | null>;
}

/**
 * Whether the chair and the secretary are told of it in Teams. Nobody is told without a tick that stands beside the words; it stands by itself where the person has let
 * Dagsorden write in their chats before, and they are asked for that when they set it.
 * @param topics what would be said, of each whom it is about; empty where there is nothing to say
 * @param standsByItself false where it is a person's wish each time
 */
export function useTellStaff(file: MeetingFile, topics: readonly StaffTopic[], standsByItself = true): TellStaff {
  const commands = useCommands();
  const profile = useProfile(file.board);
  const told = topics.filter(({ know }) => staffTold(staffOf(profile, know)).length > 0);
  const { data } = useQuery({
    queryKey: standInKeys.staff(
      file.pointer,
      told.map(({ news }) => news),
    ),
    queryFn: async () => {
      const verbs = await commands.attendance.staff();
      return { verbs, texts: await Promise.all(told.map(({ news }) => verbs.message(file, news))), may: await verbs.mayTell() };
    },
    enabled: told.length > 0,
  });
  const { isTicked, consent, tick } = useTickWithConsent(data && { may: data.may, ask: data.verbs.ask }, standsByItself);
  const shown = told.map((topic, place) => ({ topic, text: data?.texts[place] ?? '' })).filter(({ topic }) => topic.leftOut !== true);
  const people = shown
    .flatMap(({ topic }) => staffTold(staffOf(profile, topic.know)))
    .filter((person, place, all) => all.findIndex((other) => samePerson(other, person)) === place);
  return {
    question: data === undefined || shown.length === 0 ? null : { people, texts: shown.map(({ text }) => text), isTicked, consent, tick },
    async staffFor({ news, know }) {
      const { chair, secretary } = staffOf(profile, know);
      if (!isTicked || data === undefined || (chair === null && secretary === null)) return null;
      // The words that stand beside the tick, where it is the same that is said.
      const text = shown.find(({ topic }) => isSame(topic.news, news))?.text ?? (await data.verbs.message(file, news));
      return { from: data.verbs.me(), chair, secretary, text, until: file.occasion.end };
    },
  };
}

const staffTold = ({ chair, secretary }: Staff): Person[] => [chair, secretary].filter((person) => person !== null);

const isSame = (one: StaffNews, other: StaffNews): boolean => JSON.stringify(one) === JSON.stringify(other);
