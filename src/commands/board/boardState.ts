import type { SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';

/** Is the board's site ready for us? Who may prepare it is told by SharePoint when it is tried. */
export type BoardState = { readonly kind: 'ready'; readonly board: Board } | { readonly kind: 'notPrepared'; readonly siteId: SiteId };

export const boardState =
  ({ workplace }: Desk) =>
  (teamId: string): Promise<BoardState> =>
    workplace.store.findBoard(teamId);
