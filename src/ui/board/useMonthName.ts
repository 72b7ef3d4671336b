import { useLanguage } from '../i18n/useLanguage.ts';

/** The name of a month by its number, 1 for January; '' for one that nobody can read. */
export function useMonthName(): (month: number) => string {
  const language = useLanguage();
  return (month) =>
    !Number.isInteger(month) || month < 1 || month > 12
      ? ''
      : new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 1)));
}
