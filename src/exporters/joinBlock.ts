import type { Element, Nodes } from 'hast';
import { isJoinLink, joinLinksIn } from '../meeting/joinLink.ts';
import { hrefOf, type Body, type Line } from './bodyLines.ts';

/** Lines between the join link and the top of its block: a heading, a word of help. */
const MOST_ABOVE = 4;
const RULE = /^_{10,}$/;
const HEADING = /microsoft teams|teams[- ](?:møde|meeting)|brug for hjælp|need help|^(?:deltag|join)\b/i;

/**
 * The first line of the block that Teams puts at the foot of an invitation; null where there is none. It is the block of the join link,
 * whatever else looks like it: a line of underscores belongs to it right above only, and elsewhere to a signature or a form. Of several
 * join links the one in the block Teams made counts, else the last, since people paste links into their text above.
 */
export function joinBlockStart(body: Body): Line | null {
  const joining = body.lines.flatMap((line, at) => (joins(line) ? [at] : []));
  const at = joining.find((candidate) => isTeamsOwn(body, candidate)) ?? joining.at(-1);
  if (at === undefined) return null;
  let first = at;
  for (let above = at - 1, said = 0; above >= 0 && said < MOST_ABOVE; above -= 1) {
    const { text = '' } = body.lines[above] ?? {};
    if (text === '') continue;
    if (RULE.test(text)) return body.lines[above] ?? null;
    if (!HEADING.test(text)) break;
    first = above;
    said += 1;
  }
  return body.lines[first] ?? null;
}

/** Does a link in this line join an online meeting? */
export function joins(line: Line): boolean {
  return line.anchors.some((anchor) => isJoinLink(hrefOf(anchor))) || joinLinksIn(line.text).length > 0;
}

/** By the marks Teams gives it; mail programs put a prefix before them, or take them away. */
function isTeamsOwn(body: Body, at: number): boolean {
  const marked = (node: Nodes): boolean => node.type === 'element' && /meet_invite_block|me-email-/.test(marksOf(node));
  for (const anchor of body.lines[at]?.anchors ?? []) {
    for (let node: Nodes | null = anchor; node !== null; node = body.parentOf(node)) if (marked(node)) return true;
  }
  return false;
}

function marksOf({ properties }: Element): string {
  return [properties['id'], properties['className']].flat().filter(Boolean).join(' ');
}
