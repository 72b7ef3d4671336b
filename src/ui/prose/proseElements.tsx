import type { Element, Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { ReactElement } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isHttps } from '../../meeting/linkAddress.ts';

/** No pictures: one fetched from elsewhere would tell its owner who reads the agenda, and when. */
const schema = { ...defaultSchema, tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'img' && name !== 'input') };

/** Headings inside a text stand below the item's own (h3) and its sections' (h4). */
function lowerHeadings() {
  return (tree: Root) =>
    visit(tree, 'element', (node: Element) => {
      if (/^h[1-6]$/.test(node.tagName)) node.tagName = node.tagName === 'h1' ? 'h5' : 'h6';
    });
}

/** Links lead to https addresses, open beside the pane and tell the other side nothing; of any other the words are left. */
function outwardLinks() {
  return (tree: Root) =>
    visit(tree, 'element', (node: Element) => {
      if (node.tagName !== 'a') return;
      const { href } = node.properties;
      if (typeof href === 'string' && isHttps(href)) node.properties = { ...node.properties, target: '_blank', rel: ['noopener', 'noreferrer'] };
      else Object.assign(node, { tagName: 'span', properties: {} });
    });
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize, schema).use(lowerHeadings).use(outwardLinks);

/** CommonMark (with tables) as React elements. Raw HTML in the text is dropped by the parser and whatever is left is sanitised. */
export function proseElements(text: string): ReactElement {
  const tree = processor.runSync(processor.parse(text));
  return toJsxRuntime(tree, { Fragment, jsx, jsxs }) as ReactElement;
}
