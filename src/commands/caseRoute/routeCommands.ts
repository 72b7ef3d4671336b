import { passedOnId, type CaseRoute } from '../../meeting/caseRoute.ts';
import type { ItemId, SiteId } from '../../meeting/ids.ts';
import type { Board, MeetingFile } from '../../meeting/meeting.ts';
import type { Proposal } from '../../meeting/proposal.ts';
import { isFailure, isPassing } from '../../meeting/errors.ts';
import { sameSite } from '../../meeting/sameSite.ts';
import { myBoards } from '../board/myBoards.ts';
import type { Desk } from '../desk.ts';
import { linkTo } from '../link.ts';
import { passOnOrder, saveRouteOrder } from './routeOrders.ts';

/** What became of an item that was passed on, as this person may know it. */
export type Arrived =
  | { readonly kind: 'waiting' | 'withdrawn' }
  | { readonly kind: 'taken'; readonly taken: NonNullable<Proposal['taken']> }
  /** There is none for this person: another's, a closed one, or nobody's any more. */
  | { readonly kind: 'unseen' };

/** Where an item goes on to, and how far it has come. */
export interface RouteRead {
  readonly route: CaseRoute | null;
  /** Null until it was passed on. */
  readonly arrived: Arrived | null;
  /** Has the site the list for it? */
  readonly isPrepared: boolean;
}

/** Passing items on to the next body. */
export type RouteCommands = ReturnType<typeof routeCommands>;

export function routeCommands(desk: Desk) {
  const { workplace, send } = desk;
  const { store, appOrigin } = workplace;
  return {
    /** @throws what the site refuses */
    readRoute: async (file: MeetingFile, itemId: ItemId): Promise<RouteRead> => {
      const backlog = await store.backlog();
      const inside = file.closedAccess === 'yes';
      const routes = await backlog.routes({ ...file.pointer, closedSiteId: inside ? file.pointer.closedSiteId : null });
      const route = routes?.find((each) => each.itemId === itemId) ?? null;
      if (route?.state !== 'passed') return { route, arrived: null, isPrepared: routes !== null };
      const arrived = await backlog
        .findProposal({ siteId: route.next.siteId, closedSiteId: null }, await passedOnId(file.pointer.key, itemId))
        .then(arrivedOf, (error: unknown): Arrived => {
          if (!isFailure(error) || isPassing(error)) throw error;
          return { kind: 'unseen' };
        });
      return { route, arrived, isPrepared: true };
    },

    /** The bodies an item of this one can go on to: mine, but for this one. */
    nextBodies: async (file: MeetingFile): Promise<Board[]> =>
      (await myBoards(desk)()).filter(({ siteId }) => !sameSite(siteId, file.pointer.siteId)),

    /** The same while the agenda is made; `own` is the site of the body that meets, null where it is not known yet. */
    bodiesBut: async (own: SiteId | null): Promise<Board[]> =>
      (await myBoards(desk)()).filter(({ siteId }) => own === null || !sameSite(siteId, own)),

    /** Keeps where an item goes on to. `before` is as it was read; `after` null takes it away. @throws Failure Conflict, SiteNotPrepared */
    saveRoute: (file: MeetingFile, before: CaseRoute | null, after: CaseRoute | null): Promise<void> =>
      send(saveRouteOrder, { pointer: file.pointer, before, after }),

    /** Tries again what could not be passed on, and passes on what was chosen after the minutes. @throws Failure what the next body's site refuses */
    passOn: (file: MeetingFile, itemId: ItemId): Promise<void> => send(passOnOrder, { pointer: file.pointer, itemId }),

    /** The address of the minutes, to hand on where the next body's site is not for me. It names no closed place. */
    minutesLink: ({ pointer: { siteId, key } }: MeetingFile): string => linkTo(appOrigin, { siteId, closedSiteId: null, key }, 'referat'),
  };
}

function arrivedOf(proposal: Proposal | null): Arrived {
  if (proposal === null) return { kind: 'unseen' };
  if (proposal.state === 'taken' && proposal.taken !== null) return { kind: 'taken', taken: proposal.taken };
  return { kind: proposal.state === 'withdrawn' ? 'withdrawn' : 'waiting' };
}
