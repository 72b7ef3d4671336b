import type { Nodes as Html } from 'hast';
import type { Nodes as Markdown } from 'mdast';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** The words and numbers of a text in their order; what stands between them is the printer's own affair. */
export const words = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** The words a reader of HTML is shown, numbers of ordered lists included. */
export function wordsInHtml(html: string): string[] {
  return words(htmlText(unified().use(rehypeParse, { fragment: true }).parse(html)));
}

function htmlText(node: Html): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inside = node.children.filter((child) => child.type !== 'element' || child.tagName !== 'li');
  if (node.type === 'element' && node.tagName === 'ol') {
    const first = Number(node.properties['start'] ?? 1);
    const items = node.children.filter((child) => child.type === 'element' && child.tagName === 'li');
    return items.map((item, place) => `\n${first + place}. ${htmlText(item)}\n`).join('');
  }
  const between = node.type === 'element' && /^(p|div|h\d|td|th|tr|li|ul|table|pre|blockquote|br)$/.test(node.tagName) ? '\n' : '';
  return `${between}${(inside.length === node.children.length ? inside : node.children).map(htmlText).join('')}${between}`;
}

/** The words a reader of rendered CommonMark is shown. */
export function wordsInMarkdown(markdown: string): string[] {
  return words(markdownText(unified().use(remarkParse).use(remarkGfm).parse(markdown)));
}

function markdownText(node: Markdown): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const first = node.type === 'list' && node.ordered ? (node.start ?? 1) : null;
  const parts = node.children.map((child, place) => (first === null ? markdownText(child) : `${first + place}. ${markdownText(child)}`));
  const phrasing = ['paragraph', 'heading', 'tableCell', 'strong', 'emphasis', 'delete', 'link'].includes(node.type);
  return phrasing ? `${parts.join('')}${node.type === 'tableCell' ? '\n' : ''}` : `\n${parts.join('\n')}\n`;
}
