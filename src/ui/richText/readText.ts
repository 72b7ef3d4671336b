import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import type { Mark } from 'prosemirror-model';
import { type Node } from 'prosemirror-model';
import { markdownOf, readCommonMark } from './commonMark.ts';
import { markType, nodeType, textSchema } from './textSchema.ts';

/** A block of the text as it came. */
export interface SourceBlock {
  readonly node: Node;
  /** Its own lines. */
  readonly source: string;
  /** What stands between it and the block before it (or the beginning). */
  readonly before: string;
}

/** A text that is open in the editor, with where each of its blocks came from: a block nobody touched is given back byte for byte. */
export interface OpenText {
  readonly source: string;
  readonly doc: Node;
  readonly blocks: readonly SourceBlock[];
  /** The blank lines after the last block. */
  readonly tail: string;
}

/** Reads CommonMark into the editor's document. What the editor cannot hold stands there as the Markdown it is. */
export function readText(source: string): OpenText {
  // The reader leaves a byte order mark out of its count.
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  const text = source.slice(start);
  const blocks: SourceBlock[] = [];
  let end = 0;
  for (const block of readCommonMark(text).children) {
    const from = lineStart(text, block.position?.start.offset ?? end, end);
    const to = block.position?.end.offset ?? from;
    const own = text.slice(from, to);
    const [node] = new Reader(text, own).blocks([block]);
    if (!node) continue;
    blocks.push({ node, source: own, before: (end === 0 ? source.slice(0, start) : '') + text.slice(end, from) });
    end = to;
  }
  const children = blocks.map(({ node }) => node);
  const doc = nodeType('doc').create(null, children.length > 0 ? children : [nodeType('paragraph').create()]);
  return { source, doc, blocks, tail: (end === 0 ? source.slice(0, start) : '') + text.slice(end) };
}

/** Blocks that come from elsewhere, e.g. from a paste. */
export const readBlocks = (blocks: readonly RootContent[]): Node[] => new Reader(null, null).blocks(blocks);

/** An indentation is a part of the block, not of what stands between blocks: four spaces are a meaning. */
function lineStart(text: string, at: number, least: number): number {
  let from = at;
  while (from > least && (text[from - 1] === ' ' || text[from - 1] === '\t')) from -= 1;
  return from === least || text[from - 1] === '\n' || text[from - 1] === '\r' ? from : at;
}

class Reader {
  readonly #text: string | null;
  /** The lines of the outermost block, where that is what is read. */
  readonly #own: string | null;

  constructor(text: string | null, own: string | null) {
    this.#text = text;
    this.#own = own;
  }

  blocks(nodes: readonly RootContent[], outermost = true): Node[] {
    return nodes.map((node) => this.#block(node, outermost));
  }

  #block(node: RootContent, outermost: boolean): Node {
    const inside = (children: readonly (BlockContent | DefinitionContent)[]) => {
      const found = this.blocks(children, false);
      return found.length > 0 ? found : [nodeType('paragraph').create()];
    };
    switch (node.type) {
      case 'paragraph':
        return nodeType('paragraph').create(null, this.inline(node.children, []));
      case 'heading':
        return nodeType('heading').create({ level: node.depth }, this.inline(node.children, []));
      case 'blockquote':
        return nodeType('blockquote').create(null, inside(node.children));
      case 'list': {
        const items = node.children.map((item) => this.#item(item, inside));
        const spread = node.spread ?? false;
        return node.ordered === true
          ? nodeType('ordered_list').create({ order: node.start ?? 1, spread }, items)
          : nodeType('bullet_list').create({ spread }, items);
      }
      case 'table':
        return this.#table(node);
      case 'thematicBreak':
        return nodeType('horizontal_rule').create();
      default:
        return this.#raw(node, outermost);
    }
  }

  #item(item: ListItem, inside: (children: ListItem['children']) => Node[]): Node {
    const children = inside(item.children);
    if (children[0]?.type.name !== 'paragraph') children.unshift(nodeType('paragraph').create());
    return nodeType('list_item').create({ spread: item.spread ?? false, checked: item.checked ?? null }, children);
  }

  /** Every row as wide as the widest. */
  #table(table: Table): Node {
    const width = Math.max(1, ...table.children.map(({ children }) => children.length));
    const rows = table.children.map((row, nth) => {
      const type = nodeType(nth === 0 ? 'table_header' : 'table_cell');
      const cells = Array.from({ length: width }, (_, column) =>
        type.create({ align: table.align?.[column] ?? null }, this.inline(row.children[column]?.children ?? [], [])),
      );
      return nodeType('table_row').create(null, cells);
    });
    return nodeType('table').create(null, rows);
  }

  #raw(node: RootContent, outermost: boolean): Node {
    const alone = markdownOf(node, null);
    const source = outermost && this.#own !== null ? this.#own : alone;
    // Code is written anew where other things come to stand around it: indented it would be part of a list, unclosed it would take what follows.
    return nodeType('raw_block').create({ source, alone: node.type === 'code' ? alone : null });
  }

  inline(nodes: readonly PhrasingContent[], marks: readonly Mark[]): Node[] {
    return nodes.flatMap((node) => this.#inline(node, marks));
  }

  #inline(node: PhrasingContent, marks: readonly Mark[]): Node[] {
    const within = (children: readonly PhrasingContent[], mark: Mark) => this.inline(children, mark.addToSet(marks));
    switch (node.type) {
      case 'text':
        return lines(node.value, marks);
      case 'strong':
        return within(node.children, markType('strong').create());
      case 'emphasis':
        return within(node.children, markType('em').create());
      case 'delete':
        return within(node.children, markType('strike').create());
      case 'inlineCode':
        return node.value === '' ? [] : [textSchema.text(node.value, markType('code').create().addToSet(marks))];
      case 'break':
        return [nodeType('hard_break').create(null, null, marks)];
      case 'link':
        return node.children.length === 0
          ? [this.#rawInline(node, marks)]
          : within(node.children, markType('link').create({ href: node.url, title: node.title ?? null }));
      default:
        return [this.#rawInline(node, marks)];
    }
  }

  #rawInline(node: PhrasingContent, marks: readonly Mark[]): Node {
    return nodeType('raw_inline').create({ source: markdownOf(node, this.#text) }, null, marks);
  }
}

function lines(value: string, marks: readonly Mark[]): Node[] {
  return value.split('\n').flatMap((line, place) => {
    const words = line === '' ? [] : [textSchema.text(line, marks)];
    return place === 0 ? words : [nodeType('hard_break').create({ soft: true }, null, marks), ...words];
  });
}
