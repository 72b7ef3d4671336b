import type { Board, CalendarEvent, MeetingPointer } from '../meeting/meeting.ts';

/** Where a board keeps the rows of one of its meetings. */
export function pointerOn(board: Board, key: MeetingPointer['key']): MeetingPointer {
  return { siteId: board.siteId, closedSiteId: board.closedSiteId, key };
}

/** Where the rows of an event's meeting are, or will be: those it has stay where they are, under whatever key. */
export function pointerFor(event: Pick<CalendarEvent, 'pointer' | 'key'>, board: Board): MeetingPointer {
  return event.pointer?.siteId === board.siteId ? pointerOn(board, event.pointer.key) : pointerOn(board, event.key);
}
