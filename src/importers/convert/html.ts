// HTML (Word, Outlook, SharePoint, any web page) → document tree. Scripts, styles and hidden parts never get into it,
// and nothing of it is run: the text is parsed, never put into a page.
import type { Element, ElementContent, Root as HtmlRoot, RootContent } from 'hast';
import type { Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { countOf } from '../sizes.ts';
import { Unreadable } from '../unreadable.ts';
import { emptyParagraph } from './tree.ts';

const dropped = new Set([
  'script',
  'style',
  'head',
  'nav',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'button',
  'input',
  'select',
  'textarea',
  'img',
  'video',
  'audio',
  'title',
  'meta',
  'link',
]);
const blockTags = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'table', 'blockquote', 'section', 'article']);

/** Tags that a page may have: Word writes 200,000 for 300 pages. Each becomes more than 1 KB of memory. */
const mostTags = 300_000;

/**
 * Parses HTML into mdast. Linear; never executes anything. Throws Unreadable: corrupt, where elements stand in one another without
 * end, tooLarge.
 */
export function treeOfHtml(html: string, name: string): Root {
  const tags = countOf('<', html);
  if (tags > mostTags) throw new Unreadable('tooLarge', { name, tags, limit: mostTags });
  try {
    return parse(html);
  } catch (cause) {
    // The parsers go down a tree by calling themselves: thousands of elements in one another are no paper.
    if (cause instanceof RangeError) throw new Unreadable('corrupt', { name, found: 'html' }, cause);
    throw cause;
  }
}

function parse(html: string): Root {
  const parsed = unified().use(rehypeParse, { fragment: false }).parse(html);
  tidy(parsed, 0);
  const page = parsed.children.find(isElement);
  const body = page?.children.find((child): child is Element => isElement(child) && child.tagName === 'body');
  if (!body || parsed.children.length !== 1 || page?.children.length !== 1) return remark(parsed);
  // Most of a paper is paragraphs of plain text, which need none of the care that the rest does.
  const children: Root['children'] = [];
  let rest: ElementContent[] = [];
  const flush = (): void => {
    if (rest.length > 0) for (const node of remark({ type: 'root', children: rest }).children) children.push(node);
    rest = [];
  };
  for (const child of body.children) {
    const text = plainParagraph(child);
    if (text === null) {
      if (rest.length > 0 || child.type !== 'text' || child.value.trim() !== '') rest.push(child);
      continue;
    }
    flush();
    if (text !== '') children.push({ type: 'paragraph', children: [{ type: 'text', value: text }] });
  }
  flush();
  return { type: 'root', children };
}

function remark(tree: HtmlRoot): Root {
  return unified().use(rehypeRemark, { newlines: false, document: true }).runSync(tree) as unknown as Root;
}

/** The text of a paragraph with nothing but text in it, its white space folded as HTML does; null for anything else. */
function plainParagraph(node: ElementContent): string | null {
  if (!isElement(node) || node.tagName !== 'p' || node.children.length > 1) return null;
  const [text] = node.children;
  if (text === undefined) return '';
  return text.type === 'text' ? text.value.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '') : null;
}

const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element';

function hidden(element: Element): boolean {
  const style = String(element.properties['style'] ?? '');
  return element.properties['hidden'] === true || element.properties['ariaHidden'] === 'true' || /display:\s*none|mso-hide:\s*all/i.test(style);
}

/** Deepest nesting that is read; what is nested deeper is flattened to its text. */
const deepest = 200;

function tidy(node: HtmlRoot | Element, depth: number): void {
  const children = node.children as (RootContent | ElementContent)[];
  const kept: (RootContent | ElementContent)[] = [];
  for (const child of children) {
    if (child.type === 'comment' || child.type === 'doctype') continue;
    if (!isElement(child)) {
      kept.push(child);
      continue;
    }
    // Word's own elements (<o:p>) hold text like any other.
    if (dropped.has(child.tagName) || hidden(child)) continue;
    if (depth > deepest) {
      kept.push({ type: 'text', value: plainText(child) });
      continue;
    }
    tidy(child, depth + 1);
    if (child.tagName === 'td' || child.tagName === 'th') flattenCell(child);
    // An empty paragraph is a blank line on paper.
    if (child.tagName === 'p' && plainText(child).trim() === '') child.children = [{ type: 'text', value: emptyParagraph }];
    kept.push(child);
  }
  node.children = kept as typeof node.children;
}

function plainText(root: Element): string {
  let text = '';
  const stack: (RootContent | ElementContent)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!node) continue;
    if (node.type === 'text') text += node.value;
    else if (isElement(node)) for (const child of [...node.children].reverse()) stack.push(child);
  }
  return text;
}

/** A table cell may hold several paragraphs: their ends become line breaks, which mdast cells can hold. */
function flattenCell(cell: Element): void {
  const out: ElementContent[] = [];
  const line = (): ElementContent => ({ type: 'element', tagName: 'br', properties: {}, children: [] });
  const walk = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (isElement(node) && blockTags.has(node.tagName)) {
        if (out.length > 0) out.push(line());
        if (node.tagName === 'li') out.push({ type: 'text', value: '• ' });
        walk(node.children);
      } else out.push(node);
    }
  };
  walk(cell.children);
  cell.children = out;
}
