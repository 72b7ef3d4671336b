import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { ApologyScope, ScopeMark } from '../../meeting/meeting.ts';
import { timeSpan } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { itemsOfScope } from '../../meeting/itemsOfScope.ts';

/** "til punkterne 3 og 4", "kommer kl. 10.00, går efter punkt 4" for an apology to a part of the meeting; '' for the whole of it. */
export function useScopeWords(): (scope: ApologyScope, items: readonly AgendaItem[]) => string {
  const { t } = useTranslation('agenda');
  const language = useLanguage();
  const itemsWords = (scope: ApologyScope, items: readonly AgendaItem[]): string => {
    const { numbers, unnumbered } = itemsOfScope(scope, items);
    if (unnumbered > 0 || numbers.length === 0) return t('foot.someItems', { count: numbers.length + unnumbered });
    return t('foot.itemsOf', { count: numbers.length, numbers: new Intl.ListFormat(language, { type: 'conjunction' }).format(numbers) });
  };
  return (scope, items) => {
    const mark = (each: ScopeMark): string =>
      'clock' in each ? timeSpan(each.clock, null, language) : itemsWords({ kind: 'items', itemIds: [each.item] }, items);
    switch (scope.kind) {
      case 'meeting':
        return '';
      case 'items':
        return t('foot.partly', { items: itemsWords(scope, items) });
      case 'part':
        return [
          scope.arrives && t('item' in scope.arrives ? 'foot.arrivesTo' : 'foot.arrivesAt', { mark: mark(scope.arrives) }),
          scope.leaves && t('item' in scope.leaves ? 'foot.leavesAfter' : 'foot.leavesAt', { mark: mark(scope.leaves) }),
        ]
          .filter((part) => part !== null)
          .join(', ');
    }
  };
}
