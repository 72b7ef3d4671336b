import { clockOf, isoDay } from '../../meeting/danishTime.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';

const DAY = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;

/** The reminder: which meeting, when, and until when an apology comes in time. Nothing of what it is about. */
export function reminderWords(
  language: 'da' | 'en',
  { occasion, agenda }: Pick<MeetingFile, 'occasion' | 'agenda'>,
  deadline: string | null,
): string {
  const day = (iso: string) => {
    const words = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', DAY).format(new Date(`${iso}T12:00:00Z`));
    return language === 'da' ? words.replace(/^(\p{L}+) (?!den )/u, '$1 den ') : words;
  };
  const title = occasion.title ?? agenda.title;
  const first = occasion.days?.first ?? isoDay(occasion.start);
  const clock = occasion.days === undefined ? clockOf(occasion.start) : null;
  if (language === 'en') {
    const when = clock === null ? day(first) : `${day(first)} at ${clock}`;
    const until = deadline === null ? '' : ` Apologies come in time until ${day(deadline)}.`;
    return `Hello. You have not answered the invitation to “${title}”, ${when}. Please say yes or no in the calendar, or send an apology in Dagsorden.${until}`;
  }
  const when = clock === null ? day(first) : `${day(first)} kl. ${clock.replace(':', '.')}`;
  const until = deadline === null ? '' : ` Fristen for afbud er ${day(deadline)}.`;
  return `Hej. Du har ikke svaret på indkaldelsen til “${title}”, ${when}. Svar ja eller nej i kalenderen, eller meld afbud i Dagsorden.${until}`;
}
