import type { ItemId } from '../../meeting/ids.ts';

/** The line that is carried, and the one it would be set down at; null while there is none. */
export interface Dragging {
  readonly carried: ItemId | null;
  readonly at: ItemId | null;
}

/** What a line shows of it: that it is lifted, or on which side of it the carried one would stand. */
export type LineMark = 'lifted' | 'above' | 'below' | null;

export interface DragStore {
  /** The line whose handle was pressed last, carried or not. */
  inHand(): ItemId | null;
  takeInHand(id: ItemId): void;
  now(): Dragging;
  set(next: Dragging): void;
  subscribe(listener: () => void): () => void;
}

const NOTHING: Dragging = { carried: null, at: null };

/** Held beside React: of hundreds of lines only those whose mark changes are drawn anew. */
export function createDragStore(): DragStore {
  let dragging = NOTHING;
  let held: ItemId | null = null;
  const listeners = new Set<() => void>();
  return {
    inHand: () => held,
    takeInHand: (id) => void (held = id),
    now: () => dragging,
    set(next) {
      if (next.carried === dragging.carried && next.at === dragging.at) return;
      dragging = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @param order the ids of the lines as they stand on the page */
export function markOf({ carried, at }: Dragging, itemId: ItemId, order: () => readonly ItemId[]): LineMark {
  if (carried === itemId) return 'lifted';
  if (carried === null || at !== itemId) return null;
  const ids = order();
  return ids.indexOf(carried) < ids.indexOf(itemId) ? 'below' : 'above';
}

/** The line whose middle is nearest to this height; null where there is no line. Heights by the window, in pixels. */
export function nearestLine(lines: readonly { readonly id: ItemId; readonly middle: number }[], height: number): ItemId | null {
  let nearest: (typeof lines)[number] | null = null;
  for (const line of lines) if (nearest === null || Math.abs(line.middle - height) < Math.abs(nearest.middle - height)) nearest = line;
  return nearest?.id ?? null;
}
