import { placeName, type ClosedRoom } from './circle.ts';
import { Failure } from './errors.ts';
import type { SiteId } from './ids.ts';

/**
 * Asks the person whether that is the place for closed items, with what is needed to say so.
 * @param members who reads there; null where it cannot be seen
 * @param binds is the place bound to the board by the answer?
 */
export function placeUnconfirmed(boardSiteId: SiteId, room: ClosedRoom, members: readonly string[] | null, binds = false): Failure {
  return new Failure('ClosedPlaceUnconfirmed', 'The place for closed items has not been shown to this person yet', {
    detail: {
      boardSiteId,
      placeSiteId: room.siteId,
      place: placeName(room),
      ...(room.kind === 'site' ? { address: room.webUrl } : {}),
      ...(room.claim === null ? {} : { by: room.claim.by }),
      ...(members ? { members: members.join(', ') } : {}),
      binds: String(binds),
    },
  });
}
