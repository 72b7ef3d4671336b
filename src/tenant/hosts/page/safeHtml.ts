const keptTags = new Set(
  'a abbr b blockquote br caption code col colgroup dd del div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small span strike strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
const droppedWhole = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
  'title',
  'meta',
  'link',
  'form',
  'input',
  'button',
  'select',
  'textarea',
]);
const keptAttributes: Record<string, readonly string[]> = {
  '*': ['title', 'dir', 'lang', 'id', 'class'],
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  td: ['colspan', 'rowspan', 'align', 'valign', 'width'],
  th: ['colspan', 'rowspan', 'align', 'valign', 'width', 'scope'],
  table: ['border', 'cellpadding', 'cellspacing', 'width', 'align', 'role'],
  ol: ['start', 'type'],
  li: ['value'],
  font: ['color', 'face', 'size'],
  col: ['width'],
};
const keptStyles =
  /^(color|background(-color)?|font(-(size|weight|style|family|variant-numeric))?|text-(align|decoration|indent|transform)|line-height|white-space|vertical-align|letter-spacing|(min-|max-)?(width|height)|(margin|padding|border)(-(top|right|bottom|left))?(-(color|style|width))?|border-(collapse|spacing|radius)|list-style(-type)?|display)$/;

/**
 * HTML from a mailbox or a channel made harmless: unknown elements are replaced by their contents, active ones go
 * with everything in them, links keep only web and mail addresses and open in a new browser tab.
 * Classes and ids stay, since Teams recognises its own join block by them.
 */
export function safeHtml(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  fragment.append(...[...parsed.body.childNodes].flatMap(cleaned));
  return fragment;
}

/** The same as HTML text. */
export function safeHtmlText(html: string): string {
  const holder = document.createElement('div');
  holder.append(safeHtml(html));
  return holder.innerHTML;
}

/** What a reader would see of some HTML, as plain text with line breaks. */
export function htmlAsText(html: string): string {
  const holder = document.createElement('div');
  holder.append(safeHtml(html));
  holder.querySelectorAll('br').forEach((line) => line.replaceWith('\n'));
  holder.querySelectorAll('p,div,li,tr,h1,h2,h3,h4,h5,h6,hr').forEach((block) => block.append('\n'));
  return (holder.textContent ?? '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function cleaned(node: ChildNode): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
  if (!(node instanceof HTMLElement)) return [];
  const tag = node.localName;
  if (droppedWhole.has(tag)) return [];
  const children = [...node.childNodes].flatMap(cleaned);
  if (!keptTags.has(tag)) return children;
  const kept = document.createElement(tag);
  for (const name of [...(keptAttributes['*'] ?? []), ...(keptAttributes[tag] ?? [])]) {
    const value = node.getAttribute(name);
    if (value !== null && isHarmless(tag, name, value)) kept.setAttribute(name, value);
  }
  for (const property of node.style) {
    const value = node.style.getPropertyValue(property);
    if (keptStyles.test(property) && !/url\s*\(|expression/i.test(value)) kept.style.setProperty(property, value);
  }
  if (tag === 'a' && kept.hasAttribute('href')) {
    kept.setAttribute('target', '_blank');
    kept.setAttribute('rel', 'noopener noreferrer');
  }
  kept.append(...children);
  return [kept];
}

function isHarmless(tag: string, name: string, value: string): boolean {
  if (tag === 'a' && name === 'href') return /^(https?:|mailto:|tel:)/i.test(value.trim());
  if (tag === 'img' && name === 'src') return /^(https:|data:image\/(png|jpeg|gif|webp);)/i.test(value.trim());
  return true;
}
