import { isClosed, type AgendaItem } from './agenda.ts';

/**
 * The heading above an item (its block) as those outside the closed circle may read it: where an open item stands under the same heading
 * its words are open anyway; over closed items alone they are closed with them, and null.
 */
export function openBlock(items: readonly AgendaItem[], block: string | null): string | null {
  if (block === null) return null;
  return items.some((item) => item.block === block && !isClosed(items, item)) ? block : null;
}

/**
 * Splits an item into what the whole board's site may hold and what only the closed circle's may (product invariant 3).
 * A closed item (or one under a closed item) leaves its number, place and times, and the heading above it where that is open; an open item
 * leaves its closed attachments out. `closed` is null where nothing is closed.
 */
export function splitByOpenness(items: readonly AgendaItem[], item: AgendaItem): { open: AgendaItem; closed: AgendaItem | null } {
  if (isClosed(items, item)) {
    const block = openBlock(items, item.block);
    const open: AgendaItem = {
      ...item,
      openness: 'closed',
      title: '',
      type: null,
      standing: false,
      block,
      presenters: [],
      sections: [],
      attachments: [],
    };
    return { open, closed: { ...item, openness: 'closed', attachments: item.attachments.map((a) => ({ ...a, openness: 'closed' as const })) } };
  }
  const hidden = item.attachments.filter((a) => a.openness === 'closed');
  if (hidden.length === 0) return { open: item, closed: null };
  return {
    open: { ...item, attachments: item.attachments.filter((a) => a.openness === 'open') },
    closed: { ...item, title: '', neutralTitle: null, type: null, presenters: [], sections: [], attachments: hidden },
  };
}

/** The opposite of splitByOpenness, for those who were given both parts. */
export function joinByOpenness(open: AgendaItem, closed: AgendaItem | null): AgendaItem {
  if (closed === null) return open;
  if (open.openness === 'closed') return { ...closed, openness: 'closed', neutralTitle: open.neutralTitle };
  // A copy that closing begins with, or that opening leaves: what stands open is the item.
  if (closed.openness === 'closed') return open;
  return { ...open, attachments: [...open.attachments, ...closed.attachments] };
}

/**
 * Does the new split hide something that stood where everybody could read it? Then the open row must go and a new one be made: a
 * changed row would keep the words in its version history for all to read.
 */
export function hidesWhatWasOpen(was: AgendaItem, now: { open: AgendaItem; closed: AgendaItem | null }): boolean {
  if (was.openness === 'open' && now.open.openness === 'closed') return true;
  const shown = new Set(now.open.attachments.map((attachment) => JSON.stringify(attachment)));
  return now.closed !== null && was.attachments.some((attachment) => !shown.has(JSON.stringify(attachment)));
}

/** The item as a person outside the closed circle is shown it. */
export function asOutsider(items: readonly AgendaItem[], item: AgendaItem): AgendaItem {
  return splitByOpenness(items, item).open;
}
