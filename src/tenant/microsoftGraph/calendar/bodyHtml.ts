import type { Element, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

/**
 * Exchange keeps the looks of a body (styles, classes, ids, tables, links) and takes out what could run or hide:
 * scripts, frames, forms, event handlers, comments, `data-` attributes. That comments and `data-` marks do not survive
 * is reported by add-in authors, not documented; the tenant drops them so that nobody builds on them.
 */
const safe = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    'html',
    'head',
    'body',
    'meta',
    'style',
    'font',
    'u',
    'center',
    'col',
    'colgroup',
    'caption',
    'small',
    'big',
    'section',
    'article',
    'header',
    'footer',
    'time',
  ],
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      'style',
      'className',
      'id',
      'lang',
      'dir',
      'title',
      'align',
      'valign',
      'width',
      'height',
      'bgcolor',
      'color',
      'face',
      'size',
      'role',
      'ariaLabel',
      'cellPadding',
      'cellSpacing',
      'border',
      'colSpan',
      'rowSpan',
      'name',
    ],
    a: ['href', 'target', 'rel', 'name'],
    img: ['src', 'alt'],
    meta: ['httpEquiv', 'content', 'charSet'],
    td: ['headers', 'scope'],
    th: ['headers', 'scope'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel', 'callto', 'msteams', 'webcal'], src: ['http', 'https', 'cid', 'data'] },
  strip: ['script', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'textarea', 'select'],
};

const cleaner = unified().use(rehypeParse).use(rehypeSanitize, safe).use(rehypeStringify).freeze();
const reader = unified().use(rehypeParse).freeze();

const head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>';

/** A body as Exchange hands it back: whole document, cleaned, rewritten. What is read is not byte for byte what was sent. */
export function storedHtml(html: string): string {
  const tree = cleaner.runSync(cleaner.parse(html)) as Root;
  const body = find(tree, 'body');
  const inner = cleaner.stringify({ type: 'root', children: body ? body.children : tree.children } as Root);
  return `${head}${inner}</body></html>`;
}

/** A plain-text body as Exchange shows it to a reader of HTML. */
export function htmlOfText(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\r?\n/g, '<br>\r\n');
  return `${head}<div class="PlainText">${escaped}</div></body></html>`;
}

const blocks = new Set([
  'p',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'ul',
  'ol',
  'section',
  'article',
  'header',
  'footer',
  'blockquote',
  'pre',
  'hr',
]);

/** The text of an HTML body, a line to each block. */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  const visit = (node: Root | RootContent): void => {
    if (node.type === 'text') parts.push(node.value.replaceAll(/\s+/g, ' '));
    if (node.type !== 'element' && node.type !== 'root') return;
    const name = node.type === 'element' ? node.tagName : '';
    if (name === 'style' || name === 'head' || name === 'script') return;
    if (name === 'br') parts.push('\n');
    if (name === 'td' || name === 'th') parts.push('\t');
    if (blocks.has(name)) parts.push('\n');
    node.children.forEach(visit);
    if (blocks.has(name)) parts.push('\n');
  };
  visit(reader.parse(html));
  return parts
    .join('')
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

const previewLength = 255;

export function previewOf(type: 'html' | 'text', content: string): string {
  const text = type === 'html' ? textOfHtml(content) : content;
  return text.replaceAll(/\n+/g, '\r\n').slice(0, previewLength);
}

function find(node: Root | Element, name: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === name) return child;
    const inside = find(child, name);
    if (inside) return inside;
  }
  return undefined;
}
