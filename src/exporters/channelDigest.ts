import type { Edition } from '../meeting/edition.ts';
import { minutesDocument } from './document/minutesDocument.ts';
import { wordsOf, type Language } from './document/words.ts';
import { MESSAGE_LIMIT_BYTES, printChannelMessage, type ChannelMessage } from './printers/channelMessage.ts';

export const DIGEST_LIMIT_BYTES = MESSAGE_LIMIT_BYTES;

export interface DigestInput {
  /** The outsiders' edition: a channel is read by people outside the closed circle. */
  readonly edition: Edition<'outside'>;
  /** The https address that opens the minutes. */
  readonly link: string;
  readonly language: Language;
}

/** The message to the board's channel: what became of each item, and a link to the minutes. */
export function channelDigest({ edition, link, language }: DigestInput): ChannelMessage {
  const document = minutesDocument({ edition, language, detail: 'outline' });
  return printChannelMessage(document, { href: link, words: wordsOf(language).openMinutes });
}
