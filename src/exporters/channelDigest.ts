import type { Edition } from '../meeting/edition.ts';
import { minutesDocument } from './document/minutesDocument.ts';
import { wordsOf, type Language } from './document/words.ts';
import { mentionLine, type Mention, type NamedPeople } from './mentions.ts';
import { MESSAGE_LIMIT_BYTES, printChannelMessage, type ChannelMessage } from './printers/channelMessage.ts';

export const DIGEST_LIMIT_BYTES = MESSAGE_LIMIT_BYTES;

export interface DigestInput {
  /** The outsiders' edition: a channel is read by people outside the closed circle. */
  readonly edition: Edition<'outside'>;
  /** The https address that opens the minutes. */
  readonly link: string;
  readonly language: Language;
  /** Those who have something to do, to be told of it; null where nobody is. */
  readonly people?: NamedPeople | null | undefined;
}

/** The message to the board's channel: what became of each item, and a link to the minutes. */
export function channelDigest({ edition, link, language, people = null }: DigestInput): ChannelMessage & { readonly mentions?: readonly Mention[] } {
  const document = minutesDocument({ edition, language, detail: 'outline' });
  const words = wordsOf(language);
  const foot = { href: link, words: words.openMinutes };
  if (people === null || people.mentioned.length + people.named.length === 0) return printChannelMessage(document, foot);
  const told = mentionLine(people, { before: `${words.followUps}: ` });
  const { subject, html } = printChannelMessage(document, foot, DIGEST_LIMIT_BYTES - told.beside - 2 * told.html.length);
  return { subject, html: html + told.html, mentions: told.mentions };
}
