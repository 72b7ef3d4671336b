import { openPaper } from '../paper/openPaper.ts';
import type { Paper, PaperAttachment, PaperEdition, PaperItem } from '../paper/paper.ts';

/** Raised when a field changes its meaning or goes. A new field is none. */
export const PAPER_SCHEMA = 'dagsorden/paper/1';

type Placed = PaperAttachment & { readonly itemIndex: readonly number[] | null };

/** A paper as JSON (docs/export.md): its own fields, named as `dagsorden import` names them, so that it can be exported anew. */
export function printJson(whole: Paper, edition: PaperEdition): string {
  const paper = edition === 'open' ? openPaper(whole) : whole;
  const attachments: Placed[] = [
    ...paper.attachments.map((each) => ({ ...each, itemIndex: null })),
    ...paper.items.flatMap((item, place) => placed(item, [place])),
  ];
  return `${JSON.stringify({ schema: PAPER_SCHEMA, edition, ...paper, items: paper.items.map(bare), attachments }, null, 2)}\n`;
}

const placed = (item: PaperItem, itemIndex: readonly number[]): Placed[] => [
  ...item.attachments.map((each) => ({ ...each, itemIndex })),
  ...item.children.flatMap((child, place) => placed(child, [...itemIndex, place])),
];

/** Attachments stand in one list, as the import prints them. */
function bare({ attachments: _, children, ...item }: PaperItem): object {
  return { ...item, children: children.map(bare) };
}
