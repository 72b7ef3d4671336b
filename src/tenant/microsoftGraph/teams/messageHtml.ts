import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Element, Root, RootContent } from 'hast';

/**
 * The tags a channel message keeps. No normative list exists; the closest page (bot text formats) calls headings, rules
 * and tables unsupported, so they lose their tags and keep their text here. To be confirmed on a real tenant.
 */
const kept = [
  'p',
  'div',
  'br',
  'span',
  'strong',
  'b',
  'em',
  'i',
  'u',
  's',
  'strike',
  'del',
  'a',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'code',
  'img',
  'at',
  'attachment',
  'emoji',
];

const cleaner = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeSanitize, {
    tagNames: kept,
    attributes: {
      a: ['href', 'title', 'target', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'style'],
      at: ['id'],
      attachment: ['id'],
      emoji: ['id', 'alt', 'title'],
      ol: ['start'],
    },
    protocols: { href: ['http', 'https', 'mailto', 'tel', 'msteams'], src: ['http', 'https'] },
    strip: ['script', 'style', 'iframe', 'object', 'embed', 'form', 'head', 'title'],
    clobber: [],
  })
  .use(rehypeStringify)
  .freeze();

export interface MessageHtml {
  html: string;
  /** Ids of `<attachment id>` and `<at id>` in the text. */
  attachments: string[];
  mentions: string[];
}

export function readMessageHtml(content: string): MessageHtml {
  const tree = cleaner.runSync(cleaner.parse(content)) as Root;
  const found: MessageHtml = { html: cleaner.stringify(tree), attachments: [], mentions: [] };
  const visit = (node: Root | RootContent): void => {
    if (node.type !== 'root' && node.type !== 'element') return;
    if (node.type === 'element') note(node, found);
    node.children.forEach(visit);
  };
  visit(tree);
  return found;
}

function note(element: Element, found: MessageHtml): void {
  const id = element.properties['id'];
  if (element.tagName === 'attachment') found.attachments.push(String(id ?? ''));
  if (element.tagName === 'at') found.mentions.push(String(id ?? ''));
}
