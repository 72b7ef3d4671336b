import type { Element, Nodes } from 'hast';
import { agendaQueries } from '../meeting/agendaAddress.ts';
import { isJoinLink } from '../meeting/joinLink.ts';
import { unwrapped } from '../meeting/mailedAddress.ts';
import { hrefOf, wordsOf, type Body, type Line } from './bodyLines.ts';
import { wordsOf as wordsIn } from './document/words.ts';
import { signOf, signsIn } from './fingerprint.ts';
import { BLOCK_ID } from './blockId.ts';

/** An agenda of ours that stands in an invitation. */
export interface OwnPart {
  /** The element that still has our id; null where a mail program took it away. */
  readonly frame: Element | null;
  /** What we wrote: it goes when a new agenda takes its place. */
  readonly ours: readonly Line[];
  /** What others wrote in between: it stays. */
  readonly theirs: readonly Line[];
  /** Links of ours in lines of theirs. */
  readonly links: readonly Element[];
  /** Can we tell exactly what is ours? Not in an agenda from before its link told. */
  readonly exact: boolean;
}

/** A link of ours and what it tells. */
interface OwnLink {
  readonly element: Element;
  readonly at: number;
  /** Site and meeting. */
  readonly meeting: string;
  readonly signs: readonly string[];
}

/** Where a link leads, out of what mail gateways wrapped around it. */
const addressOf = (anchor: Element): string => unwrapped(hrefOf(anchor));

const LINK_WORDS = new Set([wordsIn('da').openAgenda, wordsIn('en').openAgenda]);
const TITLE = /^(dagsorden|program|agenda)/i;

/**
 * The agendas of ours in a body, by the id of the element around them, and where that is gone by their link and what stands above it.
 * Those of this meeting; where there are none, those of another: a copied meeting brings its invitation along.
 * @param block the agenda that is to be placed
 */
export function ownParts(body: Body, block: Body): OwnPart[] {
  const links = ownLinks(body);
  const meeting = ownLinks(block)[0]?.meeting ?? null;
  const frames = framesIn(body.root);
  // A frame that was cut in two has its link in one half.
  const mySigns = links.filter((link) => link.meeting === meeting).flatMap(({ signs }) => signs);
  const found = [...frames.map((frame) => framed(body, frame, links, mySigns)), ...unframed(body, frames, links)];
  const mine = found.filter((part) => part.meeting === null || part.meeting === meeting);
  const parts = (mine.length > 0 ? mine : found.filter(({ whole }) => whole)).map(({ part }) => part);
  return parts.length > 0 ? parts : byShape(body, block);
}

/** Without id and link: the same title right above rows of a table. Only what the new agenda says itself is ours there. */
function byShape({ lines }: Body, block: Body): OwnPart[] {
  const said = new Set(block.lines.map(({ text }) => text).filter((text) => text !== ''));
  const [title] = said;
  const at = lines.findIndex((line) => line.text === title);
  const words = at < 0 ? [] : lines.slice(at + 1).filter(({ text }) => text !== '');
  if (!words[0]?.row) return [];
  const end = words.find(({ row, text }) => row === null && !said.has(text));
  const region = lines.slice(at, end ? lines.indexOf(end) : lines.length);
  const isOurs = ({ text, anchors }: Line): boolean => (text === '' || said.has(text)) && anchors.length === 0;
  return [{ frame: null, ours: region.filter(isOurs), theirs: region.filter((line) => !isOurs(line)), links: [], exact: true }];
}

interface Found {
  readonly meeting: string | null;
  /** More than a link, which may stand alone in somebody's text. */
  readonly whole: boolean;
  readonly part: OwnPart;
}

function ownLinks(body: Body): OwnLink[] {
  return body.lines.flatMap((line, at) =>
    line.anchors.flatMap((element) => {
      const query = agendaQueries(addressOf(element)).find((read) => read.has('k'));
      return query ? [{ element, at, meeting: `${query.get('s') ?? ''} ${(query.get('k') ?? '').slice(0, 32)}`, signs: signsIn(query) }] : [];
    }),
  );
}

/** Mail programs put a prefix before ids ("x_"), once for each time a mail is passed on. */
function framesIn(node: Nodes): Element[] {
  if (node.type === 'element' && typeof node.properties['id'] === 'string' && node.properties['id'].endsWith(BLOCK_ID)) return [node];
  return 'children' in node ? node.children.flatMap((child) => framesIn(child)) : [];
}

function framed(body: Body, frame: Element, links: readonly OwnLink[], mySigns: readonly string[]): Found {
  const inside = body.lines.filter((line) => line.leaves.some((leaf) => isIn(body, leaf, frame)));
  const own = links.filter(({ element }) => isIn(body, element, frame));
  const told = own.find(({ signs }) => signs.length > 0);
  return { meeting: own[0]?.meeting ?? null, whole: true, part: sorted(frame, inside, told?.signs ?? (own.length === 0 ? mySigns : []), own) };
}

function isIn(body: Body, node: Nodes, frame: Element): boolean {
  for (let at: Nodes | null = node; at !== null; at = body.parentOf(at)) if (at === frame) return true;
  return false;
}

/** Agendas whose id is gone: from their title down to their link, and on to the last line that is surely ours. */
function unframed(body: Body, frames: readonly Element[], links: readonly OwnLink[]): Found[] {
  const found: Found[] = [];
  let taken = -1;
  for (const link of links) {
    if (link.at <= taken || frames.some((frame) => isIn(body, link.element, frame))) continue;
    const from = titleAbove(body, link, taken);
    if (from === null) continue;
    let to = link.at;
    while (to + 1 < body.lines.length && follows(body.lines, to + 1, link)) to += 1;
    taken = to;
    const region = body.lines.slice(from, to + 1);
    const own = links.filter(({ at, meeting }) => at >= from && at <= to && meeting === link.meeting);
    found.push({ meeting: link.meeting, whole: from < link.at, part: sorted(null, region, link.signs, own) });
  }
  return found;
}

/** Where the agenda of a link begins; null for a link that stands alone in somebody's text. */
function titleAbove({ lines }: Body, { at, element, signs }: OwnLink, taken: number): number | null {
  const ownWords = LINK_WORDS.has(wordsOf(element));
  const known = new Set(signs);
  let first: number | null = null;
  for (let above = at - 1; above > taken; above -= 1) {
    const line = lines[above];
    if (!line || line.text === '' || line.anchors.some((anchor) => agendaQueries(addressOf(anchor)).length > 0)) continue;
    if (signs.length === 0) {
      if (ownWords && TITLE.test(line.text) && line.row === null) return above;
      continue;
    }
    const sign = signOf(line.text);
    if (sign === signs[0]) return above;
    if (known.has(sign)) first = above;
  }
  // Its title was changed or taken away: it begins with the first line that is ours. With none left, the link alone is.
  return first ?? (ownWords && signs.length > 0 ? at : null);
}

function follows(lines: readonly Line[], from: number, { signs }: OwnLink): boolean {
  if (signs.length === 0) return false;
  for (const line of lines.slice(from)) if (line.text !== '') return signs.includes(signOf(line.text));
  return false;
}

function sorted(frame: Element | null, region: readonly Line[], signs: readonly string[], links: readonly OwnLink[]): OwnPart {
  const own = new Set(links.map(({ element }) => element));
  const known = new Set(signs);
  const exact = known.size > 0;
  const isOurs = (line: Line): boolean => {
    if (line.anchors.some((anchor) => isJoinLink(hrefOf(anchor)))) return false;
    if (line.text === '' || isLinkLine(line, own)) return true;
    return exact ? known.has(signOf(line.text)) : line.row !== null || line.heading !== null || TITLE.test(line.text);
  };
  const theirs = region.filter((line) => !isOurs(line));
  return {
    frame,
    ours: region.filter(isOurs),
    theirs,
    links: links.map(({ element }) => element).filter((element) => theirs.some((line) => line.anchors.includes(element))),
    exact,
  };
}

/** Our link and nothing else. */
function isLinkLine(line: Line, own: ReadonlySet<Element>): boolean {
  return line.anchors.length > 0 && line.anchors.every((anchor) => own.has(anchor) && LINK_WORDS.has(wordsOf(anchor))) && restOf(line) === '';
}

/** Has our link, in somebody's line, still our words? Then it goes with them; else the words stay. */
export function hasOwnWords(anchor: Element): boolean {
  return LINK_WORDS.has(wordsOf(anchor));
}

/** A line's words that stand in no link. */
function restOf(line: Line): string {
  return line.text
    .replace(/ ?<[^>]*>/g, '')
    .replace(line.anchors.map((anchor) => wordsOf(anchor)).join(''), '')
    .trim();
}
