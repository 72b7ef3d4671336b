// What the editor can hold: CommonMark with GFM tables, and two kinds of nodes for whatever it cannot, which keep their Markdown as it was written.
import { Schema, type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

const textOf = (node: Node): string => String(node.attrs['source']);

const blocks: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  // As the text is shown later: headings inside it stand below the item's own and its sections'.
  heading: {
    attrs: { level: { default: 1 } },
    content: 'inline*',
    group: 'block',
    defining: true,
    parseDOM: [
      { tag: 'h1', attrs: { level: 1 } },
      { tag: 'h5', attrs: { level: 1 } },
      ...['h2', 'h3', 'h4', 'h6'].map((tag) => ({ tag, attrs: { level: 2 } })),
    ],
    toDOM: (node) => [node.attrs['level'] === 1 ? 'h5' : 'h6', 0],
  },
  blockquote: { content: 'block+', group: 'block', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
  bullet_list: {
    attrs: { spread: { default: false } },
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    attrs: { order: { default: 1 }, spread: { default: false } },
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ol', getAttrs: (list) => ({ order: Number(list.getAttribute('start') ?? '1') }) }],
    toDOM: (node) => (node.attrs['order'] === 1 ? ['ol', 0] : ['ol', { start: String(node.attrs['order']) }, 0]),
  },
  list_item: {
    attrs: { spread: { default: false }, checked: { default: null } },
    content: 'paragraph block*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: (node): DOMOutputSpec => (node.attrs['checked'] === null ? ['li', 0] : ['li', { 'data-checked': String(node.attrs['checked']) }, 0]),
  },
  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  raw_block: {
    attrs: { source: {}, alone: { default: null } },
    group: 'block',
    atom: true,
    parseDOM: [{ tag: 'pre[data-raw]', getAttrs: (pre) => ({ source: pre.textContent ?? '' }) }],
    toDOM: (node) => ['pre', { 'data-raw': '' }, textOf(node)],
  },
};

const tables = tableNodes({
  tableGroup: 'block',
  cellContent: 'inline*',
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: (cell) => (cell.style.textAlign === '' ? null : cell.style.textAlign),
      setDOMAttr: (value, attrs) => {
        if (typeof value === 'string') attrs['style'] = `text-align: ${value}`;
      },
    },
  },
});

const inlines: Record<string, NodeSpec> = {
  text: { group: 'inline' },
  // A soft one is a line end in the text, which every printer of ours keeps as well.
  hard_break: {
    attrs: { soft: { default: false } },
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  raw_inline: {
    attrs: { source: {} },
    group: 'inline',
    inline: true,
    atom: true,
    parseDOM: [{ tag: 'code[data-raw]', getAttrs: (code) => ({ source: code.textContent ?? '' }) }],
    toDOM: (node) => ['code', { 'data-raw': '' }, textOf(node)],
  },
};

/** In the order they stand in each other, the outermost first. */
const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: {}, title: { default: null } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (a) => ({ href: a.getAttribute('href'), title: a.getAttribute('title') }) }],
    // A place to write in, not a way out: the address is told, and followed where the text is read.
    toDOM: (mark) => ['a', { href: String(mark.attrs['href']), title: String(mark.attrs['title'] ?? mark.attrs['href']), tabindex: '-1' }, 0],
  },
  strong: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: (b) => (b.style.fontWeight === 'normal' ? false : null) }],
    toDOM: () => ['strong', 0],
  },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
  code: { code: true, parseDOM: [{ tag: 'code:not([data-raw])' }], toDOM: () => ['code', 0] },
};

export const textSchema = new Schema({ nodes: { ...blocks, ...tables, ...inlines }, marks });

/** A kind of node by its name; the names are those above. Throws RangeError for any other. */
export function nodeType(name: string) {
  const type = textSchema.nodes[name];
  if (!type) throw new RangeError(`no node ${name}`);
  return type;
}

/** A kind of mark by its name. Throws RangeError for one that is not above. */
export function markType(name: string) {
  const type = textSchema.marks[name];
  if (!type) throw new RangeError(`no mark ${name}`);
  return type;
}
