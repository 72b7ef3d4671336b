import type { MeetingFile } from '../../meeting/meeting.ts';
import { dayWords, whenWords } from './whenWords.ts';

/** The reminder: which meeting, when, and until when an apology comes in time. Nothing of what it is about. */
export function reminderWords(
  language: 'da' | 'en',
  { occasion, agenda }: Pick<MeetingFile, 'occasion' | 'agenda'>,
  deadline: string | null,
): string {
  const title = occasion.title ?? agenda.title;
  const when = whenWords(language, occasion);
  if (language === 'en') {
    const until = deadline === null ? '' : ` Apologies come in time until ${dayWords(language, deadline)}.`;
    return `Hello. You have not answered the invitation to “${title}”, ${when}. Please say yes or no in the calendar, or send an apology in Dagsorden.${until}`;
  }
  const until = deadline === null ? '' : ` Fristen for afbud er ${dayWords(language, deadline)}.`;
  return `Hej. Du har ikke svaret på indkaldelsen til “${title}”, ${when}. Svar ja eller nej i kalenderen, eller meld afbud i Dagsorden.${until}`;
}
