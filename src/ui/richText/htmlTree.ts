import type { Element, Nodes } from 'hast';

export const isElement = (node: Nodes): node is Element => node.type === 'element';

/** What stands in the style attribute, "" where there is none. */
export const styleOf = (element: Element): string => String(element.properties['style'] ?? '');

/** All words in an element. */
export function wordsIn(root: Nodes): string {
  let text = '';
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') text += node.value;
    else if ('children' in node) stack.push(...[...node.children].reverse());
  }
  return text;
}
