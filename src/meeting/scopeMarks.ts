import type { Agenda } from './agenda.ts';
import { minutesOf } from './clock.ts';
import type { ItemId } from './ids.ts';
import type { ApologyScope } from './meeting.ts';
import { scheduleOf } from './timing.ts';

/** The items an apology names. */
export function itemsNamed(scope: ApologyScope): readonly ItemId[] {
  if (scope.kind === 'meeting') return [];
  if (scope.kind === 'items') return scope.itemIds;
  return [scope.arrives, scope.leaves].flatMap((mark) => (mark !== null && 'item' in mark ? [mark.item] : []));
}

/**
 * The items somebody is not there for at all, by the agenda as it stands. By the clock, an item is missed that is over before they come, or begins when they
 * have gone; for one that is under way then they are there in part. A mark at an item that is gone tells nothing.
 */
export function itemsMissed(scope: ApologyScope, agenda: Pick<Agenda, 'start' | 'items'>): readonly ItemId[] {
  const ids = agenda.items.filter(({ kind }) => kind === 'item').map(({ id }) => id);
  if (scope.kind === 'meeting') return ids;
  if (scope.kind === 'items') return ids.filter((id) => scope.itemIds.includes(id));
  const slots = scheduleOf(agenda);
  const placeOf = (id: ItemId) => agenda.items.findIndex((item) => item.id === id);
  const { arrives, leaves } = scope;
  const isBefore = (id: ItemId): boolean => {
    if (arrives === null) return false;
    if ('item' in arrives) return placeOf(id) < placeOf(arrives.item);
    const end = slots.get(id)?.end ?? null;
    return end !== null && minutesOf(end) <= minutesOf(arrives.clock);
  };
  const isAfter = (id: ItemId): boolean => {
    if (leaves === null) return false;
    if ('item' in leaves) return placeOf(leaves.item) >= 0 && placeOf(id) > placeOf(leaves.item) && !isWithin(agenda, id, leaves.item);
    const start = slots.get(id)?.start ?? null;
    return start !== null && minutesOf(start) >= minutesOf(leaves.clock);
  };
  return ids.filter((id) => isBefore(id) || isAfter(id));
}

/** Does the item stand somewhere under the other? */
function isWithin({ items }: Pick<Agenda, 'items'>, id: ItemId, above: ItemId): boolean {
  let parent = items.find((item) => item.id === id)?.parentId ?? null;
  for (let steps = 0; parent !== null && steps < items.length; steps += 1) {
    if (parent === above) return true;
    const at = parent;
    parent = items.find((item) => item.id === at)?.parentId ?? null;
  }
  return false;
}
