import type { Board, MeetingPointer } from '../meeting/meeting.ts';

/** Where a board keeps the rows of one of its meetings. */
export function pointerOn(board: Board, key: MeetingPointer['key']): MeetingPointer {
  return { siteId: board.siteId, closedSiteId: board.closedSiteId, key };
}
