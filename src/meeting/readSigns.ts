import { isClosed, type Agenda, type AgendaItem } from './agenda.ts';
import type { ItemId } from './ids.ts';

/** What of an item a reader is told has changed. Numbers are left out: one new item changes them all. */
export const READ_FIELDS = ['title', 'time', 'presenters', 'text', 'papers', 'openness'] as const;
export type ReadField = (typeof READ_FIELDS)[number];

/** A sign for each field of an item as it was read: enough to tell a change by, and no word of what stood there. */
export type ItemSigns = Readonly<Record<ReadField, string>>;

/** An agenda as somebody read it. */
export interface ReadAgenda {
  /** Could the reader read what is closed? */
  readonly insider: boolean;
  readonly items: Readonly<Record<string, ItemSigns>>;
}

/** What is new in an item since it was read; `fields` is empty for one that was not there. */
export interface ItemNews {
  readonly itemId: ItemId;
  readonly kind: 'added' | 'changed';
  readonly fields: readonly ReadField[];
}

export interface AgendaNews {
  readonly items: readonly ItemNews[];
  /** How many items are gone. */
  readonly removed: number;
}

/** The agenda as it is read now. */
export function readAgenda(agenda: Pick<Agenda, 'items'>, insider: boolean): ReadAgenda {
  return { insider, items: Object.fromEntries(agenda.items.map((item) => [item.id, signsOf(agenda.items, item)])) };
}

/**
 * What is new since it was read. Somebody who has come into the closed circle, or left it, reads other words of what is closed: that is no news of
 * the agenda.
 */
export function newsSince(before: ReadAgenda, agenda: Pick<Agenda, 'items'>, insider: boolean): AgendaNews {
  const items = agenda.items.flatMap((item): ItemNews[] => {
    const [was, is] = [before.items[item.id], signsOf(agenda.items, item)];
    if (was === undefined) return [{ itemId: item.id, kind: 'added', fields: [] }];
    const sameWords = before.insider === insider || !isClosed(agenda.items, item);
    const fields = READ_FIELDS.filter((field) => was[field] !== is[field] && (sameWords || field === 'openness' || field === 'time'));
    // What is closed by now has other words for whoever is outside; that it was closed says it all.
    const told = fields.includes('openness') && !insider ? fields.filter((field) => field === 'openness' || field === 'time') : fields;
    return told.length === 0 ? [] : [{ itemId: item.id, kind: 'changed', fields: told }];
  });
  const now = new Set<string>(agenda.items.map(({ id }) => id));
  return { items, removed: Object.keys(before.items).filter((id) => !now.has(id)).length };
}

/** The same reading with some items as they are now. */
export function withRead(before: ReadAgenda, agenda: Pick<Agenda, 'items'>, ids: ReadonlySet<ItemId>): ReadAgenda {
  const read = agenda.items.filter(({ id }) => ids.has(id)).map((item) => [item.id, signsOf(agenda.items, item)] as const);
  return { ...before, items: { ...before.items, ...Object.fromEntries(read) } };
}

function signsOf(items: readonly AgendaItem[], item: AgendaItem): ItemSigns {
  return {
    title: sign([item.title, item.neutralTitle]),
    time: sign([item.day, item.start, item.end, item.minutes]),
    presenters: sign(item.presenters),
    text: sign(item.sections),
    papers: sign(item.attachments),
    openness: isClosed(items, item) ? 'closed' : 'open',
  };
}

/** FNV-1a in 32 bits: one change in four thousand million goes unseen. */
function sign(value: unknown): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(value)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
