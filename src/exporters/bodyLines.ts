import type { Comment, Element, Nodes, Root, Text } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { unwrapped } from '../meeting/mailedAddress.ts';

/** What a line is made of: words, line breaks, and what cannot be said in words. */
export type Leaf = Element | Text;

/** A line of a body as a reader sees it: a paragraph, a heading, what stands between two line breaks, a whole row of a table. */
export interface Line {
  /** As it is compared: single spaces, and behind it where its links lead. */
  readonly text: string;
  readonly leaves: readonly Leaf[];
  readonly anchors: readonly Element[];
  /** The row of a table that this line is; null for all others. */
  readonly row: Element | null;
  /** The heading that this line is. */
  readonly heading: Element | null;
}

export interface Body {
  readonly html: string;
  readonly root: Root;
  readonly lines: readonly Line[];
  parentOf(node: Nodes): Element | Root | null;
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const NO_WORDS = new Set(['head', 'script', 'style', 'title', 'template', 'colgroup']);
const PICTURES = new Set(['img', 'svg', 'picture', 'video', 'audio', 'iframe', 'object', 'embed', 'input', 'canvas', 'hr']);
const HEADING = /^h[1-6]$/;

/** Reads a body as HTML. Where each element begins and ends in the text is kept, so that all that is not touched stays as it is. */
export function readBody(html: string): Body {
  const root = unified().use(rehypeParse, { fragment: false, verbose: true }).parse(html);
  const parents = new Map<Nodes, Element | Root>();
  const reader = new LineReader();
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return reader.leaf(node);
    if (node.type === 'element' && NO_WORDS.has(node.tagName)) return;
    for (const child of node.children) parents.set(child, node as Element | Root);
    if (node.type === 'root') return node.children.forEach(walk);
    if (node.type === 'element') reader.element(node, () => node.children.forEach(walk));
  };
  walk(root);
  reader.end();
  return { html, root, lines: reader.lines, parentOf: (node) => parents.get(node) ?? null };
}

class LineReader {
  readonly lines: Line[] = [];
  #words = '';
  #leaves: Leaf[] = [];
  #anchors: Element[] = [];
  #row: Element | null = null;
  #heading: Element | null = null;

  leaf(node: Text | Comment | Nodes): void {
    if (node.type !== 'text') return;
    this.#leaves.push(node);
    this.#words += node.value;
  }

  element(node: Element, children: () => void): void {
    if (PICTURES.has(node.tagName)) return this.#picture(node);
    if (node.tagName === 'br') return this.#break(node);
    const opensRow = this.#row === null && isRow(node);
    const breaks = BLOCKS.has(node.tagName);
    if (breaks) this.#gap();
    if (opensRow) this.#row = node;
    if (HEADING.test(node.tagName)) this.#heading = node;
    if (node.tagName === 'a') this.#anchors.push(node);
    children();
    if (node.tagName === 'a') this.#words += ledTo(node);
    if (opensRow) this.#flush();
    if (opensRow) this.#row = null;
    if (breaks) this.#gap();
    if (HEADING.test(node.tagName)) this.#heading = null;
  }

  end(): void {
    this.#flush();
  }

  #picture(node: Element): void {
    this.#leaves.push(node);
    // A rule is no words; a picture is somebody's.
    this.#words += node.tagName === 'hr' ? '' : ` [${node.tagName} ${textOf(node.properties['alt'])}] `;
  }

  #break(node: Element): void {
    this.#leaves.push(node);
    if (this.#row === null) this.#flush();
    else this.#words += ' ';
  }

  /** Where a block begins or ends, a line does; inside a row it is a space. */
  #gap(): void {
    if (this.#row === null) this.#flush();
    else this.#words += ' ';
  }

  #flush(): void {
    if (this.#leaves.length > 0) {
      this.lines.push({ text: plainest(this.#words), leaves: this.#leaves, anchors: this.#anchors, row: this.#row, heading: this.#heading });
    }
    this.#words = '';
    this.#leaves = [];
    this.#anchors = [];
  }
}

/** A row of words. One that holds a table or a heading is there for the layout, and has lines of its own. */
function isRow(node: Element): boolean {
  const holds = (child: Nodes): boolean =>
    child.type === 'element' && (/^(table|h[1-6])$/.test(child.tagName) || child.children.some((inner) => holds(inner)));
  return node.tagName === 'tr' && !node.children.some((child) => holds(child));
}

/** Where a link leads, where its words do not say so themselves: a link put on a word is a change of that word. */
function ledTo(anchor: Element): string {
  const address = unwrapped(textOf(anchor.properties['href']));
  const words = wordsOf(anchor);
  const said =
    address === '' ||
    address.startsWith('#') ||
    address.replace(/^(https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '') === words.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return said ? '' : ` <${address}> `;
}

/** An element's words, with single spaces. */
export function wordsOf(node: Nodes): string {
  const all = (inner: Nodes): string =>
    inner.type === 'text' ? inner.value : 'children' in inner ? inner.children.map((child) => all(child)).join('') : '';
  return plainest(all(node));
}

/** One way of writing the same words: mail programs change spaces, and put signs that nobody sees between them. */
export function plainest(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The address of a link, or ''. */
export function hrefOf(anchor: Element): string {
  return textOf(anchor.properties['href']);
}

/** Where a node begins and ends in the text; null for one that only the reading of it made. */
export function rangeOf(node: Nodes): { readonly from: number; readonly to: number } | null {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  return from === undefined || to === undefined ? null : { from, to };
}
