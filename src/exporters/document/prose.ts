import type { BlockContent, Definition, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent, TableCell, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isHttps } from '../../meeting/linkAddress.ts';
import { withoutHiddenSigns } from '../../meeting/hiddenSigns.ts';
import { isTooHeavy } from '../../meeting/proseBudget.ts';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * What a person wrote, CommonMark with tables, as blocks any printer can print: no raw HTML (its letters stand there as they were typed),
 * no pictures (one fetched from elsewhere would tell its owner who reads, and when), links to https only, definitions and references
 * resolved, headings as bold lines, and every line break kept. A text that would take too long to read stands as it was typed.
 */
export function proseOf(source: string): BlockContent[] {
  // Control characters cannot be told in HTML, and some signs tell a reader what nobody wrote.
  const words = withoutHiddenSigns(source.replace(/\r\n?/g, '\n'));
  if (isTooHeavy(words)) return words.split(/\n{2,}/).flatMap((lines) => paragraphs(broken(lines)));
  const tree = reader.parse(words);
  return new Prose(tree).blocks(tree.children);
}

class Prose {
  readonly #definitions = new Map<string, Definition>();
  readonly #used = new Set<string>();

  constructor(tree: Root) {
    visit(tree, (node: Nodes) => {
      // The first of several definitions counts (CommonMark 0.31, 4.7).
      if (node.type === 'definition' && !this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node);
      if (node.type === 'linkReference' || node.type === 'imageReference') this.#used.add(node.identifier);
    });
  }

  blocks(nodes: readonly RootContent[]): BlockContent[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  #block(node: RootContent): BlockContent[] {
    switch (node.type) {
      case 'paragraph':
        return paragraphs(this.#phrasing(node.children));
      case 'heading':
        return paragraphs([{ type: 'strong', children: this.#phrasing(node.children) }]);
      case 'blockquote':
        return [{ type: 'blockquote', children: this.blocks(node.children) }];
      case 'list': {
        const { ordered, start, spread } = node;
        return [
          {
            type: 'list',
            ordered: ordered ?? false,
            start: start ?? null,
            spread: spread ?? false,
            children: node.children.map((item) => this.#listItem(item)),
          },
        ];
      }
      case 'table':
        return [{ type: 'table', align: node.align ?? [], children: node.children.map((row) => this.#row(row)) }];
      case 'code':
        return [{ type: 'code', value: node.value }];
      case 'html':
        return paragraphs(broken(node.value));
      case 'definition':
        return this.#used.has(node.identifier) ? [] : paragraphs(broken(`[${node.label ?? node.identifier}]: ${node.url}`));
      case 'footnoteDefinition':
        return [...paragraphs(broken(`[^${node.label ?? node.identifier}]:`)), ...this.blocks(node.children)];
      case 'thematicBreak':
        return [];
      default:
        // Phrasing, rows and items never stand among blocks as the reader gives them.
        return [];
    }
  }

  #listItem(item: ListItem): ListItem {
    const box = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : '';
    const children = this.blocks(item.children);
    const [first] = children;
    if (box !== '' && first?.type === 'paragraph') first.children.unshift({ type: 'text', value: box });
    return { type: 'listItem', spread: item.spread ?? false, children };
  }

  #row(row: TableRow): TableRow {
    return { type: 'tableRow', children: row.children.map((cell): TableCell => ({ type: 'tableCell', children: this.#phrasing(cell.children) })) };
  }

  #phrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    return nodes.flatMap((node) => this.#inline(node));
  }

  #inline(node: PhrasingContent): PhrasingContent[] {
    switch (node.type) {
      case 'text':
      case 'html':
        return broken(node.value);
      case 'emphasis':
      case 'strong':
      case 'delete':
        return [{ type: node.type, children: this.#phrasing(node.children) }];
      case 'inlineCode':
        return [{ type: 'inlineCode', value: node.value }];
      case 'break':
        return [{ type: 'break' }];
      case 'link':
        return linked(node.url, this.#phrasing(node.children));
      case 'linkReference':
        return linked(this.#definitions.get(node.identifier)?.url, this.#phrasing(node.children));
      case 'image':
        return linked(node.url, broken(node.alt ?? ''));
      case 'imageReference':
        return linked(this.#definitions.get(node.identifier)?.url, broken(node.alt ?? ''));
      case 'footnoteReference':
        return broken(`[^${node.label ?? node.identifier}]`);
      default:
        return [];
    }
  }
}

const paragraphs = (children: PhrasingContent[]): Paragraph[] => (children.length === 0 ? [] : [{ type: 'paragraph', children }]);

/** Words with their line breaks as breaks. */
function broken(value: string): PhrasingContent[] {
  return value.split('\n').flatMap((line, place): PhrasingContent[] => {
    const words: PhrasingContent[] = line === '' ? [] : [{ type: 'text', value: line }];
    return place === 0 ? words : [{ type: 'break' }, ...words];
  });
}

/** A link where the address is an https one; else its words alone. A link without words shows its address. */
function linked(url: string | undefined, children: PhrasingContent[]): PhrasingContent[] {
  if (url === undefined || !isHttps(url)) return children;
  return [{ type: 'link', url, children: children.length === 0 ? [{ type: 'text', value: url }] : children }];
}
