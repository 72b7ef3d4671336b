import type { List, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** A document as plain text: blocks apart by a blank line, what belongs to an item indented below it. */
export function printPlainText(document: Root): string {
  return `${blocksOf(document.children).join('\n\n')}\n`;
}

function blocksOf(nodes: readonly RootContent[]): string[] {
  return nodes.map(blockOf).filter((block) => block !== '');
}

function blockOf(node: RootContent): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return node.children.map(inlineOf).join('');
    case 'blockquote':
      return indented(blocksOf(node.children).join('\n\n'), '  ');
    case 'list':
      return listOf(node);
    case 'table':
      return node.children.map((row) => row.children.map((cell) => cell.children.map(inlineOf).join('')).join(' · ')).join('\n');
    default:
      return toString(node);
  }
}

function listOf({ ordered, start, spread, children }: List): string {
  const items = children.map((item, place) => {
    const mark = item.data?.item ? '' : ordered ? `${(start ?? 1) + place}. ` : '- ';
    const body = indented(blocksOf(item.children).join('\n'), '  ').trimStart();
    return `${mark}${body}`;
  });
  return items.join(spread ? '\n\n' : '\n');
}

function inlineOf(node: PhrasingContent): string {
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map((child) => inlineOf(child)).join('') : toString(node satisfies Nodes);
}

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
