import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Root } from 'mdast';

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', listItemIndent: 'one', rule: '-' }).freeze();

/** A document as CommonMark with tables. */
export function printMarkdown(document: Root): string {
  return writer.stringify(document);
}
