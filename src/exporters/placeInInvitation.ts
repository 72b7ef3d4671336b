import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Element, Nodes, Root } from 'hast';
import { BLOCK_ID } from './invitationHtml.ts';

/**
 * Puts our block into the HTML body of an invitation: where an earlier version of it stands, else above the
 * online-meeting block, else at the end. Every other character of the body stays as it was, because a body written
 * back without its join block turns the online meeting off (Graph docs, event-update; gd#9743, gd#16336).
 */
export function placeInInvitation(body: string, block: string): string {
  const tree = unified().use(rehypeParse, { fragment: false }).parse(body);
  const own = find(tree, (node) => typeof node.properties['id'] === 'string' && node.properties['id'].endsWith(BLOCK_ID));
  const ownRange = own ? rangeOf(own) : null;
  if (ownRange) return body.slice(0, ownRange.from) + block + body.slice(ownRange.to);
  const at = startOfJoinBlock(tree) ?? endOfBody(tree) ?? body.length;
  return body.slice(0, at) + block + body.slice(at);
}

/** The addresses that join the online meeting, in the order they stand; what must be the same after a body was written. */
export function joinLinks(body: string): string[] {
  const tree = unified().use(rehypeParse, { fragment: false }).parse(body);
  const links: string[] = [];
  visit(tree, (node) => {
    if (isJoinLink(node)) links.push(String(node.properties['href']));
  });
  return links;
}

/**
 * The join block begins at the line of underscores Teams draws above it, or at the outermost element that holds the
 * join link and stands beside other content of the body.
 */
function startOfJoinBlock(tree: Root): number | null {
  let level: Nodes = find(tree, (node) => node.tagName === 'body') ?? tree;
  for (;;) {
    const children: Nodes[] = 'children' in level ? level.children : [];
    const index = children.findIndex((child) => holdsJoin(child));
    const found = children[index];
    if (!found) return null;
    const before = children.slice(0, index).some((child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''));
    const only = children.filter((child) => child.type === 'element').length === 1;
    if (found.type === 'element' && !before && only) {
      level = found;
      continue;
    }
    return found.position?.start.offset ?? null;
  }
}

function holdsJoin(node: Nodes): boolean {
  if (node.type === 'text') return /_{20,}/.test(node.value);
  if (node.type !== 'element') return false;
  return isJoinLink(node) || node.children.some((child) => holdsJoin(child));
}

function isJoinLink(node: Element): boolean {
  const href = node.properties['href'];
  return node.tagName === 'a' && typeof href === 'string' && /\/meetup-join\/|teams\.microsoft\.com\/meet\//.test(href);
}

function endOfBody(tree: Root): number | null {
  const body = find(tree, (node) => node.tagName === 'body');
  const last = body?.children.at(-1);
  return last?.position?.end.offset ?? null;
}

function find(tree: Nodes, matches: (node: Element) => boolean): Element | null {
  if (tree.type === 'element' && matches(tree)) return tree;
  if (!('children' in tree)) return null;
  for (const child of tree.children) {
    const found = find(child, matches);
    if (found) return found;
  }
  return null;
}

function visit(tree: Nodes, each: (node: Element) => void): void {
  if (tree.type === 'element') each(tree);
  if ('children' in tree) tree.children.forEach((child) => visit(child, each));
}

function rangeOf(node: Element): { from: number; to: number } | null {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  return from === undefined || to === undefined ? null : { from, to };
}
