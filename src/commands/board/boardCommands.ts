import type { ClosedPlaces } from '../circle/closedPlaces.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import { boardState } from './boardState.ts';
import { closedChoices, closedPlace, confirmClosedPlace } from './closedPlace.ts';
import type { ClosedSiteVerbs } from './closedSiteVerbs.ts';
import type { DecisionVerbs } from './decisionVerbs.ts';
import { lookingRound } from '../find/lookingRound.ts';
import type { BoardMeeting, listBoardMeetings } from './listBoardMeetings.ts';
import { listBoards } from './listBoards.ts';
import { prepareBoard } from './prepareBoard.ts';

/** The boards of my teams, and making their sites ready. */
export type BoardCommands = ReturnType<typeof boardCommands>;

export function boardCommands(desk: Desk, places: () => Promise<ClosedPlaces>) {
  return {
    listBoards: listBoards(desk),
    boardState: boardState(desk),
    listBoardMeetings: async (...asked: Parameters<ReturnType<typeof listBoardMeetings>>): Promise<BoardMeeting[]> =>
      (await lookingRound()).listBoardMeetings(desk)(...asked),
    overCalendar: async (meetings: readonly BoardMeeting[]): Promise<readonly BoardMeeting[]> => (await lookingRound()).overCalendar(desk)(meetings),
    /** Throws Offline where it cannot be fetched. */
    decisions: async (): Promise<DecisionVerbs> =>
      (await fetched(import(/* webpackChunkName: "decisions" */ './decisionVerbs.ts'))).decisionVerbs(desk),
    /** Throws Offline where it cannot be fetched. */
    closedSites: async (): Promise<ClosedSiteVerbs> =>
      (await fetched(import(/* webpackChunkName: "closedSite" */ './closedSiteVerbs.ts'))).closedSiteVerbs(desk, places),
    prepareBoard: prepareBoard(desk),
    closedChoices: closedChoices(desk),
    closedPlace: closedPlace(places),
    confirmClosedPlace: confirmClosedPlace(places),
  };
}
