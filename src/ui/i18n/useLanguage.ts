import { useTranslation } from 'react-i18next';
import type { Language } from '../../host/host.ts';

/** The language on screen, for dates and times (dates.ts). */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'da';
}
