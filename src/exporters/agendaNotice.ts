import type { Agenda } from '../meeting/agenda.ts';
import type { MeetingHead } from '../meeting/head.ts';
import type { ItemId } from '../meeting/ids.ts';
import { agendaDocument } from './document/agendaDocument.ts';
import { plain } from './document/document.ts';
import { wordsOf, type Language } from './document/words.ts';
import { printChannelMessage, type ChannelMessage } from './printers/channelMessage.ts';

export interface NoticeSources {
  /** As it is shown (agendaTold.ts). */
  readonly agenda: Agenda;
  readonly head: MeetingHead;
  /** The https address that opens the agenda. */
  readonly link: string;
  readonly language: Language;
  /** Items that came in a supplementary agenda: they are marked. */
  readonly supplement: readonly ItemId[];
  /** Was the channel told of this agenda before? */
  readonly updated: boolean;
}

/** The message to the board's channel that an agenda is out: title, time and place, a line for each item, and of a closed one its neutral title alone. */
export function agendaNotice({ agenda, head, link, language, supplement, updated }: NoticeSources): ChannelMessage {
  const words = wordsOf(language);
  const document = agendaDocument({ agenda, head, audience: 'outside', language, detail: 'outline', supplement });
  const message = printChannelMessage(document, { href: link, words: words.openAgenda });
  return updated ? { ...message, subject: `${words.updatedAgenda}: ${plain(head.title)}`.slice(0, 200) } : message;
}
