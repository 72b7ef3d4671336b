import type { SiteId } from './ids.ts';

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

/** A private channel of the board's team that I can see, with its site. */
export interface ClosedRoom {
  readonly siteId: SiteId;
  readonly channelId: string;
  readonly channelName: string;
  /** Does its site hold lists of ours? */
  readonly hasLists: boolean;
  readonly claim: CircleClaim | null;
}

/** Ids that name the closed place where others than the circle can write: hints, never authority. */
export interface ClosedHints {
  /** A link's, an invitation's, or the host's. */
  readonly pointer: SiteId | null;
  /** The open board row's. */
  readonly board: SiteId | null;
}

/**
 * Why no place is taken for the closed circle's: several claim it; the link or the board's row names another than the one bound; the place named
 * belongs to another board; nothing tells which of several was meant; the channel has no site yet.
 */
export type CircleRefusal = 'several' | 'pointer' | 'board' | 'foreign' | 'unclear' | 'noSite';

/**
 * Where closed items belong. `bound`: the circle's own site says so. `unbound`: the hints lead to a private channel that nobody has bound to the board yet.
 * `outside`: there is such a place, and I am not in it. `none`: the board has none.
 */
export type CircleVerdict =
  | { readonly kind: 'bound' | 'unbound'; readonly room: ClosedRoom }
  | { readonly kind: 'outside' }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: CircleRefusal; readonly rooms: readonly ClosedRoom[] };

/** Do two ids name the same site? They are compared as SharePoint does, in any case. */
export const sameSite = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase();

/** Where a board's closed items belong, by what the circle's own site says; hints are held against it and never followed against it. */
export function whereClosed(board: SiteId, rooms: readonly ClosedRoom[], hints: ClosedHints): CircleVerdict {
  const claims = rooms.filter(({ claim }) => claim !== null && sameSite(claim.boardSiteId, board));
  if (claims.length > 1) return { kind: 'refused', reason: 'several', rooms: claims };
  const [room] = claims;
  return room ? held(room, hints) : unclaimed(rooms, hints);
}

function held(room: ClosedRoom, { pointer, board }: ClosedHints): CircleVerdict {
  if (board !== null && !sameSite(board, room.siteId)) return { kind: 'refused', reason: 'board', rooms: [room] };
  if (pointer !== null && !sameSite(pointer, room.siteId)) return { kind: 'refused', reason: 'pointer', rooms: [room] };
  return { kind: 'bound', room };
}

/** Boards of before the circle's site told whose it is. */
function unclaimed(rooms: readonly ClosedRoom[], { pointer, board }: ClosedHints): CircleVerdict {
  const free = rooms.filter(({ hasLists, claim }) => hasLists && claim === null);
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
  return others.length === 0 ? { kind: 'unbound', room } : { kind: 'refused', reason: 'unclear', rooms: [room, ...others] };
}

/** The channels a refusal is about by name, each with who bound it, for the failure's detail. */
export function namesOf(rooms: readonly ClosedRoom[]): { readonly rooms?: string } {
  if (rooms.length === 0) return {};
  return { rooms: rooms.map(({ channelName, claim }) => (claim ? `“${channelName}” (${claim.by})` : `“${channelName}”`)).join(', ') };
}
