/** Room between two neighbours, so that an item can be put between them without rewriting the rest. */
export const STEP = 1024;
/** The least room there is to be between neighbours after the rows around a full place were spread out anew. */
const ROOM = 16;

export interface Placed {
  readonly id: string;
  readonly position: number;
}

/**
 * Positions for the rows of an agenda, whole numbers that rise in the order of `after`. What was not moved keeps its own; what is new or
 * moved gets one between its neighbours; only where no number is left between them are neighbours spread out, as few as will do.
 * Rows that `after` does not know (added by others since) stay where they are.
 *
 * @param stored the rows as they stand now
 * @param before the ids in the order this person saw them; null where the stored order is what `after` was made from
 */
export function placeRows(stored: readonly Placed[], before: readonly string[] | null, after: readonly string[]): ReadonlyMap<string, number> {
  const standing = [...stored].sort((a, b) => a.position - b.position);
  const seen = before ?? standing.map(({ id }) => id);
  const wanted = new Set(after);
  const removed = new Set(seen.filter((id) => !wanted.has(id)));
  const moved = movedIds(seen, after);
  const order = standing.filter(({ id }) => !moved.has(id) && !removed.has(id)).map(({ id }) => id);
  const kept = new Set(order);
  after.forEach((id, index) => {
    if (kept.has(id)) return;
    const neighbour = after.slice(0, index).findLast((other) => order.includes(other));
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, id);
  });
  return numbered(order, kept, new Map(standing.map(({ id, position }) => [id, position])));
}

/** The fewest ids that must be said to have moved, so that the rest stand in the same order in both. */
export function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const common = after.filter((id) => place.has(id));
  // Longest rising run: tops[n] ends the run of n + 1 ids with the lowest place.
  const tops: number[] = [];
  const previous: (number | undefined)[] = [];
  const placeAt = (index: number | undefined) => place.get(common[index ?? -1] ?? '') ?? -1;
  common.forEach((_, index) => {
    const found = tops.findIndex((top) => placeAt(top) >= placeAt(index));
    const length = found < 0 ? tops.length : found;
    tops[length] = index;
    previous[index] = tops[length - 1];
  });
  const still = new Set<string>();
  for (let index = tops.at(-1); index !== undefined; index = previous[index]) still.add(common[index] ?? '');
  return new Set(common.filter((id) => !still.has(id)));
}

function numbered(order: readonly string[], kept: ReadonlySet<string>, stored: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const positions = new Map(order.flatMap((id) => (kept.has(id) ? [[id, stored.get(id) ?? 0] as const] : [])));
  const at = (index: number): number | undefined => positions.get(order[index] ?? '');
  for (let first = 0; first < order.length; first += 1) {
    if (positions.has(order[first] ?? '')) continue;
    let last = first;
    while (last + 1 < order.length && !positions.has(order[last + 1] ?? '')) last += 1;
    const run = order.slice(first, last + 1);
    const [left, right] = [at(first - 1) ?? 0, at(last + 1) ?? Infinity];
    const own = run.map((id) => stored.get(id) ?? NaN);
    const standsWell = own.every((position, index) => position > (own[index - 1] ?? left) && position < right);
    if (standsWell) run.forEach((id, index) => positions.set(id, own[index] ?? 0));
    else if (right - left > run.length) spread(run, left, right, positions);
    else widen(order, first, last, positions);
    first = last;
  }
  return positions;
}

/** Takes in neighbours, one on each side at a time, until there is room for all of them. */
function widen(order: readonly string[], first: number, last: number, positions: Map<string, number>): void {
  let [from, to] = [first, last];
  const at = (index: number): number | undefined => positions.get(order[index] ?? '');
  for (;;) {
    // A neighbour without a position comes later in the order: everything up to the end is numbered anew then.
    const [left, right] = [at(from - 1) ?? 0, to + 1 < order.length ? at(to + 1) : Infinity];
    if (right !== undefined && right - left >= (to - from + 2) * ROOM) {
      spread(order.slice(from, to + 1), left, right, positions);
      return;
    }
    if (from > 0) from -= 1;
    if (to + 1 < order.length) to += 1;
  }
}

function spread(run: readonly string[], left: number, right: number, positions: Map<string, number>): void {
  const step = right === Infinity ? STEP : (right - left) / (run.length + 1);
  run.forEach((id, index) => positions.set(id, Math.floor(left + step * (index + 1))));
}
