import * as v from 'valibot';
import { reminderWords } from './reminderWords.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { inBoardLanguage, languageSeen } from '../boardLanguage.ts';
import type { Desk } from '../desk.ts';

/** Reminders to those who have not answered: written by a person, in a chat or a mail of their own. */
export type ReminderVerbs = ReturnType<typeof reminderVerbs>;

type OfMeeting = Pick<MeetingFile, 'pointer' | 'occasion' | 'board' | 'agenda'>;

const nameOf = ({ pointer: { siteId, key } }: OfMeeting): string => `reminded:${siteId} ${key}`;
const kept = v.object({ at: v.string(), people: v.array(v.string()) });

/** When somebody was last reminded from this device, as an ISO instant, and their addresses. */
export type Reminded = v.InferOutput<typeof kept>;

export function reminderVerbs(desk: Desk) {
  const { seen, workplace } = desk;
  return {
    /** The reminder as it may be sent, in the body's language. @param deadline ISO day until which an apology comes in time */
    async words(file: OfMeeting, deadline: string | null): Promise<string> {
      const { language: known } = await languageSeen(desk, file.board.siteId);
      const { language } = await inBoardLanguage(workplace, file.board.siteId, known);
      return reminderWords(language, file, deadline);
    },
    async lastReminded(file: OfMeeting): Promise<Reminded | null> {
      const found = v.safeParse(kept, (await seen.other(nameOf(file)))?.value);
      return found.success ? found.output : null;
    },
    /** Notes on this device that they were written to, so that nobody is by mistake once more. */
    async noteReminded(file: OfMeeting, people: readonly string[]): Promise<void> {
      await seen.keepOther(nameOf(file), { at: workplace.now().toISOString(), people: [...new Set(people)] } satisfies Reminded);
    },
  };
}
