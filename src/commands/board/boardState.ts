import type { SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';

/**
 * Is the board's site ready for us? `earlier`: the board as an earlier version prepared it; it is read, and written when it is
 * prepared again. Who may prepare it is told by SharePoint when it is tried.
 */
export type BoardState =
  { readonly kind: 'ready'; readonly board: Board } | { readonly kind: 'notPrepared'; readonly siteId: SiteId; readonly earlier: Board | null };

export const boardState =
  ({ workplace }: Desk) =>
  (teamId: string): Promise<BoardState> =>
    workplace.store.findBoard(teamId);
