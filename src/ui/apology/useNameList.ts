import type { Person } from '../../meeting/meeting.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

/** "Torkil Bækhøj og Rikke Vindum": people as a sentence names them. */
export function useNameList(): (people: readonly Person[]) => string {
  const language = useLanguage();
  const list = new Intl.ListFormat(language === 'da' ? 'da-DK' : 'en-GB');
  return (people) => list.format(people.map(({ name, email }) => name.trim() || (email ?? '')));
}
