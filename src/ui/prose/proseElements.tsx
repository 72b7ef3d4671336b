import type { Element, Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { ReactElement, ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
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

/** Where the page draws Danish words with hyphens of its own (kit/Words.tsx), so it does here: each run of text is handed to that. */
type DrawText = (words: string) => ReactNode;

/** Stands for a run of text: an element that no text may bring along. */
const TEXT = 'data';
const WHOLE = new Set(['a', 'code', 'pre']);

function texts(tree: Root): void {
  visit(tree, 'text', (node, place, parent) => {
    if (place === undefined || parent?.type !== 'element' || WHOLE.has(parent.tagName) || node.value.trim() === '') return undefined;
    parent.children[place] = { type: 'element', tagName: TEXT, properties: {}, children: [node] };
    return [SKIP, place + 1];
  });
}

/** CommonMark (with tables) as React elements. Raw HTML in the text is dropped by the parser and whatever is left is sanitised. */
export function proseElements(text: string, draw: DrawText | null = null): ReactElement {
  const tree = processor.runSync(processor.parse(text));
  if (draw === null) return toJsxRuntime(tree, { Fragment, jsx, jsxs }) as ReactElement;
  texts(tree);
  const drawn = ({ children }: { children?: ReactNode }) => <>{typeof children === 'string' ? draw(children) : children}</>;
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components: { [TEXT]: drawn } }) as ReactElement;
}
