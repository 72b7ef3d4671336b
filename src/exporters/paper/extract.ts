import { allItems, type Paper } from './paper.ts';

/** One item of a paper, with what stands under it, as a paper of its own (udskrift); null where there is no such item. */
export function extractOf(paper: Paper, itemId: string): Paper | null {
  const found = allItems(paper.items).find(({ id }) => id === itemId);
  if (found === undefined) return null;
  // What is closed by an item above it stays closed when it stands alone.
  const closed = closedWith(paper, itemId);
  return {
    ...paper,
    extract: true,
    record: null,
    items: [{ ...found, closed: closed || found.closed }],
    attachments: [],
    apologies: [],
    absent: [],
    participants: [],
    recommendation: null,
    decision: null,
  };
}

function closedWith({ items }: Paper, itemId: string): boolean {
  const above = (list: Paper['items'], closed: boolean): boolean =>
    list.some((item) => (item.id === itemId ? closed : above(item.children, closed || item.closed)));
  return above(items, false);
}
