import { placeName } from '../../meeting/circle.ts';
import { sameSite } from '../../meeting/sameSite.ts';
import type { SiteId } from '../../meeting/ids.ts';
import type { ClosedPlaces, ShownPlace } from '../circle/closedPlaces.ts';
import type { Desk } from '../desk.ts';

export type { ShownPlace } from '../circle/closedPlaces.ts';

/** A private channel of a team, to choose for closed items; or the site that has been chosen, which has no channel. */
export interface ClosedChoice {
  readonly channelId: string | null;
  readonly name: string;
  /** Does its site say that it is this board's already? Then it is. */
  readonly bound: boolean;
  /** Null where the names cannot be read. */
  readonly members: readonly string[] | null;
}

/** Where the board's closed items go, with the members of the channel. Throws ClosedPlaceRefused, ClosedRoomMissing, NotAllowed. */
export const closedPlace =
  (places: () => Promise<ClosedPlaces>) =>
  async (boardSiteId: SiteId): Promise<ShownPlace> =>
    (await places()).shown(boardSiteId);

/** I have seen the place and its members: from now on closed items may go there from here. Throws ClosedPlaceRefused where it is not the place any more. */
export const confirmClosedPlace =
  (places: () => Promise<ClosedPlaces>) =>
  async (boardSiteId: SiteId, placeSiteId: SiteId): Promise<void> =>
    (await places()).confirm(boardSiteId, placeSiteId);

/** The private channels of a team that I can see and that have a site, and the site that is the board's, with their members. */
export const closedChoices =
  ({ workplace: { host, store } }: Desk) =>
  async (teamId: string): Promise<ClosedChoice[]> => {
    const found = await store.findBoard(teamId);
    const siteId = found.kind === 'ready' ? found.board.siteId : found.siteId;
    const rooms = await store.closedRooms({ siteId, teamId }, host.signIn.person()?.id ?? null);
    return Promise.all(
      rooms
        .filter(({ kind, claim }) => (kind === 'channel' && claim === null) || sameSite(claim?.boardSiteId ?? null, siteId))
        .map(async (room) => ({
          channelId: room.kind === 'channel' ? room.channelId : null,
          name: placeName(room),
          bound: room.claim !== null,
          members: await store.placeMembers(teamId, room),
        })),
    );
  };
