import { isClosed, type Agenda, type AgendaItem, type Openness } from './agenda.ts';
import type { ItemId } from './ids.ts';
import { keepClosed } from './keepClosed.ts';

/** Fields of the agenda's head, and of an item, that change together: a time is its start, end and duration. */
const HEAD = {
  title: ['title'],
  date: ['date', 'endDate'],
  time: ['start', 'end'],
  location: ['location'],
  chair: ['chair'],
} as const satisfies Record<string, readonly (keyof Agenda)[]>;

const ITEM = {
  number: ['number'],
  title: ['title'],
  time: ['start', 'end', 'minutes'],
  presenters: ['presenters'],
  kind: ['kind', 'type'],
  standing: ['standing'],
  heading: ['day', 'block'],
  neutralTitle: ['neutralTitle'],
  text: ['sections'],
  attachments: ['attachments'],
} as const satisfies Record<string, readonly (keyof AgendaItem)[]>;

export type HeadChangeField = keyof typeof HEAD;
export type ItemChangeField = keyof typeof ITEM | 'openness';

/**
 * One difference between the agenda there is (`before`) and the one that comes (`after`). Each can be accepted or not,
 * by its `id`.
 */
export type AgendaChange =
  | { readonly kind: 'head'; readonly id: string; readonly field: HeadChangeField; readonly before: Agenda; readonly after: Agenda }
  | { readonly kind: 'added'; readonly id: string; readonly item: AgendaItem }
  /** `held`: something is recorded on the item, so it stays unless a person removes it. */
  | { readonly kind: 'removed'; readonly id: string; readonly item: AgendaItem; readonly held: boolean }
  | {
      readonly kind: 'changed';
      readonly id: string;
      readonly field: ItemChangeField;
      readonly before: AgendaItem;
      readonly after: AgendaItem;
      /** Accepting it shows the item to those outside the closed circle, by its own mark or its parent's. */
      readonly opens: boolean;
    }
  /** Another place in the order, or under another item. `behind` is the item it comes after, null where it comes first. */
  | { readonly kind: 'moved'; readonly id: string; readonly item: AgendaItem; readonly behind: AgendaItem | null; readonly under: AgendaItem | null };

/**
 * What differs between two agendas, items being the same by their id: in printed order of the new one, what is gone last.
 * @param held items with a decision or an apology for just them, or whose content this person may not see
 */
export function diffAgendas(before: Agenda, after: Agenda, held: ReadonlySet<ItemId> = new Set()): readonly AgendaChange[] {
  const old = new Map(before.items.map((item) => [item.id, item]));
  const now = new Map(after.items.map((item) => [item.id, item]));
  const head = (Object.keys(HEAD) as HeadChangeField[])
    .filter((field) => differ(before, after, HEAD[field]))
    .map((field) => ({ kind: 'head', id: `head:${field}`, field, before, after }) as const);
  const moved = movedItems(before.items, after.items);
  const changes = after.items.flatMap((item, index): readonly AgendaChange[] => {
    const was = old.get(item.id);
    if (!was) return [{ kind: 'added', id: `added:${item.id}`, item }];
    const fields = (Object.keys(ITEM) as (keyof typeof ITEM)[]).filter((field) => differ(was, item, ITEM[field]));
    const [wasClosed, willBeClosed] = [isClosed(before.items, was), isClosed(after.items, item)];
    const openness = was.openness !== item.openness || wasClosed !== willBeClosed;
    const opens = (was.openness === 'closed' && item.openness === 'open') || (wasClosed && !willBeClosed);
    const changed = { kind: 'changed', before: was, after: item } as const;
    return [
      ...fields.map((field) => ({ ...changed, id: `${field}:${item.id}`, field, opens: false })),
      ...(openness ? [{ ...changed, id: `openness:${item.id}`, field: 'openness', opens } as const] : []),
      ...(moved.has(item.id)
        ? [
            {
              kind: 'moved',
              id: `moved:${item.id}`,
              item,
              behind: after.items[index - 1] ?? null,
              under: item.parentId === null ? null : (now.get(item.parentId) ?? null),
            } as const,
          ]
        : []),
    ];
  });
  const removed = before.items
    .filter((item) => !now.has(item.id))
    .map((item) => ({ kind: 'removed', id: `removed:${item.id}`, item, held: held.has(item.id) }) as const);
  return [...head, ...changes, ...removed];
}

/**
 * Is a change taken without anybody having said so? All are, but two: what has a decision is not removed, and what is
 * closed is not opened.
 */
export function acceptedByDefault(change: AgendaChange): boolean {
  if (change.kind === 'removed') return !change.held;
  return !(change.kind === 'changed' && change.opens);
}

/**
 * The agenda with the accepted changes: all of them give the new agenda, none the old one. Ids stay. What is not accepted
 * stays as it was, and where it was as nearly as the rest allows; nothing that was closed is opened on the way.
 */
export function applyChanges(before: Agenda, after: Agenda, accepted: ReadonlySet<string>): Agenda {
  const changes = diffAgendas(before, after);
  const taken = changes.filter((change) => accepted.has(change.id));
  if (taken.length === 0) return before;
  const old = new Map(before.items.map((item) => [item.id, item]));
  const now = new Map(after.items.map((item) => [item.id, item]));
  const ids = (kind: AgendaChange['kind']) => new Set(taken.flatMap((change) => (change.kind === kind && 'item' in change ? [change.item.id] : [])));
  const [added, removed, moved] = [ids('added'), ids('removed'), ids('moved')];
  const movable = new Set(changes.flatMap((change) => (change.kind === 'moved' ? [change.item.id] : [])));

  const merged = new Map<ItemId, AgendaItem>();
  for (const item of before.items) {
    if (removed.has(item.id)) continue;
    const coming = now.get(item.id);
    const parentId = coming && (moved.has(item.id) || !movable.has(item.id)) ? coming.parentId : item.parentId;
    merged.set(item.id, { ...item, ...(coming ? acceptedFields(item, coming, accepted) : {}), parentId });
  }
  for (const item of after.items) if (added.has(item.id)) merged.set(item.id, item);

  const order = orderOf(before.items, after.items, merged, (id) => added.has(id) || moved.has(id));
  const items = outlined(order, merged, (id) => old.get(id)?.parentId ?? now.get(id)?.parentId ?? null);
  const marked = new Set(taken.flatMap((change) => (change.kind === 'changed' && change.field === 'openness' ? [change.after.id] : [])));
  const isOpenAfter = (id: ItemId) => {
    const item = now.get(id);
    return item !== undefined && !isClosed(after.items, item);
  };
  // What was closed stays so unless it is opened on purpose; what comes closed is closed without its parent too.
  const safe = keepClosed(before.items, items, (id) => marked.has(id) && isOpenAfter(id));
  return { ...before, ...acceptedHead(after, taken), items: keepClosed(after.items, safe, (id) => !added.has(id) && !marked.has(id)) };
}

function differ<T>(a: T, b: T, keys: readonly (keyof T)[]): boolean {
  return keys.some((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
}

function picked<T>(from: T, keys: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;
}

function acceptedFields(was: AgendaItem, coming: AgendaItem, accepted: ReadonlySet<string>): Partial<AgendaItem> {
  const openness: { openness?: Openness } = accepted.has(`openness:${was.id}`) ? { openness: coming.openness } : {};
  return (Object.keys(ITEM) as (keyof typeof ITEM)[])
    .filter((field) => accepted.has(`${field}:${was.id}`))
    .reduce<Partial<AgendaItem>>((fields, field) => ({ ...fields, ...picked<AgendaItem>(coming, ITEM[field]) }), openness);
}

function acceptedHead(after: Agenda, taken: readonly AgendaChange[]): Partial<Agenda> {
  return taken.reduce<Partial<Agenda>>(
    (fields, change) => (change.kind === 'head' ? { ...fields, ...picked<Agenda>(after, HEAD[change.field]) } : fields),
    {},
  );
}

/** The fewest items that must be said to have moved, so that the rest stand in the same order among their siblings. */
function movedItems(before: readonly AgendaItem[], after: readonly AgendaItem[]): ReadonlySet<ItemId> {
  const place = new Map(before.map((item, index) => [item.id, index]));
  const parents = new Map(before.map((item) => [item.id, item.parentId]));
  const common = after.filter((item) => place.has(item.id));
  const families = new Map<ItemId | null, AgendaItem[]>();
  for (const item of common) {
    if (parents.get(item.id) === item.parentId) families.set(item.parentId, [...(families.get(item.parentId) ?? []), item]);
  }
  const still = new Set([...families.values()].flatMap((family) => [...longestRising(family, (item) => place.get(item.id) ?? 0)]));
  return new Set(common.filter((item) => !still.has(item)).map((item) => item.id));
}

/** The longest run of items whose places only rise (patience sorting). */
function longestRising<T>(items: readonly T[], placeOf: (item: T) => number): ReadonlySet<T> {
  // tops[n]: the link that ends the run of length n + 1 with the lowest place.
  const tops: number[] = [];
  const links: { readonly item: T; readonly place: number; readonly previous: number | undefined }[] = [];
  for (const item of items) {
    const place = placeOf(item);
    const longer = tops.findIndex((top) => (links[top]?.place ?? 0) >= place);
    const length = longer < 0 ? tops.length : longer;
    tops[length] = links.length;
    links.push({ item, place, previous: tops[length - 1] });
  }
  const run = new Set<T>();
  let link = links[tops.at(-1) ?? -1];
  while (link) {
    run.add(link.item);
    link = link.previous === undefined ? undefined : links[link.previous];
  }
  return run;
}

/** The order among siblings: what stays keeps the old one; what is new or moved comes right after the sibling it follows in the new agenda. */
function orderOf(
  before: readonly AgendaItem[],
  after: readonly AgendaItem[],
  merged: ReadonlyMap<ItemId, AgendaItem>,
  comes: (id: ItemId) => boolean,
): readonly ItemId[] {
  const order = before.map((item) => item.id).filter((id) => merged.has(id) && !comes(id));
  const lastOf = new Map<ItemId | null, ItemId>();
  let last: ItemId | null = null;
  for (const { id, parentId } of after) {
    if (!merged.has(id)) continue;
    // Without its parent it will stand higher up: then after whatever is printed before it.
    const behind: ItemId | null = lastOf.get(parentId) ?? (parentId === null || merged.has(parentId) ? null : last);
    if (comes(id)) order.splice(behind === null ? 0 : order.indexOf(behind) + 1, 0, id);
    lastOf.set(parentId, id);
    last = id;
  }
  return order;
}

/** The items with every parent before what is under it. A parent that is not there, or stands under its own, is passed over. */
function outlined(order: readonly ItemId[], merged: ReadonlyMap<ItemId, AgendaItem>, parentOf: (id: ItemId) => ItemId | null): readonly AgendaItem[] {
  const parents = new Map<ItemId, ItemId | null>();
  for (const id of order) {
    let parent: ItemId | null = merged.get(id)?.parentId ?? null;
    for (let steps = 0; parent !== null && !merged.has(parent) && steps <= order.length; steps += 1) parent = parentOf(parent);
    parents.set(id, parent !== null && merged.has(parent) && !standsUnder(parent, id, parents) ? parent : null);
  }
  const under = new Map<ItemId | null, ItemId[]>();
  for (const id of order) under.set(parents.get(id) ?? null, [...(under.get(parents.get(id) ?? null) ?? []), id]);
  const items: AgendaItem[] = [];
  const place = (id: ItemId) => {
    const item = merged.get(id);
    if (!item) return;
    items.push({ ...item, parentId: parents.get(id) ?? null });
    under.get(id)?.forEach(place);
  };
  under.get(null)?.forEach(place);
  return items;
}

function standsUnder(item: ItemId, ancestor: ItemId, parents: ReadonlyMap<ItemId, ItemId | null>): boolean {
  for (let current: ItemId | null = item, steps = 0; current !== null && steps <= parents.size + 1; steps += 1) {
    if (current === ancestor) return true;
    current = parents.get(current) ?? null;
  }
  return false;
}
