import { HOMEWORK_HEADINGS, homeworkOf } from '../../meeting/homework.ts';
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
  return { ...item, homework: homeworkIn(item), children: children.map(bare) };
}

/** What is to be done before the meeting, read from the item's own text: so it holds nothing that the text of this edition does not. */
function homeworkIn({ sections }: Pick<PaperItem, 'sections'>) {
  const own = sections.filter(({ role }) => role === 'text' || role === 'preparation');
  return homeworkOf({
    sections: own.map(({ role, heading, text }) => ({ role: 'text', heading: role === 'text' ? heading : HOMEWORK_HEADINGS.da, text })),
  });
}
