import type { Edition } from '../meeting/edition.ts';
import { documentOf, heading, paragraph, plain, text } from './document/document.ts';
import { wordsOf, type Language } from './document/words.ts';
import { printChannelMessage, type ChannelMessage } from './printers/channelMessage.ts';

/** The message that an item of published minutes has been closed since: no word of the item, and where the corrected minutes are. */
export function closingNotice({ head, version, publishedAt: at }: Edition, link: string, language: Language): ChannelMessage {
  const words = wordsOf(language);
  const title = plain(head.title) === '' ? words.corrected : `${words.corrected}: ${plain(head.title)}`;
  const document = documentOf({ kind: 'minutes', audience: 'outside', language, title, head, published: { version, at } }, [
    heading(1, 'title', title),
    paragraph('head', text(words.closedSince)),
  ]);
  return printChannelMessage(document, { href: link, words: words.openMinutes });
}
