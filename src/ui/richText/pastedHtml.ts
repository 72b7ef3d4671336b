// What was copied in Word, Outlook or on a page, as CommonMark's tree. The HTML is parsed and never put into the page. Word's lists are paragraphs
// with a level in their style and their sign in the text; headings may be paragraphs of a class; a table may stand in a cell.
import type { Element, ElementContent, Root as HtmlRoot, RootContent } from 'hast';
import type { List, Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isHttps } from '../../meeting/linkAddress.ts';
import { withoutHiddenSigns } from '../../meeting/hiddenSigns.ts';
import { isElement, styleOf, wordsIn } from './htmlTree.ts';
import { signElement, withWordLists } from './wordLists.ts';

const DROPPED = new Set(
  'script style head title meta link noscript template svg iframe object button input select textarea img video audio xml'.split(' '),
);
const BLOCKS = new Set('p div li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote'.split(' '));
/** Deeper than any paper; what stands deeper is flattened to its words. */
const DEEPEST = 100;

/** Pasted HTML as blocks. Throws RangeError where elements stand in each other without end. */
export function blocksOfHtml(html: string): Root['children'] {
  const tree = unified().use(rehypeParse, { fragment: false }).parse(html);
  tree.children = tidied(tree.children, 0) as RootContent[];
  const root = unified()
    .use(rehypeRemark, { newlines: false, document: true })
    .runSync(tree as HtmlRoot) as unknown as Root;
  visit(root, 'list', tighten);
  return root.children.filter((block) => block.type !== 'thematicBreak' || root.children.length > 1);
}

/** Items of one paragraph each follow each other without blank lines, however their HTML was put. */
function tighten(list: List): void {
  const isTight = list.children.every((item) => item.children.every((child, place) => place === 0 || child.type === 'list'));
  if (!isTight) return;
  list.spread = false;
  for (const item of list.children) item.spread = false;
}

type Child = RootContent | ElementContent;

function tidied(children: readonly Child[], depth: number): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const child of children) {
    if (child.type === 'text') kept.push({ type: 'text', value: withoutHiddenSigns(child.value) });
    if (!isElement(child) || DROPPED.has(child.tagName) || isHidden(child)) continue;
    if (depth > DEEPEST) kept.push({ type: 'text', value: wordsIn(child) });
    else kept.push(...tidiedElement(child, depth));
  }
  return withWordLists(kept);
}

function tidiedElement(element: Element, depth: number): ElementContent[] {
  const children = tidied(element.children, depth + 1);
  const own = { ...element, children };
  switch (element.tagName) {
    case 'html':
    case 'body':
      return children;
    case 'table':
      if (isFrame(own)) return cellsOf(own).flatMap((cell) => cell.children);
      // The first row of Markdown's tables is their head, whether the table has one or not.
      rowsOf(own)[0]
        ?.children.filter(isCell)
        .forEach((cell) => Object.assign(cell, { tagName: 'th' }));
      cellsOf(own).forEach((cell) => Object.assign(cell, { children: oneLine(cell.children) }));
      return [own];
    case 'a': {
      const { href } = element.properties;
      return typeof href === 'string' && isHttps(href) ? [own] : children;
    }
    case 'p':
    case 'div':
      return isBlank(own) && !hasBlocks(own) ? [] : [asHeading(own)];
    case 'b':
    case 'strong':
      return /(?<![-\w])font-weight:\s*(normal|400)/i.test(styleOf(element)) ? children : emphasised(children, { ...element, tagName: 'strong' });
    case 'span':
    case 'font':
      return [signElement(own) ?? inStyle(children, styleOf(element))].flat();
    default:
      return [own];
  }
}

/** One cell, or one column, is a frame that somebody put around a text, as in a newsletter. */
function isFrame(table: Element): boolean {
  const rows = rowsOf(table);
  return rows.every((row) => row.children.filter((cell) => isCell(cell)).length <= 1);
}

const isCell = (node: ElementContent): node is Element => isElement(node) && (node.tagName === 'td' || node.tagName === 'th');
const cellsOf = (table: Element): Element[] => rowsOf(table).flatMap((row) => row.children.filter(isCell));

/** A cell of Markdown is one line: paragraphs, items and rows in it come after one another. */
function oneLine(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (child.tagName === 'br') return [{ type: 'text', value: ' ' }];
    const inner = oneLine(child.children);
    if (/^(?:td|th|tbody|thead|tfoot|colgroup)$/.test(child.tagName) || BLOCKS.has(child.tagName))
      return [{ type: 'text', value: ' ' }, ...inner, { type: 'text', value: ' ' }];
    return [{ ...child, children: inner }];
  });
}

/** The rows of this table, not of one in it. */
function rowsOf(table: Element): Element[] {
  return table.children.filter(isElement).flatMap((child) => (child.tagName === 'tr' ? [child] : isCell(child) ? [] : rowsOf(child)));
}

function asHeading(element: Element): Element {
  const name = [element.properties['className']].flat().join(' ');
  const level = /mso-outline-level:\s*([1-6])/i.exec(styleOf(element))?.[1] ?? /\b(?:MsoHeading|Heading|Overskrift)([1-6])\b/i.exec(name)?.[1];
  if (/\bMsoTitle\b/.test(name)) return { ...element, tagName: 'h1', properties: {} };
  return level === undefined || isBlank(element) ? element : { ...element, tagName: `h${level}`, properties: {} };
}

function inStyle(children: ElementContent[], style: string): ElementContent[] {
  let inner = children;
  if (/(?<![-\w])font-style:\s*italic/i.test(style)) inner = emphasised(inner, made('em'));
  if (/text-decoration:[^;]*line-through/i.test(style)) inner = emphasised(inner, made('del'));
  if (/(?<![-\w])font-weight:\s*(bold|[6-9]00)/i.test(style)) inner = emphasised(inner, made('strong'));
  return inner;
}

const made = (tagName: string): Element => ({ type: 'element', tagName, properties: {}, children: [] });

/** A mark around words; around none, or around whole paragraphs, there is nothing to mark. */
function emphasised(children: ElementContent[], mark: Element): ElementContent[] {
  if (children.every((child) => child.type === 'text' && child.value.trim() === '') || children.some(isBlock)) return children;
  return [{ ...mark, children }];
}

const isBlock = (node: ElementContent): boolean => isElement(node) && BLOCKS.has(node.tagName);
const hasBlocks = (element: Element): boolean => element.children.some((child) => isElement(child) && (isBlock(child) || hasBlocks(child)));
const isBlank = (element: Element): boolean => wordsIn(element).trim() === '';

function isHidden(element: Element): boolean {
  return element.properties['hidden'] === true || /display:\s*none|mso-hide:\s*all/i.test(styleOf(element));
}
