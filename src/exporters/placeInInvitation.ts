import type { Element, Nodes } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { joinLinksIn } from '../meeting/joinLink.ts';
import { rangeOf, readBody, type Body, type Leaf, type Line } from './bodyLines.ts';
import { wordsOf } from './document/words.ts';
import { joinBlockStart, joins } from './joinBlock.ts';
import { hasOwnWords, ownParts, type OwnPart } from './ownPart.ts';

/** An invitation with the agenda in it, and what that does to what stood there. */
export interface Placed {
  readonly html: string;
  /** Lines that others wrote inside the earlier agenda, and that stand below the new one. */
  readonly kept: readonly string[];
  /** Lines of the earlier agenda that may be somebody's words and go: those of an agenda that does not tell which lines are its own. */
  readonly goes: readonly string[];
}

/**
 * Puts our block into the HTML body of an invitation: where an earlier version of it stands, else above the
 * online-meeting block, else at the end. Every other character of the body stays as it was, because a body written
 * back without its join block turns the online meeting off (Graph docs, event-update; gd#9743, gd#16336).
 */
export function placeInInvitation(body: string, block: string): string {
  return placed(body, block).html;
}

/** The same, telling what was kept and what goes. Whatever somebody wrote inside the earlier agenda stands below the new one. */
export function placed(html: string, block: string): Placed {
  const body = readBody(html);
  const { others, ...first } = placedIn(body, block);
  if (isWhole(html, first.html, others)) return first;
  // Where tags do not match, cutting by places can go wrong: once more in the same body with all tags closed.
  const { others: _others, ...again } = placedIn(readBody(closedTags(body)), block);
  return again;
}

/** The addresses that join the online meeting, in the order they stand; what must mean the same after a body was written. */
export function joinLinks(body: string): string[] {
  return joinLinksIn(body);
}

/** The same, with the lines that must still be there afterwards. */
interface Placing extends Placed {
  readonly others: readonly string[];
}

function placedIn(body: Body, block: string): Placing {
  const next = readBody(block);
  const parts = ownParts(body, next);
  if (parts.length === 0) {
    const start = joinBlockStart(body)?.leaves[0];
    const at = (start && insertionPoint(body, start)) ?? endOfBody(body) ?? body.html.length;
    return { html: body.html.slice(0, at) + block + body.html.slice(at), kept: [], goes: [], others: [] };
  }
  if (parts.length === 1 && parts[0] && saysTheSame(parts[0], next)) return { html: body.html, kept: [], goes: [], others: [] };
  const cuts = parts.flatMap((part) => cutsOf(body, part)).sort((one, other) => one.from - other.from);
  const at = placeOf(body, parts) ?? cuts[0]?.from ?? body.html.length;
  const kept = parts.flatMap(({ theirs }) => theirs.map(({ text }) => text));
  const said = new Set(next.lines.map(({ text }) => text));
  const goes = parts.flatMap(({ exact, ours }) =>
    exact ? [] : ours.map(({ text }) => text).filter((text) => !said.has(text) && !/<http/.test(text)),
  );
  return {
    html: withCuts(body.html, cuts, at, block + (parts.some(hasWordsBetween) ? markOf(next) : '')),
    kept,
    goes: goes.filter((text) => text !== ''),
    others: othersIn(body, parts),
  };
}

/** The lines that nothing is cut out of. */
function othersIn({ lines }: Body, parts: readonly OwnPart[]): string[] {
  const cut = new Set(
    parts.flatMap(({ ours, theirs, links }) => [...ours, ...theirs.filter(({ anchors }) => anchors.some((anchor) => links.includes(anchor)))]),
  );
  return lines.flatMap((line) => (line.text === '' || cut.has(line) ? [] : [line.text]));
}

/** Does this very agenda stand there, with nothing of anybody else in it? Then there is nothing to write, and nothing to send. */
function saysTheSame({ ours, theirs, exact }: OwnPart, { lines }: Body): boolean {
  // A line's text tells where its links lead, too.
  const said = (all: readonly Line[]) => all.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n');
  return exact && theirs.length === 0 && said(ours) === said(lines);
}

/** Did somebody write above what is the agenda's last line? What stands below it is below it afterwards, and needs no word. */
function hasWordsBetween({ ours, theirs }: OwnPart): boolean {
  const places = (lines: readonly Line[]) =>
    lines.filter(({ text }) => text !== '').map(({ leaves }) => (leaves[0] && rangeOf(leaves[0])?.from) ?? 0);
  const last = Math.max(...places(ours));
  // Above the agenda they stay above it where the frame holds more than the agenda.
  const first = theirs.some(joins) ? Math.min(...places(ours)) : 0;
  return places(theirs).some((place) => place >= first && place < last);
}

/** The line above words that were found inside the earlier agenda. */
function markOf(block: Body): string {
  const language = find(block.root, (node) => node.properties['lang'] === 'en') ? 'en' : 'da';
  return `<p style="margin:12px 0 4px"><em>${wordsOf(language).writtenInAgenda}</em></p>`;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  /** What stands there instead, so that words on both sides do not run together. */
  readonly instead: string;
}

/** What has to go so that nothing of ours is left and all of theirs is. */
function cutsOf(body: Body, part: OwnPart): Cut[] {
  const ours = new Set<Leaf>(part.ours.flatMap(({ leaves }) => leaves));
  const links = new Set<Element>(part.links);
  const cuts: Cut[] = [];
  const cut = (from: number | undefined, to: number | undefined, instead = '') => {
    if (from !== undefined && to !== undefined && to > from) cuts.push({ from, to, instead });
  };
  const prune = (node: Nodes): void => {
    const range = rangeOf(node);
    if (ours.has(node as Leaf)) return cut(range?.from, range?.to, node.type === 'text' && !/\S/.test(node.value) ? node.value : '');
    if (node.type === 'root') return node.children.forEach(prune);
    if (node.type !== 'element') return;
    if (range && mayGo(node, part) && isOurs(node, ours)) return cut(range.from, range.to, standsInWords(body, node) ? '<br>' : '');
    if (links.has(node) && hasOwnWords(node)) return cut(range?.from, range?.to);
    const { opening, closing } = node.data?.position ?? {};
    // What stays of a frame is not ours any more.
    if (node === part.frame) cut(opening?.start.offset, opening?.end.offset, withoutId(body.html.slice(opening?.start.offset, opening?.end.offset)));
    if (links.has(node)) {
      cut(opening?.start.offset, opening?.end.offset);
      cut(closing?.start.offset, closing?.end.offset);
    }
    node.children.forEach(prune);
  };
  prune(body.root);
  return cuts;
}

const withoutId = (tag: string): string => tag.replace(/\sid\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/i, '');

/** Cells and rows that are there for the layout stay, and so does the body; a row that is a line of ours goes as a whole. */
function mayGo(node: Element, part: OwnPart): boolean {
  if (/^(html|body|head)$/.test(node.tagName)) return false;
  if (/^(td|th)$/.test(node.tagName)) return false;
  return node.tagName !== 'tr' || part.ours.some(({ row }) => row === node);
}

/** Is there something of ours in it and nothing of anybody else's? */
function isOurs(node: Element, ours: ReadonlySet<Leaf>): boolean {
  let some = false;
  const all = (inner: Nodes): boolean => {
    if (ours.has(inner as Leaf)) return (some = true);
    if (inner.type === 'text') return !/\S/.test(inner.value);
    if (inner.type !== 'element') return true;
    if (/^(img|svg|picture|video|audio|iframe|object|embed|input|canvas)$/.test(inner.tagName)) return false;
    return inner.children.every((child) => all(child));
  };
  return node.children.every((child) => all(child)) && some;
}

/** Does the element stand beside bare words? Taken away, they would run together. */
function standsInWords(body: Body, node: Element): boolean {
  return (
    /^(div|p|table|h\d|ul|ol|blockquote)$/.test(node.tagName) &&
    (body.parentOf(node)?.children ?? []).some((child) => child.type === 'text' && /\S/.test(child.value))
  );
}

/** Where the new agenda goes: where the first of the earlier ones begins, outside whatever a block may not stand in. */
function placeOf(body: Body, parts: readonly OwnPart[]): number | null {
  const points = parts.flatMap((part) => {
    // A frame that has come to stand around more than the agenda, even around the join block, is no place to begin at.
    const whole = part.frame !== null && !part.theirs.some(joins);
    const lines = part.ours.some(({ text }) => text !== '') ? part.ours.filter(({ text }) => text !== '') : part.theirs;
    const starts: readonly Nodes[] =
      whole && part.frame ? [part.frame] : lines.flatMap(({ row, leaves }): readonly Nodes[] => (row ? [tableOf(body, row)] : leaves));
    return starts.flatMap((start) => insertionPoint(body, start) ?? []);
  });
  return points.length === 0 ? null : Math.min(...points);
}

/** A row goes, or stays with its table: the agenda stands above that in any case. */
function tableOf(body: Body, row: Element): Nodes {
  for (let at: Nodes | null = row; at !== null; at = body.parentOf(at)) if (at.type === 'element' && at.tagName === 'table') return at;
  return row;
}

const MAY_HOLD_A_BLOCK = new Set('body div td th li blockquote section article main center'.split(' '));

/** Before this node, and before all it is the beginning of, at a place where a block may stand. */
function insertionPoint(body: Body, node: Nodes): number | null {
  let found: number | null = null;
  for (let at: Nodes = node; ;) {
    const parent = body.parentOf(at);
    if (parent === null || (at.type === 'element' && at.tagName === 'body')) return found;
    const from = rangeOf(at)?.from;
    const flows = parent.type === 'root' || MAY_HOLD_A_BLOCK.has(parent.tagName);
    if (flows && from !== undefined) found = from;
    if (flows && found !== null && !begins(parent, at)) return found;
    at = parent;
  }
}

/** Is nothing but space before it in what it stands in, which is there for it alone? */
function begins(parent: Nodes, node: Nodes): boolean {
  if (!('children' in parent) || (parent.type === 'element' && /^(body|td|th|li)$/.test(parent.tagName))) return false;
  const before = parent.children.slice(0, parent.children.indexOf(node as Element));
  return before.every((child) => child.type === 'comment' || (child.type === 'text' && !/\S/.test(child.value)));
}

function withCuts(html: string, cuts: readonly Cut[], at: number, block: string): string {
  let result = '';
  let done = 0;
  let put = false;
  const place = () => {
    if (!put) result += block;
    put = true;
  };
  for (const { from, to, instead } of cuts) {
    if (from < done) continue;
    if (at <= from && !put) {
      result += html.slice(done, Math.max(done, at));
      done = Math.max(done, at);
      place();
    }
    result += html.slice(done, from) + instead;
    done = to;
  }
  if (!put) {
    result += html.slice(done, Math.max(done, at));
    done = Math.max(done, at);
    place();
  }
  return result + html.slice(done);
}

function endOfBody(body: Body): number | null {
  const holder = find(body.root, (node) => node.tagName === 'body');
  const last = holder?.children.at(-1);
  return (last && rangeOf(last)?.to) ?? null;
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

/** Are all lines that were not ours still there, and every join link? */
function isWhole(before: string, html: string, others: readonly string[]): boolean {
  const lines = new Set(readBody(html).lines.map(({ text }) => text));
  return others.every((line) => lines.has(line)) && joinLinks(before).every((link) => html.includes(link) || joinLinks(html).includes(link));
}

function closedTags({ root }: Body): string {
  return unified().use(rehypeStringify, { allowDangerousHtml: true }).stringify(root);
}
