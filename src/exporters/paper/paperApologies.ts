import type { ExcusedItem, Excused } from '../../meeting/edition.ts';
import type { ExcusedScope } from '../../meeting/meeting.ts';
import { scopeWords } from '../document/apologyDocument.ts';
import type { Language } from '../document/words.ts';
import { wordsOf } from '../document/words.ts';
import type { PaperApology } from './paper.ts';

/** Who sent an apology, what for, and who came instead. Both editions print the same. */
export function paperApologies(excused: readonly Excused[], language: Language): PaperApology[] {
  return excused.map(({ name, scope, substitute, onTheDay }) => {
    const note = [scopeWords(neutral(scope), language), onTheDay ? wordsOf(language).onTheDay : ''].filter((part) => part !== '').join('; ');
    return { name, note: note === '' ? null : note, substitute };
  });
}

/** A closed item goes by its number, whoever reads it: its title is no word of an apology. */
export const neutralItem = (item: ExcusedItem): ExcusedItem => (item.openness === 'closed' ? { ...item, title: '' } : item);

function neutral(scope: ExcusedScope): ExcusedScope {
  if (scope.kind === 'meeting') return scope;
  if (scope.kind === 'items') return { kind: 'items', items: scope.items.map(neutralItem) };
  const mark = (each: typeof scope.arrives): typeof scope.arrives => (each !== null && 'item' in each ? { item: neutralItem(each.item) } : each);
  return { kind: 'part', arrives: mark(scope.arrives), leaves: mark(scope.leaves) };
}
