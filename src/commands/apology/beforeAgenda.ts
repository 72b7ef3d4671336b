import { calendarHead } from '../../meeting/calendarFacts.ts';
import { likelyBoard } from '../../meeting/likelyBoard.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { occasionOf } from '../../meeting/occasion.ts';
import type { Desk } from '../desk.ts';

/** What there is of a meeting without an agenda that an apology can be kept for. */
export type BeforeAgenda = MeetingFile;

/**
 * A meeting of mine that has no agenda yet, with its apologies: they are rows under the meeting's key on the board's site, and are there when the organiser
 * makes the agenda on that board. Which board it will be is told by the other meetings of the series, else by the meeting's title or by there being one alone.
 * @returns null where that tells none: then the calendar's answer is all there is, and the organiser confirms it as an apology
 */
export const beforeAgenda =
  ({ workplace }: Desk) =>
  async (event: CalendarEvent): Promise<BeforeAgenda | null> => {
    const { store, now } = workplace;
    const board = await boardOf(store, event);
    if (board === null) return null;
    const pointer = { siteId: board.siteId, closedSiteId: null, key: event.key };
    const occasion = occasionOf(event, null, now().toISOString());
    return {
      pointer,
      occasion,
      board,
      agenda: { ...calendarHead(occasion), chair: null, items: [] },
      status: { agenda: 'draft', minutes: 'none', sentAt: null },
      treatments: [],
      apologies: await store.apologies(pointer),
      minutes: null,
      publications: [],
      unread: [],
      closedAccess: 'no',
    };
  };

type Asked = Pick<Desk['workplace']['store'], 'siblings' | 'teams' | 'findBoard' | 'boardOfSite'>;

async function boardOf(store: Asked, event: CalendarEvent): Promise<Board | null> {
  const pointers = event.seriesId === undefined ? [] : (await store.siblings(event)).flatMap(({ pointer }) => pointer ?? []);
  const [sibling] = pointers;
  if (sibling) return store.boardOfSite(sibling.siteId);
  const teams = (await store.teams()).map(({ id, name }) => ({ teamId: id, name }));
  const teamId = likelyBoard(teams, [event.subject], '');
  if (teamId === null) return null;
  const found = await store.findBoard(teamId);
  return found.kind === 'ready' ? found.board : null;
}
