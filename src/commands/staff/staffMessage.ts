import { BOARD_LANGUAGES, type BoardLanguage } from '../../meeting/boardLanguage.ts';
import { standingOf } from '../../meeting/calendarFacts.ts';
import type { MeetingFile, Occasion } from '../../meeting/meeting.ts';
import type { SubstituteState } from '../../meeting/words.ts';
import { whenWords } from '../attendance/whenWords.ts';

/** What the secretary and the chair are told. Names alone: no reason, no message, and no item. */
export type StaffNews =
  | { readonly kind: 'apology'; readonly name: string; readonly isPart: boolean }
  | { readonly kind: Extract<SubstituteState, 'called' | 'declined'>; readonly name: string; readonly member: string };

/** The words as they are sent, in the body's language. */
export function staffMessage(language: BoardLanguage, { occasion, agenda }: Pick<MeetingFile, 'occasion' | 'agenda'>, news: StaffNews): string {
  const meeting = `“${occasion.title ?? agenda.title}”, ${whenWords(language, occasion)}`;
  const { name } = news;
  if (language === 'en') {
    if (news.kind === 'apology') return `${name} ${news.isPart ? 'cannot be there for all of' : 'cannot come to'} ${meeting}.`;
    if (news.kind === 'called') return `${name} has been called to stand in for ${news.member}: ${meeting}.`;
    return `${name} cannot stand in for ${news.member}: ${meeting}. The next one can be called in Dagsorden.`;
  }
  if (news.kind === 'apology') return `${name} ${news.isPart ? 'kan ikke være med til hele mødet' : 'kan ikke komme til mødet'} ${meeting}.`;
  if (news.kind === 'called') return `${name} er indkaldt i stedet for ${news.member}: ${meeting}.`;
  return `${name} kan ikke komme i stedet for ${news.member}: ${meeting}. Den næste kan indkaldes i Dagsorden.`;
}

/** Do the words still tell when the meeting is? It may have moved, or been called off, while they waited to be sent. */
export const tellsWhenItIs = (text: string, occasion: Occasion): boolean =>
  standingOf(occasion) !== 'cancelled' && BOARD_LANGUAGES.some((language) => text.includes(whenWords(language, occasion)));
