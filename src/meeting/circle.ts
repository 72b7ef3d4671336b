import type { SiteId } from './ids.ts';
import { sameSite } from './sameSite.ts';

/** What the closed circle's own site says of the board it belongs to. Only members of its channel can have written it. */
export interface CircleClaim {
  readonly boardSiteId: SiteId;
  /** Who made it, by the service's own word. */
  readonly by: string;
  /** Was it made by whoever made the board's own row, by the service's own word? */
  readonly byPreparer: boolean;
  /** Have I made or confirmed it myself, by the service's own word? */
  readonly confirmedByMe: boolean;
}

/** What a place for closed items is: a private channel of the board's team, which Graph lists, or a site that somebody named. */
export type ClosedPlace =
  | { readonly kind: 'channel'; readonly channelId: string; readonly channelName: string }
  | { readonly kind: 'site'; readonly siteName: string; readonly webUrl: string };

/** A place that I can see, with its site. */
export type ClosedRoom = ClosedPlace & {
  readonly siteId: SiteId;
  /** Does its site hold lists of ours? */
  readonly hasLists: boolean;
  readonly claim: CircleClaim | null;
  /** Does its site say that it was the board's place, and is no more? */
  readonly left?: boolean;
};

/** What people call a place. */
export const placeName = (place: ClosedPlace): string => (place.kind === 'channel' ? place.channelName : place.siteName);

/**
 * Is a bound place to be taken at its word? A private channel is, where whoever made the board ready bound it: all channels of the team were asked. A site
 * that is named is found by a hint alone, and the board's row can be taken away and made anew: there only what I have confirmed myself counts.
 */
export const isBorneOut = ({ kind, claim }: ClosedRoom): boolean =>
  claim !== null && (claim.confirmedByMe || (kind === 'channel' && claim.byPreparer));

/** Ids that name the closed place where others than the circle can write: hints, never authority. */
export interface ClosedHints {
  /** A link's, an invitation's, or the host's. */
  readonly pointer: SiteId | null;
  /** The open board row's. */
  readonly board: SiteId | null;
}

/**
 * Why no place is taken for the closed circle's: several claim it; the link or the board's row names another than the one bound; the place named
 * belongs to another board; nothing tells which of several was meant; the channel has no site yet. Of a place that is chosen: it is the board's own site;
 * another body's; a site everybody in the organisation reads; on another host; not a site of mine; what is closed lies in the place there is. And the circle has
 * left the place, and it was not said to the end where it went.
 */
export type CircleRefusal =
  | 'several'
  | 'pointer'
  | 'board'
  | 'foreign'
  | 'unclear'
  | 'noSite'
  | 'ownSite'
  | 'otherBody'
  | 'everybody'
  | 'otherHost'
  | 'noAccess'
  | 'notEmpty'
  | 'left';

/**
 * Where closed items belong. `bound`: the circle's own site says so. `unbound`: the hints lead to a private channel that nobody has bound to the board yet.
 * `outside`: there is such a place, and I am not in it. `none`: the board has none.
 */
export type CircleVerdict =
  | { readonly kind: 'bound' | 'unbound'; readonly room: ClosedRoom }
  | { readonly kind: 'outside' }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: CircleRefusal; readonly rooms: readonly ClosedRoom[] };

/** Where a board's closed items belong, by what the circle's own site says; hints are held against it and never followed against it. */
export function whereClosed(board: SiteId, rooms: readonly ClosedRoom[], hints: ClosedHints): CircleVerdict {
  const claims = rooms.filter(({ claim }) => claim !== null && sameSite(claim.boardSiteId, board));
  if (claims.length > 1) return { kind: 'refused', reason: 'several', rooms: claims };
  const [room] = claims;
  const leads = (hint: SiteId | null): SiteId | null => (isLeft(rooms, hint) ? null : hint);
  const still = rooms.filter(({ left }) => left !== true);
  if (room) return held(room, { pointer: leads(hints.pointer), board: leads(hints.board) });
  const old = rooms.filter(({ siteId, left }) => left === true && sameSite(siteId, hints.board));
  return old.length > 0 ? { kind: 'refused', reason: 'left', rooms: old } : unclaimed(still, hints);
}

/** Does the hint name a place that says itself that the circle has left it? It is an old one then, and no wrong one. */
export const isLeft = (rooms: readonly ClosedRoom[], hint: SiteId | null): boolean =>
  rooms.some(({ siteId, left }) => left === true && sameSite(siteId, hint));

function held(room: ClosedRoom, { pointer, board }: ClosedHints): CircleVerdict {
  if (board !== null && !sameSite(board, room.siteId)) return { kind: 'refused', reason: 'board', rooms: [room] };
  if (pointer !== null && !sameSite(pointer, room.siteId)) return { kind: 'refused', reason: 'pointer', rooms: [room] };
  return { kind: 'bound', room };
}

/** Boards of before the circle's site told whose it is. A site that is named binds itself when it is chosen, so only channels come in here unbound. */
function unclaimed(rooms: readonly ClosedRoom[], { pointer, board }: ClosedHints): CircleVerdict {
  const free = rooms.filter(({ kind, hasLists, claim }) => kind === 'channel' && hasLists && claim === null);
  const hint = board ?? pointer;
  if (hint === null) {
    const [only] = free;
    if (!only) return { kind: 'none' };
    return free.length === 1 ? { kind: 'unbound', room: only } : { kind: 'refused', reason: 'unclear', rooms: free };
  }
  const room = rooms.find(({ siteId }) => sameSite(siteId, hint));
  const others = free.filter((other) => other !== room);
  if (pointer !== null && !sameSite(pointer, hint)) {
    const named = rooms.filter(({ siteId }) => sameSite(siteId, pointer) || sameSite(siteId, hint));
    return named.length === 0 ? { kind: 'outside' } : { kind: 'refused', reason: 'unclear', rooms: named };
  }
  if (!room) return others.length === 0 ? { kind: 'outside' } : { kind: 'refused', reason: 'unclear', rooms: others };
  if (room.claim !== null) return { kind: 'refused', reason: 'foreign', rooms: [room] };
  if (room.kind === 'site') return { kind: 'outside' };
  return others.length === 0 ? { kind: 'unbound', room } : { kind: 'refused', reason: 'unclear', rooms: [room, ...others] };
}

/** The places a refusal is about by name, each with who bound it, for the failure's detail. */
export function namesOf(rooms: readonly ClosedRoom[]): { readonly rooms?: string } {
  if (rooms.length === 0) return {};
  return { rooms: rooms.map((room) => (room.claim ? `“${placeName(room)}” (${room.claim.by})` : `“${placeName(room)}”`)).join(', ') };
}
