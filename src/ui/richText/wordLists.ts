import type { Element, ElementContent } from 'hast';
import { isElement, styleOf, wordsIn } from './htmlTree.ts';

interface WordItem {
  /** 1 is the outermost. */
  readonly level: number;
  /** As it was printed, "" where Word says none. */
  readonly sign: string;
  readonly children: ElementContent[];
}

const LEVEL = /mso-list:\s*l\d+\s+level(\d+)/i;
const IGNORED = /mso-list:\s*ignore/i;
/** What a paragraph of a list begins with where Word did not tell which part of it is the sign. */
const TYPED_SIGN = /^[\s\u00A0]*([·•§\u00B7\uF0B7\uF0A7o-]|\d{1,3}[.)]|[a-zæøå][.)])[\s\u00A0]{2,}/;

/** Paragraphs that Word means as items of a list, made into lists; all others stay as they are. */
export function withWordLists(children: ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  let items: WordItem[] = [];
  const flush = () => {
    out.push(...listsOf(items));
    items = [];
  };
  for (const child of children) {
    const item = itemOf(child);
    if (item) items.push(item);
    else if (items.length === 0 || child.type !== 'text' || child.value.trim() !== '') {
      flush();
      out.push(child);
    }
  }
  flush();
  return out;
}

function itemOf(node: ElementContent): WordItem | null {
  if (!isElement(node) || !/^(p|h[1-6]|div)$/.test(node.tagName)) return null;
  const told = LEVEL.exec(styleOf(node))?.[1];
  const isListed = /\bMsoListParagraph|\bMsoListBullet|\bMsoListNumber/.test([node.properties['className']].flat().join(' '));
  if (told === undefined && !isListed) return null;
  const marked = signIn(node);
  if (marked) return { level: Number(told ?? 1), ...marked };
  const sign = TYPED_SIGN.exec(wordsIn(node))?.[1];
  if (sign === undefined) return told === undefined ? null : { level: Number(told), sign: '', children: node.children };
  return { level: Number(told ?? 1), sign, children: withoutFirst(node.children, TYPED_SIGN.exec(wordsIn(node))?.[0].length ?? 0) };
}

/** The sign that Word marks as one, and what is left without it. */
function signIn(node: Element): { readonly sign: string; readonly children: ElementContent[] } | null {
  let sign: string | null = null;
  const without = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (!isElement(child)) return [child];
      if (sign === null && child.tagName === SIGN) {
        sign = wordsIn(child).replace(/[\s\u00A0]+/g, '');
        return [];
      }
      return [{ ...child, children: without(child.children) }];
    });
  const children = without(node.children);
  return sign === null ? null : { sign, children };
}

/** A name no HTML has: the sign of an item is kept in it while spans are opened. */
const SIGN = 'word-sign';

/** Keeps the sign of a list's paragraph apart. */
export const signElement = (span: Element): Element | null => (IGNORED.test(styleOf(span)) ? { ...span, tagName: SIGN, properties: {} } : null);

function withoutFirst(children: readonly ElementContent[], count: number): ElementContent[] {
  let left = count;
  const cut = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map((node) => {
      if (node.type === 'text') {
        const value = node.value.slice(left);
        left = Math.max(0, left - node.value.length);
        return { ...node, value };
      }
      return isElement(node) && left > 0 ? { ...node, children: cut(node.children) } : node;
    });
  return cut(children);
}

interface OpenList {
  readonly level: number;
  readonly element: Element;
  /** The number the next item must have to stand in this list; null in one of bullets. */
  next: number | null;
}

/** Items with their levels as lists in lists. A numbered list goes on for as long as its numbers do. */
function listsOf(items: readonly WordItem[]): Element[] {
  const out: Element[] = [];
  const open: OpenList[] = [];
  for (const item of items) {
    const number = /^\d{1,9}[.)]$/.test(item.sign) ? Number.parseInt(item.sign, 10) : null;
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    let list = open.at(-1);
    if (list?.level === item.level && list.next !== number) {
      open.pop();
      list = undefined;
    }
    if (list?.level !== item.level) {
      list = { level: item.level, element: listElement(number), next: number };
      const parent = open.at(-1)?.element.children.at(-1);
      if (parent && isElement(parent)) parent.children.push(list.element);
      else out.push(list.element);
      open.push(list);
    }
    if (list.next !== null) list.next += 1;
    list.element.children.push(itemElement(item, number));
  }
  return out;
}

const listElement = (number: number | null): Element => ({
  type: 'element',
  tagName: number === null ? 'ul' : 'ol',
  properties: number === null ? {} : { start: number },
  children: [],
});

/** "a)" and "iv." are no numbers of Markdown's: somebody may refer to them, so they stay before the words. */
function itemElement({ sign, children }: WordItem, number: number | null): Element {
  const isWord = number === null && /[a-zæøå\d]/i.test(sign) && sign !== 'o';
  const words: ElementContent[] = isWord ? [{ type: 'text', value: `${sign} ` }, ...children] : children;
  return { type: 'element', tagName: 'li', properties: {}, children: words };
}
