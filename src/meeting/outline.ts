import { isClosed, type Agenda, type AgendaItem } from './agenda.ts';
import { chaptersOf, type Branch, type Chapter as Lines } from './chapters.ts';
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
export interface Chapter extends Omit<Lines<AgendaItem>, 'branches'> {
  readonly entries: readonly Entry[];
}

/**
 * The agenda as the page shows it: chapters in printed order, sub-items under their parents. Every item stands there
 * exactly once; one whose parent is unknown (or its own ancestor) stands on its own.
 */
export function outlineOf(agenda: Agenda): Chapter[] {
  const { items } = agenda;
  const slots = scheduleOf(agenda);
  const entryOf = ({ line: item, children }: Branch<AgendaItem>): Entry => ({
    item,
    closed: isClosed(items, item),
    slot: slots.get(item.id) ?? { start: item.start, end: item.end, derived: false },
    children: children.map(entryOf),
  });
  return chaptersOf(items, (item) => item.id).map(({ branches, ...place }) => ({ ...place, entries: branches.map(entryOf) }));
}

// The agenda is one flat list in printed order where an item stands directly before what is under it: what follows reads and cuts it so.

/** Does the item stand under this other one, at whatever depth? */
function isUnder(items: readonly AgendaItem[], item: AgendaItem, ancestor: ItemId): boolean {
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
  if (Number.isNaN(date.getTime())) return null;
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
