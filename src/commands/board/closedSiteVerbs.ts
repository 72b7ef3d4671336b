import type { SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { ClosedSite, ClosedTarget, SiteFound } from '../../storage/closedSiteStore.ts';
import type { ClosedPlaces } from '../circle/closedPlaces.ts';
import type { Desk } from '../desk.ts';
import type { OnStep } from '../step.ts';

export type { ClosedSite, ClosedTarget, SiteFound } from '../../storage/closedSiteStore.ts';

/** Choosing where a board's closed items are kept: a site that is named, or a private channel. */
export type ClosedSiteVerbs = ReturnType<typeof closedSiteVerbs>;

export function closedSiteVerbs({ workplace: { host, store } }: Desk, places: () => Promise<ClosedPlaces>) {
  return {
    /** Sites by words of their names, or the one at an address that was typed or pasted. Throws ClosedPlaceRefused (otherHost, noAccess). */
    findSites: async (board: Board, text: string): Promise<readonly SiteFound[]> => (await store.closedSites()).find(board, text),
    /** A site as it is to be shown before it is chosen. Throws ClosedPlaceRefused where it cannot be the place. */
    lookAtSite: async (board: Board, siteId: SiteId): Promise<ClosedSite> => (await store.closedSites()).look(board, siteId),
    /** Makes it the board's place, while nothing closed lies in the one there is. Throws ClosedPlaceRefused, ClosedPlaceUnconfirmed, NotAllowed, ConsentMissing. */
    async moveClosedPlace(boardSiteId: SiteId, target: ClosedTarget, onStep: OnStep): Promise<Board> {
      const board = await (await store.closedSites()).move(boardSiteId, target, host.signIn.person()?.id ?? null, onStep);
      if (board.closedSiteId !== null) await (await places()).moved(boardSiteId, board.closedSiteId);
      return board;
    },
  };
}
