import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent, TableRow, Text } from 'mdast';
import type { Mark, Node } from 'prosemirror-model';

/** A block of the editor's document as CommonMark's tree. */
export function blockOf(node: Node): RootContent {
  switch (node.type.name) {
    case 'heading': {
      const level: unknown = node.attrs['level'];
      const depth = ([1, 2, 3, 4, 5, 6] as const).find((one) => one === level) ?? 1;
      return { type: 'heading', depth, children: phrasing(node, 'oneLine') };
    }
    case 'blockquote':
      return { type: 'blockquote', children: blocksIn(node) };
    case 'bullet_list':
      return { type: 'list', ordered: false, spread: node.attrs['spread'] === true, children: node.children.map(itemOf) };
    case 'ordered_list':
      return {
        type: 'list',
        ordered: true,
        start: Number(node.attrs['order']),
        spread: node.attrs['spread'] === true,
        children: node.children.map(itemOf),
      };
    case 'table':
      return { type: 'table', align: alignOf(node), children: node.children.map(rowOf) };
    case 'horizontal_rule':
      return { type: 'thematicBreak' };
    case 'raw_block':
      // The only node that is written letter by letter.
      return { type: 'html', value: String(node.attrs['alone'] ?? node.attrs['source']) };
    default:
      return { type: 'paragraph', children: phrasing(node, 'lines') };
  }
}

function blocksIn(node: Node): (BlockContent | DefinitionContent)[] {
  return node.children.filter((child) => !(child.isTextblock && child.content.size === 0)).map(blockOf) as (BlockContent | DefinitionContent)[];
}

function itemOf(node: Node): ListItem {
  const checked: unknown = node.attrs['checked'];
  return {
    type: 'listItem',
    spread: node.attrs['spread'] === true,
    checked: typeof checked === 'boolean' ? checked : null,
    children: blocksIn(node),
  };
}

function rowOf(row: Node): TableRow {
  return { type: 'tableRow', children: row.children.map((cell) => ({ type: 'tableCell', children: phrasing(cell, 'oneLine') })) };
}

function alignOf(table: Node): ('left' | 'right' | 'center' | null)[] {
  return (table.firstChild?.children ?? []).map(({ attrs }) => {
    const align: unknown = attrs['align'];
    return align === 'left' || align === 'right' || align === 'center' ? align : null;
  });
}

/** Headings and cells have one line in CommonMark: a line break in them is a space. White space at either end means nothing and is left out. */
function phrasing(node: Node, breaks: 'lines' | 'oneLine'): PhrasingContent[] {
  const children = node.children.map((child) => ({ child, marks: child.marks }));
  return trimmed(nested(children, breaks)).inner;
}

interface Run {
  readonly child: Node;
  /** Those that do not stand around it yet. */
  readonly marks: readonly Mark[];
}

function nested(runs: readonly Run[], breaks: 'lines' | 'oneLine'): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let at = 0; at < runs.length;) {
    const run = runs[at];
    if (!run) break;
    const [mark] = run.marks;
    if (!mark) {
      out.push(leafOf(run.child, breaks));
      at += 1;
      continue;
    }
    let end = at;
    while (runs[end]?.marks.some((other) => other.eq(mark))) end += 1;
    const within = runs.slice(at, end).map(({ child, marks }) => ({ child, marks: marks.filter((other) => !other.eq(mark)) }));
    out.push(...wrapped(mark, within, breaks));
    at = end;
  }
  return joined(out);
}

/** White space stands outside of marks: "**ord **" is no bold in CommonMark. */
function wrapped(mark: Mark, runs: readonly Run[], breaks: 'lines' | 'oneLine'): PhrasingContent[] {
  if (mark.type.name === 'code') return [{ type: 'inlineCode', value: runs.map(({ child }) => child.text ?? ' ').join('') }];
  const { before, inner, after } = trimmed(nested(runs, breaks));
  const around = (text: string): Text[] => (text === '' ? [] : [{ type: 'text', value: text }]);
  return [...around(before), ...(inner.length === 0 ? [] : [markedOf(mark, inner)]), ...around(after)];
}

function markedOf(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  switch (mark.type.name) {
    case 'strong':
      return { type: 'strong', children };
    case 'em':
      return { type: 'emphasis', children };
    case 'strike':
      return { type: 'delete', children };
    default: {
      const { href, title } = mark.attrs as { readonly href: unknown; readonly title: unknown };
      const [only] = children;
      // An address that is its own words is read as a link where it stands bare, too.
      if (children.length === 1 && only?.type === 'text' && title === null && BARE.test(only.value) && isBareAddress(only.value, String(href)))
        return only;
      return { type: 'link', url: String(href), title: typeof title === 'string' ? title : null, children };
    }
  }
}

/** An address with neither white space nor signs that CommonMark or the end of a sentence could take from it. */
const BARE = /^[\w.+@:/%-]*[\w/]$/;
const isBareAddress = (words: string, href: string): boolean =>
  (/^https?:\/\/|^mailto:/.test(words) && href === words) || href === `mailto:${words}` || href === `http://${words}`;

function leafOf(node: Node, breaks: 'lines' | 'oneLine'): PhrasingContent {
  if (node.type.name === 'raw_inline') return { type: 'html', value: String(node.attrs['source']) };
  if (node.type.name !== 'hard_break') return { type: 'text', value: node.text ?? '' };
  if (breaks === 'oneLine') return { type: 'text', value: ' ' };
  return node.attrs['soft'] === true ? { type: 'text', value: '\n' } : { type: 'break' };
}

function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text') out[out.length - 1] = { type: 'text', value: last.value + node.value };
    else out.push(node);
  }
  return out;
}

function trimmed(nodes: readonly PhrasingContent[]): { readonly before: string; readonly inner: PhrasingContent[]; readonly after: string } {
  const inner = [...nodes];
  let [before, after] = ['', ''];
  for (let first = inner[0]; first?.type === 'text' || first?.type === 'break'; first = inner[0]) {
    const value = first.type === 'text' ? first.value : '\n';
    const rest = value.replace(/^[ \t\n]+/, '');
    before += value.slice(0, value.length - rest.length);
    if (rest === '') inner.shift();
    else {
      inner[0] = { type: 'text', value: rest };
      break;
    }
  }
  for (let last = inner.at(-1); last?.type === 'text' || last?.type === 'break'; last = inner.at(-1)) {
    const value = last.type === 'text' ? last.value : '\n';
    const rest = value.replace(/[ \t\n]+$/, '');
    after = value.slice(rest.length) + after;
    if (rest === '') inner.pop();
    else {
      inner[inner.length - 1] = { type: 'text', value: rest };
      break;
    }
  }
  return { before, inner, after };
}
