import type { ClockTime } from './clock.ts';
import type { ItemId } from './ids.ts';
import type { ItemKind, ItemType, Openness, SectionRole } from './words.ts';

export type { AgendaState, ItemKind, ItemType, Openness, SectionRole } from './words.ts';

/** A part of an item's paper, in printed order. `text` is CommonMark without raw HTML. */
export interface Section {
  readonly role: SectionRole;
  /** The heading as printed, or null where the text has none. */
  readonly heading: string | null;
  readonly text: string;
}

/** Where a paper that was put in through Dagsorden lies: a driveItem of a document library, which keeps its id and its link when it is replaced. */
export interface PaperFile {
  readonly driveId: string;
  readonly itemId: string;
  /** ISO instant of its latest replacement; null where it is as it was first put in. */
  readonly replacedAt: string | null;
  /** The file it was copied from on its way between the open library and the closed one, which is still to be deleted. */
  readonly leaves?: { readonly driveId: string; readonly itemId: string } | undefined;
}

export interface Attachment {
  readonly number: string | null;
  readonly title: string;
  readonly documentId: string | null;
  readonly openness: Openness;
  readonly url: string | null;
  /** Left out where the paper is only named, or lies somewhere that Dagsorden has not put it: such a file is never moved, replaced or deleted. */
  readonly file?: PaperFile | undefined;
}

/**
 * One line of the agenda. Items are kept in printed order in one flat list; nesting is told by `parentId`.
 * The number is data as printed ("5.a", "BLOK 5" is a block), apart from the position.
 */
export interface AgendaItem {
  readonly id: ItemId;
  readonly parentId: ItemId | null;
  readonly kind: ItemKind;
  readonly number: string | null;
  readonly title: string;
  /** What a reader outside the closed circle is shown; null means the standard words "Lukket punkt". */
  readonly neutralTitle: string | null;
  readonly openness: Openness;
  readonly type: ItemType | null;
  readonly standing: boolean;
  readonly day: number | null;
  readonly block: string | null;
  /** Typed or printed times pin the item; items without flow after the one before (timing.ts). */
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly minutes: number | null;
  readonly presenters: readonly string[];
  readonly sections: readonly Section[];
  readonly attachments: readonly Attachment[];
}

/** The agenda of one meeting. `date`s are ISO days, times are in the meeting's own zone. */
export interface Agenda {
  readonly title: string;
  readonly date: string | null;
  readonly endDate: string | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly location: string | null;
  readonly chair: string | null;
  readonly items: readonly AgendaItem[];
}

/** Reads openness from untrusted data. Missing or unknown is closed (product invariant 3). */
export function opennessOf(value: unknown): Openness {
  return value === 'open' ? 'open' : 'closed';
}

/** An item with every field at its plainest; the caller names what differs. */
export function newItem(id: ItemId, fields: Partial<Omit<AgendaItem, 'id'>> = {}): AgendaItem {
  return {
    id,
    parentId: null,
    kind: 'item',
    number: null,
    title: '',
    neutralTitle: null,
    openness: 'open',
    type: null,
    standing: false,
    day: null,
    block: null,
    start: null,
    end: null,
    minutes: null,
    presenters: [],
    sections: [],
    attachments: [],
    ...fields,
  };
}

/** How deep an item is nested: 0 for a top item. An unknown parent counts as none. */
export function depthOf(items: readonly AgendaItem[], item: AgendaItem): number {
  let depth = 0;
  let parent = item.parentId;
  while (parent !== null && depth < items.length) {
    const found = items.find((other) => other.id === parent);
    if (!found) break;
    depth += 1;
    parent = found.parentId;
  }
  return depth;
}

/** A closed item closes its sub-items: openness as it works, not as it is marked. */
export function isClosed(items: readonly AgendaItem[], item: AgendaItem): boolean {
  for (let current: AgendaItem | undefined = item, steps = 0; current && steps <= items.length; steps += 1) {
    if (current.openness === 'closed') return true;
    const parent: ItemId | null = current.parentId;
    current = parent === null ? undefined : items.find((other) => other.id === parent);
  }
  return false;
}

/** Is there a file of ours that belongs in the other library now, because its item or itself was closed or opened? */
export const movesPapers = (before: readonly AgendaItem[], after: readonly AgendaItem[]): boolean =>
  after.some((item) => {
    const old = before.find(({ id }) => id === item.id);
    const inside = (items: readonly AgendaItem[], of: AgendaItem, openness: Openness) => openness === 'closed' || isClosed(items, of);
    return item.attachments.some(({ file, openness }) => {
      const was = file && old?.attachments.find((each) => each.file?.itemId === file.itemId);
      return was && old ? inside(after, item, openness) !== inside(before, old, was.openness) : false;
    });
  });

/** Is there an item that was open and is closed now? */
export const closesSomething = (before: readonly AgendaItem[], after: readonly AgendaItem[]): boolean =>
  after.some((item) => isClosed(after, item) && before.some((old) => old.id === item.id && !isClosed(before, old)));
