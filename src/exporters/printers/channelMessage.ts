import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { cutText } from '../../meeting/cut.ts';
import type { Document } from '../document/document.ts';
import { wordsOf } from '../document/words.ts';
import { walkItems, type PlacedItem } from './items.ts';
import { httpsAddress, type Link } from './link.ts';

/**
 * Teams counts a message in UTF-16 and refuses it above about 28 KB (Teams limits page; td#6659). The whole payload counts, so we stay
 * below with room for the subject and the envelope.
 */
export const MESSAGE_LIMIT_BYTES = 24_000;

export interface ChannelMessage {
  readonly subject: string;
  readonly html: string;
}

/** A part of the message that is there whole or not at all. */
interface Piece {
  readonly kind: 'words' | 'heading' | 'item';
  readonly html: string;
}

const finish = unified()
  .use(rehypeSanitize, {
    tagNames: ['p', 'br', 'strong', 'em', 's', 'ul', 'li', 'a'],
    attributes: { a: ['href'] },
    protocols: { href: ['https'] },
    strip: ['script', 'style'],
  })
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

const htmlOf = (...children: readonly ElementContent[]): string =>
  finish.stringify(finish.runSync({ type: 'root', children: [...children] } satisfies Root));

/**
 * A document as a message to a channel: its title as the subject, and only tags that Teams keeps on all clients. A long one is cut at whole
 * items, and says how many more there are.
 * @throws TypeError for a link that is not https
 */
export function printChannelMessage(document: Document, link: Link, limit = MESSAGE_LIMIT_BYTES): ChannelMessage {
  const { language, kind } = document.data.document;
  const words = wordsOf(language);
  const subject = cutText(document.data.document.title, 200);
  const foot = htmlOf(h('p', h('a', { href: httpsAddress(link) }, link.words)));
  const pieces = piecesOf(document);
  // The head of the document is there always; what follows it is cut from the end.
  const head = pieces.findIndex((piece) => piece.kind !== 'words');
  const least = head === -1 ? pieces.length : head;
  for (let count = pieces.length; ; count -= 1) {
    const rest = pieces.slice(count).filter((piece) => piece.kind === 'item').length;
    const more = rest > 0 ? htmlOf(h('p', kind === 'agenda' ? words.moreOnAgenda(rest) : words.moreItems(rest))) : '';
    const html = [...withoutLoneHeadings(pieces.slice(0, count)).map((piece) => piece.html), more, foot].join('');
    if (2 * (html.length + subject.length) <= limit || count <= least) return { subject, html };
  }
}

/** A heading whose items have all been cut says nothing. */
function withoutLoneHeadings(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.slice(0, pieces.findLastIndex((piece) => piece.kind !== 'heading') + 1);
}

function piecesOf(document: Document): Piece[] {
  return document.children.flatMap((node): Piece[] => {
    if (node.type === 'heading')
      return node.data?.part === 'title' ? [] : [{ kind: 'heading', html: htmlOf(h('p', h('em', inline(node.children)))) }];
    if (node.type === 'list' && node.data?.part === 'items')
      return walkItems(node).map((item) => ({ kind: 'item', html: htmlOf(...itemElements(item)) }));
    return [{ kind: 'words', html: htmlOf(...blocks([node])) }];
  });
}

/** What is said first of an item stands right below its title. */
function itemElements({ time, title, blocks: texts }: PlacedItem): Element[] {
  const line: ElementContent[] = [...(time === null ? [] : [plainText(`${time} `)]), ...inline(title)];
  const [first, ...rest] = blocks(texts);
  if (first?.tagName === 'p') return [h('p', line, h('br'), first.children), ...rest];
  return [h('p', line), ...(first ? [first, ...rest] : [])];
}

const plainText = (value: string): ElementContent => ({ type: 'text', value });

function blocks(nodes: readonly RootContent[]): Element[] {
  return nodes.flatMap((node): Element[] => {
    switch (node.type) {
      case 'paragraph':
        return [h('p', inline(node.children))];
      case 'blockquote':
        return blocks(node.children);
      case 'list':
        if (node.ordered) return node.children.flatMap((item, place) => numberedBlocks(`${(node.start ?? 1) + place}. `, item.children));
        return [
          h(
            'ul',
            node.children.map((item) => listItem(item.children)),
          ),
        ];
      case 'table':
        return node.children.map((row, place) => h('p', place === 0 ? h('strong', cells(row)) : cells(row)));
      case 'code':
        return [h('p', lines(node.value))];
      default:
        return [];
    }
  });
}

/** Numbers are words of the text (a recommendation is known by them), so they are written rather than left to the program that shows them. */
function numberedBlocks(number: string, children: readonly RootContent[]): Element[] {
  const [first, ...rest] = blocks(children);
  if (first?.tagName === 'p') return [h('p', number, first.children), ...rest];
  return [h('p', number), ...(first ? [first, ...rest] : [])];
}

function listItem(children: readonly RootContent[]): Element {
  const [first, ...rest] = blocks(children);
  return h('li', [...(first?.tagName === 'p' ? first.children : first ? [first] : []), ...rest]);
}

function cells({ children }: TableRow): ElementContent[] {
  return children.flatMap((cell, place) => [...(place === 0 ? [] : [plainText(' · ')]), ...inline(cell.children)]);
}

function inline(nodes: readonly PhrasingContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    switch (node.type) {
      case 'strong':
        return [h('strong', inline(node.children))];
      case 'emphasis':
        return [h('em', inline(node.children))];
      case 'delete':
        return [h('s', inline(node.children))];
      case 'link':
        return [h('a', { href: node.url }, inline(node.children))];
      case 'break':
        return [h('br')];
      default:
        return [plainText(toString(node))];
    }
  });
}

const lines = (value: string): ElementContent[] => value.split('\n').flatMap((line, place) => [...(place === 0 ? [] : [h('br')]), plainText(line)]);
