import type { PrintedFollowUp } from '../../meeting/meeting.ts';
import { plain } from './document.ts';
import { printDate } from './when.ts';
import { wordsOf, type Language } from './words.ts';

/** "Indhente tilbud (ansvarlig: Ane Kratholm, frist: 15. januar 2027)": what is to be done as one line of plain text. */
export function followUpWords({ what, owner, due }: PrintedFollowUp, language: Language): string {
  const words = wordsOf(language);
  const day = due === null ? '' : printDate(due, language);
  const more = [owner === null || plain(owner) === '' ? '' : words.ownedBy(plain(owner)), day === '' ? '' : words.dueOn(day)].filter(
    (part) => part !== '',
  );
  return more.length === 0 ? plain(what) : `${plain(what)} (${more.join(', ')})`;
}
