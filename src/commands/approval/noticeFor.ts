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
}

/** @throws the passing failures */
export async function noticeFor(desk: Desk, file: MeetingFile, people: readonly Person[], deadline: string | null): Promise<ReviewNoticeShown> {
  const { workplace } = desk;
  const { reviewNotice } = await fetched(import(/* webpackChunkName: "exporters" */ '../../exporters/reviewNotice.ts'));
  const named = await mentionable(workplace.store, file.board, people);
  const { language } = await inBoardLanguage(workplace, file.board.siteId, (await languageSeen(desk, file.board.siteId)).language);
  const link = linkTo(workplace.appOrigin, file.pointer, 'referat');
  return { message: reviewNotice({ head: headOf(file), people: named, deadline, link, language }), people: named };
}
