import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { PaperDocument } from '../document/paperDocument.ts';
import { pageStyle } from './pageStyle.ts';

/** Nothing else leaves this printer, whatever the tree holds. */
const schema = {
  tagNames: 'h1 h2 h3 h4 h5 h6 p br strong em del code pre blockquote ul ol li a table thead tbody tr th td'.split(' '),
  attributes: { th: ['scope'], ol: ['start'], a: ['href'] },
  ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  protocols: { href: ['https'] },
  clobber: [],
  strip: ['script', 'style'],
};

const toHtmlTree = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, schema)
  .use(() => (tree: Root) =>
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'th') node.properties['scope'] = 'col';
    }),
  )
  .freeze();
const finish = unified().use(rehypeStringify, { characterReferences: { useNamedReferences: true } }).freeze();

/** A paper as a whole HTML page that stands alone: language, title, headings, its own print style, no scripts and nothing from elsewhere. */
export function printPage(document: PaperDocument): string {
  const { paper } = document;
  const { children } = toHtmlTree.runSync(document) as Root;
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', paper.title),
    h('style', pageStyle(paper)),
  ]);
  const body = h('body', [h('main', children as ElementContent[])]);
  const tree: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang: paper.language === 'da' ? 'da-DK' : 'en-GB' }, [head, body])],
  };
  return `${finish.stringify(tree)}\n`;
}
