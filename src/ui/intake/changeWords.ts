import type { TFunction } from 'i18next';
import type { Language } from '../../host/host.ts';
import type { Agenda, AgendaItem } from '../../meeting/agenda.ts';
import type { AgendaChange, HeadChangeField, ItemChangeField } from '../../meeting/agendaDiff.ts';
import { clockSpan, longDay, timeSpan } from '../i18n/dates.ts';

type T = TFunction<readonly ['intake', 'common']>;

/** "3 Budget": how an item is called in a sentence. */
export function itemName(item: Pick<AgendaItem, 'number' | 'title'>, t: T): string {
  const title = item.title.trim() === '' ? t('intake:line.untitled') : item.title;
  return [item.number, title].filter((part) => part !== null && part !== '').join(' ');
}

/** What stands in a field of the head, as it is printed; '' where nothing does. */
export function headValue(field: HeadChangeField, agenda: Agenda, language: Language): string {
  switch (field) {
    case 'title':
      return agenda.title;
    case 'date':
      return [agenda.date, agenda.endDate].flatMap((day) => (day === null ? [] : [longDay(day, language)])).join(' – ');
    case 'time':
      return timeSpan(agenda.start, agenda.end, language);
    case 'location':
      return agenda.location ?? '';
    case 'chair':
      return agenda.chair ?? '';
  }
}

/** What stands in a field of an item, as it is printed; '' where nothing does. */
export function itemValue(field: ItemChangeField, item: AgendaItem, language: Language, t: T): string {
  switch (field) {
    case 'number':
      return item.number ?? '';
    case 'title':
      return item.title;
    case 'time': {
      const clock = clockSpan(item.start, item.end, language);
      const minutes = item.minutes === null ? '' : t('intake:line.minutes', { count: item.minutes });
      return [clock, minutes].filter((part) => part !== '').join(', ');
    }
    case 'presenters':
      return item.presenters.join(', ');
    case 'kind':
      return item.kind === 'break' ? t('intake:merge.pause') : item.type === null ? t('intake:merge.plainItem') : t(`common:itemType.${item.type}`);
    case 'standing':
      return item.standing ? t('intake:line.standing') : '';
    case 'heading':
      return [item.day === null ? null : t('intake:merge.day', { number: item.day }), item.block].filter((part) => part !== null).join(', ');
    case 'neutralTitle':
      return item.neutralTitle ?? '';
    case 'text':
      return item.sections.map(({ heading, text }) => [heading, text].filter((part) => part !== null && part !== '').join('\n')).join('\n\n');
    case 'attachments':
      return item.attachments.map(({ number, title }) => [number, title].filter((part) => part !== null && part !== '').join(' ')).join('\n');
    case 'openness':
      return t(item.openness === 'closed' ? 'intake:merge.closed' : 'intake:merge.open');
  }
}

/** Changes in the order they are read: the head, what is new, changed item by item, moved, gone. */
export function grouped(changes: readonly AgendaChange[]) {
  const of = <Kind extends AgendaChange['kind']>(kind: Kind) =>
    changes.filter((change): change is Extract<AgendaChange, { kind: Kind }> => change.kind === kind);
  const changed = new Map<string, Extract<AgendaChange, { kind: 'changed' }>[]>();
  for (const change of of('changed')) changed.set(change.after.id, [...(changed.get(change.after.id) ?? []), change]);
  return { head: of('head'), added: of('added'), changed: [...changed.values()], moved: of('moved'), removed: of('removed') };
}
