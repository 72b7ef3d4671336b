import type { Agenda, AgendaItem } from './agenda.ts';
import { furtherOf, saysSomething } from './decisions.ts';
import type { ItemId } from './ids.ts';
import type { Treatment } from './meeting.ts';

/** Does this treatment say what became of the item? */
export function isSettled(treatment: Treatment | undefined): boolean {
  return treatment !== undefined && (treatment.notTreated || saysSomething(treatment) || furtherOf(treatment).some(saysSomething));
}

/**
 * The items that still lack an outcome (product invariant 10). A sub-item is covered by its parent's outcome, a parent by
 * those of all its sub-items; breaks need none.
 */
export function missingOutcomes(agenda: Agenda, treatments: readonly Treatment[]): ItemId[] {
  const by = new Map(treatments.map((treatment) => [treatment.itemId, treatment]));
  const items = agenda.items.filter((item) => item.kind === 'item');
  const childrenOf = (id: ItemId) => items.filter((item) => item.parentId === id);
  const settledFromBelow = (item: AgendaItem): boolean => {
    if (isSettled(by.get(item.id))) return true;
    const children = childrenOf(item.id);
    return children.length > 0 && children.every(settledFromBelow);
  };
  const missing: ItemId[] = [];
  const look = (item: AgendaItem): void => {
    if (settledFromBelow(item)) return;
    const children = childrenOf(item.id);
    const begun = children.some(settledFromBelow);
    if (begun) children.forEach(look);
    else missing.push(item.id);
  };
  items.filter((item) => item.parentId === null || !items.some((other) => other.id === item.parentId)).forEach(look);
  return missing;
}
