import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Heading, List, Paragraph, Text } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers } from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Document } from '../document/document.ts';
import { walkItems, type PlacedItem } from './items.ts';
import { httpsAddress, type Link } from './link.ts';

type State = Parameters<typeof defaultHandlers.list>[0];

const FONT = 'font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:14px';
const NO_WRAP = 'white-space:nowrap';

/** Mail programs read inline styles only. Outlook on Windows gives each element margins of its own, and a table no font of its surroundings. */
const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:4px 0',
  ul: 'margin:4px 0;padding-left:24px',
  ol: 'margin:4px 0;padding-left:24px',
  blockquote: 'margin:4px 0;padding-left:12px;border-left:2px solid #c8c8c8',
  pre: 'margin:4px 0;white-space:pre-wrap',
  table: `${FONT};border-collapse:collapse;margin:4px 0`,
  th: 'border:1px solid #c8c8c8;padding:3px 8px;text-align:left;vertical-align:top',
  td: 'border:1px solid #c8c8c8;padding:3px 8px;vertical-align:top',
};

const HEADINGS: Readonly<Record<number, string>> = {
  1: 'font-size:18px;font-weight:600;margin:0 0 8px',
  2: 'font-size:16px;font-weight:600;margin:14px 0 4px',
  3: 'font-size:14px;font-weight:600;margin:10px 0 4px',
};

/** Nothing else leaves this printer, whatever the tree holds. */
const schema = {
  tagNames: [...'div h2 h3 h4 p br span strong em del code pre blockquote ul ol li a table thead tbody tr th td'.split(' ')],
  attributes: { '*': ['style'], div: ['id', 'lang'], table: ['role'], td: ['noWrap'], th: ['scope'], ol: ['start'], a: ['href'] },
  ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  protocols: { href: ['https'] },
  clobber: [],
  strip: ['script', 'style'],
};

const toHtmlTree = unified()
  .use(remarkRehype, { handlers: { heading: headingElement, list: listElement, paragraph: paragraphElement, text: textNode } })
  .use(inlineStyles)
  .freeze();
const finish = unified()
  .use(rehypeSanitize, schema)
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/**
 * A document as mail-safe HTML: tables and inline styles, no classes. Items are rows of a table (of no role: it reads as running text),
 * their times in a column that never wraps; their texts stand below their titles, sub-items indented.
 * @param frame the id of the element around it, and where a link at its end leads
 * @throws TypeError for a link that is not https
 */
export function printMail(document: Document, frame: { readonly id: string; readonly link: Link }): string {
  const { children } = toHtmlTree.runSync(document) as Root;
  const link = h('p', { style: 'margin:12px 0' }, h('a', { href: httpsAddress(frame.link) }, frame.link.words));
  const { language } = document.data.document;
  const tree: Root = { type: 'root', children: [h('div', { id: frame.id, lang: language, style: FONT }, children, link)] };
  return finish.stringify(finish.runSync(tree));
}

function headingElement(state: State, node: Heading): Element {
  const depth = Math.min(node.depth, 3);
  // An invitation is part of a mail, so its title is no h1.
  return h(`h${depth + 1}`, { style: HEADINGS[depth] }, state.all(node));
}

function paragraphElement(state: State, node: Paragraph): Element {
  const style = node.data?.part === 'head' ? { style: 'margin:0' } : node.data?.part === 'label' ? { style: 'margin:6px 0 0' } : {};
  return h('p', style, state.all(node));
}

function textNode(_state: State, { value, data }: Text): ElementContent {
  return data?.part === 'time' ? h('span', { style: NO_WRAP }, value) : { type: 'text', value };
}

function listElement(state: State, node: List): Element {
  if (node.data?.part !== 'items') return defaultHandlers.list(state, node);
  const items = walkItems(node);
  const timed = items.some(({ time }) => time !== null);
  const rows = items.map((item) => itemRow(state, item, timed));
  return h('table', { role: 'presentation', style: `${FONT};border-collapse:collapse` }, h('tbody', rows));
}

function itemRow(state: State, { depth, time, title, blocks }: PlacedItem, timed: boolean): Element {
  const line = state.all({ type: 'paragraph', children: title });
  // A line with nothing below it stands in the cell as it is.
  const content: ElementContent[] =
    blocks.length === 0 ? line : [h('p', { style: 'margin:0' }, line), ...state.all({ type: 'blockquote', children: blocks })];
  return h('tr', [
    ...(timed ? [h('td', { style: `padding:3px 16px 3px 0;vertical-align:top;${NO_WRAP}`, noWrap: true }, time ?? '')] : []),
    h('td', { style: `padding:3px 0 3px ${16 * depth}px;vertical-align:top` }, content),
  ]);
}

function inlineStyles() {
  return (tree: Root): void =>
    visit(tree, 'element', (node: Element) => {
      const style = STYLES[node.tagName];
      if (style !== undefined && node.properties['style'] === undefined) node.properties['style'] = style;
      if (node.tagName === 'th') node.properties['scope'] = 'col';
    });
}
