import { isoDay } from '../meeting/danishTime.ts';
import type { MeetingHead } from '../meeting/head.ts';
import { documentOf, heading, paragraph, plain, text } from './document/document.ts';
import { printDate } from './document/when.ts';
import { wordsOf, type Language } from './document/words.ts';
import { mentionLine, type Mention, type NamedPeople } from './mentions.ts';
import { MESSAGE_LIMIT_BYTES, printChannelMessage, type ChannelMessage } from './printers/channelMessage.ts';

export interface ReviewNotice {
  readonly head: MeetingHead;
  readonly people: NamedPeople;
  /** ISO instant until which they may say what they think; null for none. */
  readonly deadline: string | null;
  /** The https address of the draft, which opens for those who may read it. */
  readonly link: string;
  readonly language: Language;
}

/** The words to one person alone, in a chat: the same as in the channel, and the link as it is. */
export function reviewChatText({ link, ...of }: Omit<ReviewNotice, 'people'>): string {
  return `${wordsOf(of.language).toReview}. ${whatAndWhen(of)} ${link}`;
}

/** Which meeting it is of, and until when. */
function whatAndWhen({ head, deadline, language }: Pick<ReviewNotice, 'head' | 'deadline' | 'language'>): string {
  const words = wordsOf(language);
  // A deadline is the midnight that ends its last day.
  const until = deadline === null ? '' : words.reviewUntil(printDate(isoDay(new Date(Date.parse(deadline) - 1)), language));
  const day = head.date === null ? '' : printDate(head.date, language);
  return [words.minutesOfMeeting(plain(head.title), day), until].filter((part) => part !== '').join(' ');
}

/** The message that asks people to look minutes through. It tells which meeting and until when, and no word of the minutes: everybody in the team reads it. */
export function reviewNotice({ head, people, deadline, link, language }: ReviewNotice): ChannelMessage & { readonly mentions: readonly Mention[] } {
  const words = wordsOf(language);
  const title = plain(`${words.toReview}: ${plain(head.title)}`);
  const asked = mentionLine(people, { after: `: ${words.pleaseReview}` });
  const told = whatAndWhen({ head, deadline, language });
  const document = documentOf({ kind: 'minutes', audience: 'outside', language, title, head, published: null }, [
    heading(1, 'title', title),
    paragraph('head', text(told)),
  ]);
  const message = printChannelMessage(document, { href: link, words: words.openDraft }, MESSAGE_LIMIT_BYTES - asked.beside - 2 * asked.html.length);
  return { subject: message.subject, html: asked.html + message.html, mentions: asked.mentions };
}
