import { openRecord } from './record.ts';
import { allItems, paperItem, type Paper, type PaperAttachment, type PaperItem } from './paper.ts';

/**
 * A paper as readers outside the closed circle may have it. Of a closed item, and of every item under one, it holds the place, number, times,
 * neutral title and the decision meant for the public; a heading over closed items alone is closed with them; closed papers are left out, and
 * so is a line that names one in the text of an open item. Everything is named here field by field, so that what is added to an item later
 * stays out until somebody lets it in.
 */
export function openPaper(paper: Paper): Paper {
  const open = new Set(openBlocks(paper.items));
  const hidden = [...paper.attachments, ...allItems(paper.items).flatMap(({ attachments }) => attachments)]
    .filter(({ closed }) => closed === true)
    .map(({ title }) => folded(title))
    .filter((title) => title !== '');
  return {
    ...paper,
    items: paper.items.map((item) => openItem(item, false, { open, hidden })),
    attachments: paper.attachments.filter(isOpen),
    ...(paper.record && { record: openRecord(paper.record) }),
  };
}

/** The headings over what is open; what stands under something closed is not. */
const openBlocks = (items: readonly PaperItem[]): (string | null)[] =>
  items.flatMap((item) => (item.closed ? [] : [item.block, ...openBlocks(item.children)]));

interface Around {
  /** The headings that stand over an open item somewhere. */
  readonly open: ReadonlySet<string | null>;
  /** Titles of closed papers, folded. */
  readonly hidden: readonly string[];
}

function openItem(item: PaperItem, under: boolean, around: Around): PaperItem {
  const closed = under || item.closed;
  const children = item.children.map((child) => openItem(child, closed, around));
  if (!closed)
    return {
      ...item,
      attachments: item.attachments.filter(isOpen),
      purpose: said(item.purpose, around),
      recommendation: said(item.recommendation, around),
      decision: said(item.decision, around),
      sections: item.sections.map((section) => ({ ...section, text: withoutLines(section.text, around.hidden) })),
      children,
    };
  return paperItem('', {
    id: item.id,
    number: item.number,
    neutralTitle: item.neutralTitle,
    start: item.start,
    end: item.end,
    minutes: item.minutes,
    day: item.day,
    block: around.open.has(item.block) ? item.block : null,
    closed: true,
    decision: item.publicDecision,
    publicDecision: item.publicDecision,
    notTreated: item.notTreated,
    children,
  });
}

const isOpen = ({ closed }: PaperAttachment): boolean => closed !== true;

const folded = (words: string): string =>
  words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const said = (words: string | null, { hidden }: Around): string | null => (words === null ? null : withoutLines(words, hidden) || null);

/** A line that names a closed paper and says little more. */
function withoutLines(text: string, hidden: readonly string[]): string {
  if (hidden.length === 0) return text;
  return text
    .split('\n')
    .filter((line) => !hidden.some((title) => line.length <= title.length + 60 && folded(line).includes(title)))
    .join('\n');
}
