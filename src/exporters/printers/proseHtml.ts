import type { Element, Root } from 'hast';
import type { Root as Tree } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

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
  .use(
    () => (tree: Root) =>
      visit(tree, 'element', (node: Element) => {
        if (node.tagName === 'th') node.properties['scope'] = 'col';
      }),
  )
  .freeze();
const finish = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/** A tree as clean HTML: text, headings, lists, tables and https links, nothing else. */
export const htmlTreeOf = (tree: Tree): Root => toHtmlTree.runSync(tree) as Root;

export const stringifyHtml = (tree: Root): string => finish.stringify(tree);
