import type { ItemId } from './ids.ts';
import type { Treatment } from './meeting.ts';

/** The treatments with the instants at which the meeting went on from one item to another. The first time it came to an item counts. */
export function foldTimes(treatments: readonly Treatment[], { from, to, at }: Passing, blankOf: (id: ItemId) => Treatment): Treatment[] {
  const named = (id: ItemId) => treatments.find(({ itemId }) => itemId === id) ?? blankOf(id);
  const others = treatments.filter(({ itemId }) => itemId !== from && itemId !== to);
  const left = from === null ? [] : [{ ...named(from), endedAt: at }];
  const begun = to === null ? [] : [{ ...named(to), startedAt: named(to).startedAt ?? at, endedAt: undefined }];
  return [...others, ...left, ...begun];
}

/** The meeting goes on: from one item, to another, at an ISO instant. Null where it begins, or where it is over. */
export interface Passing {
  readonly from: ItemId | null;
  readonly to: ItemId | null;
  readonly at: string;
}
