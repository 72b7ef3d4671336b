import { isClosed, type Agenda, type AgendaItem } from './agenda.ts';
import type { ClockTime } from './clock.ts';
import type { ItemId } from './ids.ts';
import type { Treatment } from './meeting.ts';
import { isSettled, missingOutcomes } from './minutes.ts';
import { itemInHand } from './timing.ts';

/** The items the meeting walks through, in printed order: breaks have nothing to decide. */
export function itemsToTreat(agenda: Pick<Agenda, 'items'>): readonly AgendaItem[] {
  return agenda.items.filter((item) => item.kind === 'item');
}

/**
 * Where to begin when the panel opens: what the clock says while the meeting runs (the next item during a break), else
 * the first item without an outcome, else the first one.
 *
 * @param now the time of day, or null when the meeting is not running
 */
export function firstInHand(agenda: Agenda, treatments: readonly Treatment[], now: ClockTime | null): ItemId | null {
  const items = itemsToTreat(agenda);
  const planned = now === null ? null : itemInHand(agenda, now);
  if (planned?.kind === 'item') return planned.id;
  if (planned) {
    const after = agenda.items.slice(agenda.items.indexOf(planned)).find((item) => item.kind === 'item');
    if (after) return after.id;
  }
  return missingOutcomes(agenda, treatments)[0] ?? items[0]?.id ?? null;
}

/** How many items have an outcome of their own, their parent's or all their sub-items'. */
export function settledCount(agenda: Agenda, treatments: readonly Treatment[]): { readonly done: number; readonly of: number } {
  const items = itemsToTreat(agenda).filter((item) => item.parentId === null);
  const missing = new Set(missingOutcomes(agenda, treatments));
  const missingUnder = (item: AgendaItem): boolean =>
    missing.has(item.id) || agenda.items.some((other) => other.parentId === item.id && missingUnder(other));
  return { done: items.filter((item) => !missingUnder(item)).length, of: items.length };
}

/** Is it said what became of this item: by its own outcome, that of one it stands under, or those of everything under it? */
export function isCovered(agenda: Pick<Agenda, 'items'>, treatments: readonly Treatment[], item: AgendaItem): boolean {
  const own = (other: AgendaItem) => isSettled(treatments.find((treatment) => treatment.itemId === other.id));
  const fromAbove = (other: AgendaItem, steps = 0): boolean => {
    const parent = agenda.items.find((each) => each.id === other.parentId);
    return parent !== undefined && steps < agenda.items.length && (own(parent) || fromAbove(parent, steps + 1));
  };
  const fromBelow = (other: AgendaItem, steps = 0): boolean => {
    const children = agenda.items.filter((each) => each.parentId === other.id);
    return children.length > 0 && steps < agenda.items.length && children.every((child) => own(child) || fromBelow(child, steps + 1));
  };
  return own(item) || fromAbove(item) || fromBelow(item);
}

/** The treatment as it stands, or the blank one of an item nobody has written about. Openness follows the item. */
export function treatmentOf(agenda: Pick<Agenda, 'items'>, treatments: readonly Treatment[], item: AgendaItem): Treatment {
  const found = treatments.find((treatment) => treatment.itemId === item.id);
  const openness = isClosed(agenda.items, item) || found?.openness === 'closed' ? 'closed' : 'open';
  return found ? { ...found, openness } : { itemId: item.id, openness, outcome: null, decision: '', publicDecision: '', notTreated: false };
}
