import type { Agenda } from '../meeting/agenda.ts';
import type { Audience } from '../meeting/edition.ts';
import type { ItemId } from '../meeting/ids.ts';
import type { MeetingHead } from '../meeting/head.ts';
import { BLOCK_ID } from './blockId.ts';
import { agendaDocument } from './document/agendaDocument.ts';
import { wordsOf, type Language } from './document/words.ts';
import { withSigns } from './fingerprint.ts';
import { printMail } from './printers/mail.ts';

/**
 * The agenda as mail-safe HTML, to be placed in an invitation: an outline, with closed items by their neutral title only, because an
 * invitation is forwarded, printed and searched. Day, time and place are the invitation's own and stand above it; told here as well they
 * would tell another day as soon as the meeting is moved.
 *
 * @param link the https address that opens the agenda; it is also the pointer by which every participant's copy finds its rows.
 * In the invitation it also tells which lines are ours (fingerprint.ts)
 * @param supplement items that came in a supplementary agenda, which are marked
 */
export function invitationHtml(agenda: Agenda, link: string, language: Language, supplement: readonly ItemId[] = []): string {
  const document = agendaDocument({ agenda, head: invitationHead(agenda), audience: 'outside', language, detail: 'outline', supplement });
  const printed = (href: string) => printMail(document, { id: BLOCK_ID, link: { href, words: wordsOf(language).openAgenda } });
  return printed(withSigns(link, printed(link)));
}

/** The agenda's title alone. */
export function invitationHead({ title }: Pick<Agenda, 'title'>): MeetingHead {
  return { body: null, title, date: null, endDate: null, start: null, end: null, location: null, chair: null };
}

/**
 * The whole agenda as those who open it read it, for whoever sends it to look at. `circle`: those who may read what is closed; `outside`: everybody else.
 */
export function agendaPageHtml(agenda: Agenda, link: string, language: Language, audience: Audience): string {
  const document = agendaDocument({ agenda, head: invitationHead(agenda), audience, language, detail: 'full' });
  return printMail(document, { id: `${BLOCK_ID}-page`, link: { href: link, words: wordsOf(language).openAgenda } });
}

/** Nothing but the title and the link: for an invitation that cannot be written whole. */
export function invitationLinkHtml(agenda: Agenda, link: string, language: Language): string {
  return invitationHtml({ ...agenda, items: [] }, link, language);
}
