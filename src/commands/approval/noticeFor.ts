import { headOf } from '../../meeting/head.ts';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import type { NamedPeople } from '../../exporters/mentions.ts';
import { fetched } from '../../storage/fetched.ts';
import type { MessageContent } from '../../storage/postMessage.ts';
import { inBoardLanguage, languageSeen } from '../boardLanguage.ts';
import type { Desk } from '../desk.ts';
import { linkTo } from '../link.ts';
import { mentionable } from '../mentionable.ts';

/** The message to those who are asked to look the minutes through, as it will stand in the channel. */
export interface ReviewNoticeShown {
  readonly message: MessageContent;
  readonly people: NamedPeople;
  /** Those of them whom the channel cannot notify and a chat can reach, and what would be said to each there. */
  readonly alone: { readonly people: readonly Person[]; readonly text: string };
}

/** @throws the passing failures */
export async function noticeFor(desk: Desk, file: MeetingFile, people: readonly Person[], deadline: string | null): Promise<ReviewNoticeShown> {
  const { workplace } = desk;
  const { reviewChatText, reviewNotice } = await fetched(import(/* webpackChunkName: "exporters" */ '../../exporters/reviewNotice.ts'));
  const named = await mentionable(workplace.store, file.board, people);
  const { language } = await inBoardLanguage(workplace, file.board.siteId, (await languageSeen(desk, file.board.siteId)).language);
  const link = linkTo(workplace.appOrigin, file.pointer, 'referat');
  const about = { head: headOf(file), deadline, link, language };
  return {
    message: reviewNotice({ ...about, people: named }),
    people: named,
    alone: { people: people.filter((person) => isReachable(person) && isOnlyNamed(person, named)), text: reviewChatText(about) },
  };
}

const isReachable = ({ id, email }: Person): boolean => id !== null || email !== null;

const isOnlyNamed = ({ id, name, email }: Person, { mentioned, named }: NamedPeople): boolean =>
  named.includes(name.trim() || (email ?? '')) && !mentioned.some((each) => each.id === id);
