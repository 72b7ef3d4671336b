import type { BoardLanguage } from '../../meeting/boardLanguage.ts';
import { clockOf, isoDay } from '../../meeting/danishTime.ts';
import type { Occasion } from '../../meeting/meeting.ts';

const DAY = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;

/** An ISO day in words: "mandag den 4. maj", "Monday 4 May". */
export function dayWords(language: BoardLanguage, iso: string): string {
  const words = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', DAY).format(new Date(`${iso}T12:00:00Z`));
  return language === 'da' ? words.replace(/^(\p{L}+) (?!den )/u, '$1 den ') : words;
}

/** When a meeting begins: "mandag den 4. maj kl. 09.00"; an all-day one has no hour. */
export function whenWords(language: BoardLanguage, { start, days }: Pick<Occasion, 'start' | 'days'>): string {
  const day = dayWords(language, days?.first ?? isoDay(start));
  if (days !== undefined) return day;
  const clock = clockOf(start);
  return language === 'da' ? `${day} kl. ${clock.replace(':', '.')}` : `${day} at ${clock}`;
}
