import type { Excused, ExcusedItem, ExcusedMark } from './meeting.ts';

/** The same person with each item the apology names put through `change`: whatever names an item goes through here, so that none is forgotten. */
export function withItems(excused: Excused, change: (item: ExcusedItem) => ExcusedItem): Excused {
  const { scope } = excused;
  const mark = (each: ExcusedMark | null): ExcusedMark | null => (each !== null && 'item' in each ? { item: change(each.item) } : each);
  switch (scope.kind) {
    case 'meeting':
      return excused;
    case 'items':
      return { ...excused, scope: { kind: 'items', items: scope.items.map(change) } };
    case 'part':
      return { ...excused, scope: { kind: 'part', arrives: mark(scope.arrives), leaves: mark(scope.leaves) } };
  }
}
