import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { chatScopes } from '../../storage/chatMessages.ts';
import { inBoardLanguage, languageSeen } from '../boardLanguage.ts';
import type { Desk } from '../desk.ts';
import { staffMessage, type StaffNews } from './staffMessage.ts';

export type { StaffNews };

/** Telling the secretary and the chair in Teams: what is said, and whether the person lets Dagsorden say it. */
export type StaffVerbs = ReturnType<typeof staffVerbs>;

export function staffVerbs(desk: Desk) {
  const { workplace } = desk;
  const { signIn } = workplace.host;
  return {
    /** The words as they will be sent. */
    async message(file: Pick<MeetingFile, 'board' | 'occasion' | 'agenda'>, news: StaffNews): Promise<string> {
      const { language: known } = await languageSeen(desk, file.board.siteId);
      const { language } = await inBoardLanguage(workplace, file.board.siteId, known);
      return staffMessage(language, file, news);
    },
    /** Who writes. */
    me: (): Person => desk.me(),
    /** May Dagsorden write in a chat for the person? Nobody is asked by this. */
    mayTell: (): Promise<boolean> =>
      signIn.token({ scopes: chatScopes }).then(
        () => true,
        () => false,
      ),
    /** Asks the person for it; call it from a click. In a plain browser this leaves the page. @returns whether they said yes */
    ask: (): Promise<boolean> =>
      signIn.ask(chatScopes).then(
        () => true,
        () => false,
      ),
  };
}
