import { isLeft, namesOf, whereClosed, type CircleVerdict, type ClosedRoom } from '../../meeting/circle.ts';
import { sameSite } from '../../meeting/sameSite.ts';
import { Failure } from '../../meeting/errors.ts';
import { asSiteId, type SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { Guard } from './guard.ts';

type Refused = Extract<CircleVerdict, { kind: 'refused' }>;

/** A board's row and what its circle's own site says of it. */
export interface Looked {
  readonly board: Board;
  readonly verdict: CircleVerdict;
  /** All places that were seen. */
  readonly rooms: readonly ClosedRoom[];
}

/** Looking for a board's closed circle, and remembering what was found: a while in this visit, and on the device. */
export interface CircleLooks {
  /** The verdict on the board's row alone; kept for a while where closed content can be written by it. */
  verdictOf(boardSiteId: SiteId, read?: Board, hint?: SiteId | null): Promise<Looked>;
  /** The same, with which the hint agrees; looked at anew where it does not agree with what was seen a while ago. Throws ClosedPlaceRefused. */
  agreed(boardSiteId: SiteId, hint: SiteId | null, read?: Board): Promise<Looked>;
  remember(boardSiteId: SiteId, room: ClosedRoom): Promise<void>;
  /** Has this person been shown the place, here or on another device? */
  isConfirmed(boardSiteId: SiteId, room: ClosedRoom): Promise<boolean>;
  forget(boardSiteId: SiteId): void;
}

/** How long what was looked at holds for further writes of the same visit. */
const HOLDS = 10 * 60_000;

export function circleLooks({ store, circles, me, now }: Guard): CircleLooks {
  const looked = new Map<string, { readonly at: number; readonly found: Promise<Looked> }>();
  const idOf = (site: SiteId) => site.toLowerCase();

  /** A site that was named is found by hints alone: what the device has seen and what the link says is asked as well as what the board's row names. */
  async function look(boardSiteId: SiteId, read: Board | undefined, hint: SiteId | null): Promise<Looked> {
    const board = read ?? (await store.boardOfSite(boardSiteId));
    const known = (await circles.of(boardSiteId))?.closedSiteId ?? null;
    const hints = [...(known === null ? [] : [asSiteId(known)]), ...(hint === null ? [] : [hint])];
    const rooms = await store.closedRooms(board, me(), hints);
    return { board, rooms, verdict: whereClosed(boardSiteId, rooms, { pointer: null, board: board.closedSiteId }) };
  }

  function verdictOf(boardSiteId: SiteId, read?: Board, hint: SiteId | null = null): Promise<Looked> {
    const kept = looked.get(idOf(boardSiteId));
    if (kept && now().getTime() - kept.at < HOLDS) return kept.found;
    const found = look(boardSiteId, read, hint);
    looked.set(idOf(boardSiteId), { at: now().getTime(), found });
    const drop = () => looked.delete(idOf(boardSiteId));
    found.then(({ verdict }) => (verdict.kind === 'bound' || verdict.kind === 'none' ? undefined : drop()), drop);
    return found;
  }

  async function remember(boardSiteId: SiteId, room: ClosedRoom): Promise<void> {
    const known = await circles.of(boardSiteId);
    const confirmed = sameSite(known?.closedSiteId ?? null, room.siteId) && (known?.confirmed ?? false);
    await circles.keep(boardSiteId, { closedSiteId: room.siteId, confirmed: confirmed || (room.claim?.confirmedByMe ?? false), outsideAt: null });
  }

  async function isConfirmed(boardSiteId: SiteId, room: ClosedRoom): Promise<boolean> {
    if (room.claim?.confirmedByMe) return true;
    const known = await circles.of(boardSiteId);
    return known !== null && known.confirmed && sameSite(known.closedSiteId, room.siteId);
  }

  async function agreed(boardSiteId: SiteId, hint: SiteId | null, read?: Board): Promise<Looked> {
    const seen = looked.has(idOf(boardSiteId));
    const found = await verdictOf(boardSiteId, read, hint);
    const refusal = refusalOf(found, hint);
    // What was seen a while ago tells nothing of a hint that was not asked then.
    const isTold = hint === null || ('room' in found.verdict && sameSite(found.verdict.room.siteId, hint));
    if (refusal === null && (isTold || !seen)) return found;
    if (!seen && refusal !== null) throw placeRefused(refusal);
    looked.delete(idOf(boardSiteId));
    return agreed(boardSiteId, hint);
  }

  return { verdictOf, agreed, remember, isConfirmed, forget: (boardSiteId) => void looked.delete(idOf(boardSiteId)) };
}

/**
 * Is the hint of before the circle moved? The place it names says so; or it cannot be seen, as a channel by those who were never in it: then it leads to the site
 * that was named, which is shown before it is used.
 */
const isOld = (room: ClosedRoom, rooms: readonly ClosedRoom[], hint: SiteId): boolean =>
  isLeft(rooms, hint) || (room.kind === 'site' && !rooms.some(({ siteId }) => sameSite(siteId, hint)));

/** Why a hint cannot be taken, or null where it agrees. */
function refusalOf({ board, verdict, rooms }: Looked, hint: SiteId | null): Pick<Refused, 'reason' | 'rooms'> | null {
  if (verdict.kind === 'refused') return verdict;
  if (hint === null || (verdict.kind === 'bound' && isOld(verdict.room, rooms, hint))) return null;
  if (verdict.kind === 'outside') return sameSite(hint, board.closedSiteId) ? null : { reason: 'pointer', rooms: [] };
  if (verdict.kind === 'none') return { reason: 'pointer', rooms: [] };
  return sameSite(hint, verdict.room.siteId) ? null : { reason: 'pointer', rooms: [verdict.room] };
}

/** Names the channels and who bound them; the message itself holds no words of the circle's, since it may be logged where everybody reads. */
export function placeRefused({ reason, rooms }: Pick<Refused, 'reason' | 'rooms'>): Failure {
  return new Failure('ClosedPlaceRefused', 'What names the place for closed items is not borne out by the circle’s own site', {
    detail: { reason, ...namesOf(rooms) },
  });
}
