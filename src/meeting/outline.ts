import { isClosed, type Agenda, type AgendaItem } from './agenda.ts';
import type { ItemId } from './ids.ts';
import { scheduleOf, type Slot } from './timing.ts';

/** One line of the page, with its sub-items under it. */
export interface Entry {
  readonly item: AgendaItem;
  readonly closed: boolean;
  readonly slot: Slot;
  readonly children: readonly Entry[];
}

/** The lines under one heading of the page: a day, and a block where the day has any. */
export interface Chapter {
  readonly day: number | null;
  readonly block: string | null;
  /** True where the day's own heading is printed above this chapter. */
  readonly newDay: boolean;
  readonly entries: readonly Entry[];
}

/**
 * The agenda as the page shows it: chapters in printed order, sub-items under their parents. Every item stands there
 * exactly once; one whose parent is unknown (or its own ancestor) stands on its own.
 */
export function outlineOf(agenda: Agenda): Chapter[] {
  const { items } = agenda;
  const slots = scheduleOf(agenda);
  const tops = items.filter((item) => !hasRoot(items, item));
  const topIds = new Set(tops.map((item) => item.id));
  const entryOf = (item: AgendaItem): Entry => ({
    item,
    closed: isClosed(items, item),
    slot: slots.get(item.id) ?? { start: item.start, end: item.end, derived: false },
    children: items.filter((other) => other.parentId === item.id && !topIds.has(other.id)).map(entryOf),
  });
  const severalDays = new Set(tops.map((item) => item.day)).size > 1;
  const chapters: { day: number | null; block: string | null; newDay: boolean; entries: Entry[] }[] = [];
  for (const item of tops) {
    const last = chapters.at(-1);
    if (last && last.day === item.day && last.block === item.block) last.entries.push(entryOf(item));
    else {
      const newDay = severalDays && item.day !== null && item.day !== last?.day;
      chapters.push({ day: item.day, block: item.block, newDay, entries: [entryOf(item)] });
    }
  }
  return chapters;
}

// The agenda is one flat list in printed order where an item stands directly before what is under it: what follows reads and cuts it so.

/** Does the item stand under this other one, at whatever depth? */
export function isUnder(items: readonly AgendaItem[], item: AgendaItem, ancestor: ItemId): boolean {
  for (let parent = item.parentId, steps = 0; parent !== null && steps <= items.length; steps += 1) {
    if (parent === ancestor) return true;
    parent = items.find((other) => other.id === parent)?.parentId ?? null;
  }
  return false;
}

/** The index after the item at `at` and everything under it. */
export function subtreeEnd(items: readonly AgendaItem[], at: number): number {
  const root = items[at];
  if (!root) return at;
  let end = at + 1;
  for (let next = items[end]; next && isUnder(items, next, root.id); next = items[end]) end += 1;
  return end;
}

/** The top item this one stands under, or the item itself. */
export function topOf(items: readonly AgendaItem[], item: AgendaItem): AgendaItem {
  let top = item;
  for (let steps = 0; top.parentId !== null && steps < items.length; steps += 1) {
    const parent = items.find((other) => other.id === top.parentId);
    if (!parent) break;
    top = parent;
  }
  return top;
}

/** The index of the item before this one on the same level under the same parent, or -1. */
export function siblingBefore(items: readonly AgendaItem[], at: number): number {
  const item = items[at];
  for (let index = at - 1; index >= 0; index -= 1) {
    if (items[index]?.parentId === item?.parentId) return index;
    if (items[index]?.id === item?.parentId) return -1;
  }
  return -1;
}

/** Does every item stand after its parent with only the parent's own family in between? What every edit takes and gives. */
export function inOutlineOrder(items: readonly AgendaItem[]): boolean {
  const path: ItemId[] = [];
  for (const { id, parentId } of items) {
    const level = parentId === null ? 0 : path.indexOf(parentId) + 1;
    if (parentId !== null && level === 0) return false;
    path.splice(level, path.length, id);
  }
  return true;
}

/** Does the chain of parents lead to an item that stands on its own? */
function hasRoot(items: readonly AgendaItem[], item: AgendaItem): boolean {
  if (item.parentId === null) return false;
  const seen = new Set<ItemId>([item.id]);
  let current: AgendaItem | undefined = items.find((other) => other.id === item.parentId);
  if (!current) return false;
  while (current) {
    if (seen.has(current.id)) return false;
    seen.add(current.id);
    const parent: ItemId | null = current.parentId;
    current = parent === null ? undefined : items.find((other) => other.id === parent);
  }
  return true;
}

/** The lines from top to bottom, as the arrow keys walk them. */
export function linesOf(chapters: readonly Chapter[]): Entry[] {
  const walk = (entry: Entry): Entry[] => [entry, ...entry.children.flatMap(walk)];
  return chapters.flatMap((chapter) => chapter.entries.flatMap(walk));
}

/** The day of a chapter as an ISO day: the meeting's first day plus the days after it; null where the date is not known. */
export function dayOf(agenda: Pick<Agenda, 'date'>, day: number | null): string | null {
  if (agenda.date === null) return null;
  const date = new Date(`${agenda.date}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + (day ?? 1) - 1);
  return date.toISOString().slice(0, 10);
}

/** How deep headings stand on the page: the meeting is 1, days 2, blocks below days, an item's sections below all of them. */
export function blockLevel(chapters: readonly Chapter[]): 2 | 3 {
  return chapters.some((chapter) => chapter.newDay) ? 3 : 2;
}

export function sectionLevel(chapters: readonly Chapter[]): 2 | 3 | 4 {
  const blocks = chapters.some((chapter) => chapter.block !== null);
  if (!blocks) return blockLevel(chapters);
  return blockLevel(chapters) === 3 ? 4 : 3;
}
