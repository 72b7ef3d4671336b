import type { SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';

/** The board that a site is of, as its row says. @throws Failure SiteNotPrepared, NotAllowed */
export const boardOf =
  ({ workplace }: Desk) =>
  (siteId: SiteId): Promise<Board> =>
    workplace.store.boardOfSite(siteId);
