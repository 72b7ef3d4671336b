import canonicalize from 'canonicalize';
import type { ItemId } from './ids.ts';
import { withItems } from './excused.ts';
import type { Edition, EditionLine, ExcusedItem, MinutesLine, Seal } from './meeting.ts';

// A seal tells whether what is read is what was published. It is a SHA-256 over the canonical form (RFC 8785) of each line and of what stands around them,
// and one over all of those together with the seal of the edition before. It is no signature: whoever may write every row may make another one, but then the
// later editions, and whoever kept a copy, say otherwise.

/** SHA-256 of a value's canonical form, as 64 hexadecimal digits. */
export async function fingerprintOf(value: unknown): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalize(value))));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Line = Omit<EditionLine, 'depth'>;

export type Sealable = Pick<Edition, 'version' | 'publishedAt' | 'head' | 'excused' | 'attendance'> & { readonly lines: readonly Line[] };

/**
 * Seals an edition as it is read back from where it was stored.
 * @param closed the closed lines in full
 * @param previous the hash of the edition before; null of the first, and where that one was not sealed
 */
export async function sealOf(edition: Sealable, closed: readonly Line[], previous: string | null): Promise<Seal> {
  const parts = {
    previous,
    about: await fingerprintOf(aboutOf(edition)),
    people: await fingerprintOf(peopleOf(edition)),
    lines: await Promise.all(
      edition.lines.map(async (line) => ({ itemId: line.itemId, open: line.openness === 'open', hash: await fingerprintOf(sealedLine(line)) })),
    ),
    closed: await Promise.all(closed.map(async (line) => ({ itemId: line.itemId, hash: await fingerprintOf(sealedLine(line)) }))),
  };
  return { ...parts, hash: await fingerprintOf(parts) };
}

/** What has been done to a sealed edition. */
export interface SealFinding {
  /** `line`: it says something else; `missing`, `added`: its row is gone, or is one more; `about`, `people`: what stands around; `seal`: the seal itself. */
  readonly what: 'line' | 'missing' | 'added' | 'about' | 'people' | 'seal';
  readonly itemId: ItemId | null;
}

export interface SealCheck {
  /** `unsealed`: published before there were seals. */
  readonly state: 'unsealed' | 'intact' | 'changed';
  readonly findings: readonly SealFinding[];
  /** Items that were closed after they were published, which Dagsorden does itself. */
  readonly closedSince: readonly ItemId[];
}

/** Is the edition as it was published, as far as this reader can see it? */
export async function checkSeal(edition: Edition): Promise<SealCheck> {
  const { seal } = edition;
  if (seal === undefined) return { state: 'unsealed', findings: [], closedSince: [] };
  const findings: SealFinding[] = [];
  const { hash, ...parts } = seal;
  if ((await fingerprintOf(parts)) !== hash) findings.push({ what: 'seal', itemId: null });
  if ((await fingerprintOf(aboutOf(edition))) !== seal.about) findings.push({ what: 'about', itemId: null });
  if ((await fingerprintOf(peopleOf(edition))) !== seal.people) findings.push({ what: 'people', itemId: null });
  const closedSince: ItemId[] = [];
  for (const line of edition.lines) {
    const sealed = seal.lines.find(({ itemId }) => itemId === line.itemId);
    const found = sealed === undefined ? 'added' : await lineFinding(edition, line, sealed);
    if (found === 'closedSince') closedSince.push(line.itemId);
    else if (found !== null) findings.push({ what: found, itemId: line.itemId });
  }
  for (const { itemId } of seal.lines) if (!edition.lines.some((line) => line.itemId === itemId)) findings.push({ what: 'missing', itemId });
  return { state: findings.length > 0 ? 'changed' : 'intact', findings, closedSince };
}

async function lineFinding({ seal, audience }: Edition, line: EditionLine, sealed: Seal['lines'][number]): Promise<'line' | 'closedSince' | null> {
  if (sealed.open && line.openness === 'closed') {
    if (audience === 'outside') return 'closedSince';
    return (await fingerprintOf(sealedLine({ ...line, openness: 'open' }))) === sealed.hash ? 'closedSince' : 'line';
  }
  // Whoever is in the circle reads a closed line in full; where only its neutral words are stored, those are what was sealed.
  const inFull = audience === 'circle' && line.openness === 'closed' ? seal?.closed.find(({ itemId }) => itemId === line.itemId) : undefined;
  const hash = await fingerprintOf(sealedLine(line));
  return hash === sealed.hash || hash === inFull?.hash ? null : 'line';
}

/** The depth follows from all lines together; over closed lines a heading goes where the last open one beside them closes. */
function sealedLine(line: Line): unknown {
  const {
    itemId,
    number,
    title,
    openness,
    decision,
    outcome,
    notTreated,
    further,
    dissent,
    parentId,
    day,
    block,
    recommendations,
    recused,
    votes,
    followUps,
  } = line;
  const heading = openness === 'closed' ? null : block;
  return {
    itemId,
    number,
    title,
    openness,
    decision,
    outcome,
    notTreated,
    further,
    dissent,
    votes,
    parentId,
    day,
    block: heading,
    recommendations,
    recused,
    followUps,
  };
}

const aboutOf = ({ version, publishedAt, head }: Sealable): unknown => ({ version, publishedAt, head });

/** Items are named by id and number: what they are called may close. */
function peopleOf({ excused, attendance }: Sealable): unknown {
  const bare = ({ itemId, number }: ExcusedItem): ExcusedItem => ({ itemId, number, title: '', openness: 'open' });
  return {
    excused: excused.map((person) => withItems(person, bare)),
    attendance: attendance && {
      absent: attendance.absent,
      present: attendance.present.map((person) => ({
        ...person,
        excusedFor: person.excusedFor.map(bare),
        moves: person.moves.map((move) => ({ ...move, item: move.item && bare(move.item) })),
      })),
    },
  };
}

/** What a draft says, for those who are asked to approve it: its lines, without the edition they will stand in, and whoever may read them. */
export const draftFingerprint = (lines: readonly MinutesLine[]): Promise<string> =>
  fingerprintOf(lines.map(({ openness: _, ...line }) => ({ ...line, title: line.title.trim(), decision: line.decision.trim() })));
