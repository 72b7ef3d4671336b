import { sameInstant } from '../../meeting/calendarFacts.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { sameUid } from '../../meeting/sameMeeting.ts';
import type { Desk } from '../desk.ts';
import { pointerOn } from '../pointerOn.ts';
import type { OtherAgenda } from './ownPointer.ts';

/** So far from the meeting a lost agenda of its series is looked for. */
const REACH = 31 * 86_400_000;

/**
 * Agendas that were made for this meeting's series at times it has no more: the series was moved, and with that Exchange gave every meeting a new
 * slot and took what stood in the old ones. Looked for among the boards of the organiser's teams; the nearest first.
 */
export const strayAgendas =
  ({ workplace: { store } }: Desk) =>
  async (event: CalendarEvent): Promise<OtherAgenda[]> => {
    if (!event.iAmOrganizer || event.pointer !== null || event.originalStart === null) return [];
    const slot = Date.parse(event.originalStart);
    const live = (await store.siblings(event)).map(({ originalStart }) => originalStart);
    const boards = await Promise.all((await store.teams()).map(({ id }) => store.findBoard(id)));
    const rows = await Promise.all(
      boards.map(async (found) => {
        const board = found.kind === 'ready' ? found.board : found.earlier;
        return board === null ? [] : (await store.boardMeetings(board)).map((row) => ({ board, row }));
      }),
    );
    return rows
      .flat()
      .filter(({ row }) => sameUid(row.iCalUId, event.iCalUId) && row.originalStart !== null && row.status.minutes !== 'published')
      .filter(({ row }) => sameInstant(row.originalStart, event.originalStart) || !live.some((start) => sameInstant(start, row.originalStart)))
      .map(({ board, row }) => ({ board, row, away: Math.abs(Date.parse(row.originalStart ?? '') - slot) }))
      .filter(({ away }) => away <= REACH)
      .sort((a, b) => a.away - b.away)
      .map(({ board, row }) => ({
        pointer: pointerOn(board, row.key),
        kinship: 'otherOccurrence',
        title: row.head.title,
        occasion: row.occasion ?? row,
      }));
  };
