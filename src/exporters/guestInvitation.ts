import { titleForGuest, timesOfItem, type GuestInvitation } from '../meeting/guests.ts';
import type { Agenda, AgendaItem } from '../meeting/agenda.ts';
import { clockOf, isoDay } from '../meeting/danishTime.ts';
import { headOf } from '../meeting/head.ts';
import { withoutHiddenSigns } from '../meeting/hiddenSigns.ts';
import { isHttps } from '../meeting/linkAddress.ts';
import type { Board, Occasion } from '../meeting/meeting.ts';
import { printDay, printSpan } from './document/when.ts';
import { wordsOf, type Language } from './document/words.ts';

/** What a guest's invitation is made of. `agenda` as it is shown (agendaTold.ts). */
export interface GuestSources {
  readonly agenda: Agenda;
  readonly board: Board;
  readonly occasion: Occasion;
  readonly joinUrl: string | null;
  readonly language: Language;
}

/** Exchange takes no longer subject. */
const SUBJECT = 255;

/** Title, time and place of a guest's invitation to an item; null where nobody knows when that is. Of a closed item it tells the neutral title alone. */
export function guestInvitation({ agenda, board, occasion, language }: GuestSources, item: AgendaItem): GuestInvitation | null {
  const times = timesOfItem(agenda, occasion, item);
  if (times === null) return null;
  const title = titleForGuest(agenda.items, item)?.trim() || wordsOf(language).closedItem;
  const subject = withoutHiddenSigns(`${board.name}: ${title}`).replace(/\s+/g, ' ').slice(0, SUBJECT);
  return { ...times, subject, place: headOf({ agenda, board, occasion }).location ?? '' };
}

/** Its words: which meeting, when, and the way in; no other item, nobody else's name, and no link to what a guest may not open. */
export function guestInvitationHtml({ board, joinUrl, language }: GuestSources, { subject, start, end, place }: GuestInvitation): string {
  const words = wordsOf(language);
  const when = `${printDay(isoDay(start), language)} ${words.clock(printSpan(clockOf(start), clockOf(end), language))}`;
  const link = joinUrl !== null && isHttps(joinUrl) ? joinUrl : null;
  const lines = [
    escaped(words.guest.lead(board.name)),
    `<strong>${escaped(subject.slice(board.name.length + 2))}</strong>`,
    escaped(when),
    ...(place.trim() === '' ? [] : [`${escaped(words.place)}: ${escaped(place)}`]),
  ];
  const join = link === null ? '' : `<p><a href="${escaped(link)}">${escaped(words.guest.join)}</a></p>`;
  return `<div lang="${language}"><p>${lines.join('<br>')}</p>${join}<p>${escaped(words.guest.follows)}</p></div>`;
}

const escaped = (words: string): string =>
  withoutHiddenSigns(words).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
