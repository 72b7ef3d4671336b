import { ZONE } from './danishTime.ts';

/** A correction as it stands below what was approved: when it was added and by whom, and the words, CommonMark. */
export function correctionWords({
  words,
  by,
  at,
  language,
}: {
  readonly words: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly language: 'da' | 'en';
}): string {
  const day = DAYS[language].format(new Date(at));
  const head = language === 'da' ? `Rettelse den ${day} ved ${plain(by)}:` : `Correction of ${day} by ${plain(by)}:`;
  return `**${head}** ${words.trim()}`;
}

/** What readers of approved minutes saw of an item that was not treated: it stands as words from the moment a correction stands below it. */
export const untreatedWords = (language: 'da' | 'en'): string => (language === 'da' ? 'Ikke behandlet.' : 'Not treated.');

const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE } as const;
const DAYS = { da: new Intl.DateTimeFormat('da-DK', form), en: new Intl.DateTimeFormat('en-GB', form) };

/** A name is no mark of CommonMark. */
const plain = (name: string): string => name.replace(/[\\*_[\]<>`]/g, '').trim();
