import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { ApologyScope } from '../../meeting/meeting.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { itemsOfScope } from '../../meeting/itemsOfScope.ts';

/** "punkterne 3 og 4" for an apology to a part of the meeting; '' for the whole of it. */
export function useScopeWords(): (scope: ApologyScope, items: readonly AgendaItem[]) => string {
  const { t } = useTranslation('agenda');
  const language = useLanguage();
  return (scope, items) => {
    const { numbers, unnumbered } = itemsOfScope(scope, items);
    if (unnumbered > 0 || numbers.length === 0) return scope.kind === 'meeting' ? '' : t('foot.someItems', { count: numbers.length + unnumbered });
    return t('foot.itemsOf', { count: numbers.length, numbers: new Intl.ListFormat(language, { type: 'conjunction' }).format(numbers) });
  };
}
