import type { Nodes, Root, RootContent } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

const WRITTEN = [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown(), gfmTaskListItemToMarkdown()];

/** Which sign a list of each kind has: two lists after one another need different ones, or they are one. */
export type ListSigns = Pick<Options, 'bullet' | 'bulletOrdered'>;

/** Reads CommonMark with GFM's tables; every node tells where in the text it stands. */
export const readCommonMark = (text: string): Root => reader.parse(text);

/**
 * Writes blocks. An address or a mail address in the text is left as it was typed, though a reader makes it a link: with a backslash in it, it
 * could not be read in a list of SharePoint's.
 */
export function writeCommonMark(nodes: readonly RootContent[], signs: ListSigns = {}): string {
  const written = toMarkdown(
    { type: 'root', children: [...nodes] },
    { bullet: '-', rule: '-', listItemIndent: 'one', fences: true, ...signs, extensions: WRITTEN },
  );
  return written.replace(/\n$/, '');
}

/** What a node is as Markdown: as it stands in the text, or written anew where it stands in something else and each of its lines begins with that. */
export function markdownOf(node: Nodes, text: string | null): string {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  const slice = text === null || from === undefined || to === undefined ? '' : text.slice(from, to);
  if (slice !== '' && !slice.includes('\n')) return slice;
  // Footnotes have no writer above; their Markdown is put together from what is in them.
  if (node.type === 'footnoteReference') return `[^${node.label ?? node.identifier}]`;
  if (node.type === 'footnoteDefinition') return `[^${node.label ?? node.identifier}]: ${writeCommonMark(node.children)}`;
  return writeCommonMark([node as RootContent]);
}
