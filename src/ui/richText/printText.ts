import type { Node } from 'prosemirror-model';
import { writeCommonMark, type ListSigns } from './commonMark.ts';
import type { OpenText } from './readText.ts';
import { blockOf } from './toMdast.ts';

const BLANK_LINE = /\n[ \t]*\r?\n|\r[ \t]*\r/;

/** Writes an edited document: blocks nobody touched as they stood in the text, with the blank lines they had, the others anew. */
export class TextPrinter {
  readonly #open: OpenText;
  readonly #lineEnd: string;
  /** Which block of the text a node is; -1 for one that is new or changed. */
  readonly #places = new WeakMap<Node, number>();
  readonly #written = new WeakMap<Node, string>();

  constructor(open: OpenText) {
    this.#open = open;
    this.#lineEnd = open.source.includes('\r\n') ? '\r\n' : '\n';
    open.blocks.forEach(({ node }, place) => this.#places.set(node, place));
  }

  /** CommonMark. Cheap for each key: only the block it changed is written. */
  print(doc: Node): string {
    const { source, blocks, tail } = this.#open;
    if (doc.eq(this.#open.doc)) return source;
    const nodes = doc.children.filter((node) => this.#placeOf(node) >= 0 || !isEmpty(node));
    let out = '';
    let last = '';
    nodes.forEach((node, nth) => {
      const place = this.#placeOf(node);
      const before = nodes[nth - 1];
      const after = nodes[nth + 1];
      if (before) out += this.#between(before, node);
      else out += place === 0 ? (blocks[0]?.before ?? '') : source.startsWith('\uFEFF') ? '\uFEFF' : '';
      last = this.#block(node, before && { node: before, text: last }, after);
      out += last;
    });
    return out === '' ? '' : out + tail;
  }

  /** Undone changes give a node that is like the first, though not the same. */
  #placeOf(node: Node): number {
    const known = this.#places.get(node);
    if (known !== undefined) return known;
    const found = this.#open.blocks.findIndex((block) => block.node.eq(node));
    this.#places.set(node, found);
    return found;
  }

  #between(before: Node, node: Node): string {
    const { blocks } = this.#open;
    const [first, second] = [this.#placeOf(before), this.#placeOf(node)];
    const kept = blocks[second]?.before ?? blocks[first + 1]?.before ?? '';
    const together = first >= 0 && second === first + 1;
    const mayKeep = BLANK_LINE.test(kept) || (before.type.name === 'heading' && kept.includes('\n'));
    return together || ((first >= 0 || second > 0) && mayKeep) ? kept : this.#lineEnd.repeat(2);
  }

  #block(node: Node, before: Written | undefined, after: Node | undefined): string {
    const place = this.#placeOf(node);
    const block = this.#open.blocks[place];
    if (block) {
      const alone: unknown = node.attrs['alone'];
      const sameAround = this.#isNext(place - 1, before?.node) && this.#isNext(place + 1, after);
      return typeof alone === 'string' && !sameAround ? this.#ended(alone) : block.source;
    }
    const signs = this.#signsFor(node, before, after);
    if (signs !== undefined) return this.#ended(writeCommonMark([blockOf(node)], signs));
    const written = this.#written.get(node) ?? this.#ended(writeCommonMark([blockOf(node)]));
    this.#written.set(node, written);
    return written;
  }

  #isNext(place: number, node: Node | undefined): boolean {
    return node === undefined ? this.#open.blocks[place] === undefined : this.#placeOf(node) === place;
  }

  /** Two lists of a kind after one another are one, unless their signs differ. */
  #signsFor(node: Node, before: Written | undefined, after: Node | undefined): ListSigns | undefined {
    const { name } = node.type;
    if (name !== 'bullet_list' && name !== 'ordered_list') return undefined;
    const taken = [before?.node.type.name === name ? signOf(before.text) : undefined];
    if (after?.type.name === name) taken.push(signOf(this.#open.blocks[this.#placeOf(after)]?.source ?? ''));
    if (taken.every((sign) => sign === undefined)) return undefined;
    if (name === 'bullet_list') return { bullet: (['-', '*', '+'] as const).find((sign) => !taken.includes(sign)) ?? '-' };
    return { bulletOrdered: taken.includes('.') ? ')' : '.' };
  }

  #ended(text: string): string {
    return this.#lineEnd === '\n' ? text : text.replaceAll('\n', this.#lineEnd);
  }
}

interface Written {
  readonly node: Node;
  readonly text: string;
}

/** The sign of the list that this text is. */
const signOf = (list: string): string | undefined => /^[ \t]*(?:([-*+])|\d+([.)]))/.exec(list)?.slice(1).find(Boolean);

const isEmpty = (node: Node): boolean => node.isTextblock && node.content.size === 0;
