import type { Board, MeetingPointer } from '../../meeting/meeting.ts';
import type { Proposal } from '../../meeting/proposal.ts';
import type { BacklogRead } from '../../storage/backlogStore.ts';
import type { Desk } from '../desk.ts';
import type { YearEntry } from '../../meeting/yearWheel.ts';
import { saveProposalOrder, saveYearEntryOrder, takeProposalsOrder } from './backlogOrders.ts';
import type { TakenResult } from './backlogPlans.ts';
import { routeCommands } from '../caseRoute/routeCommands.ts';
import { proposeAgenda } from './proposeAgenda.ts';
import { settleAgenda } from './settleAgenda.ts';

type Place = Pick<Board, 'siteId' | 'closedSiteId'>;

export type { AgendaProposal } from './proposeAgenda.ts';

/** What is typed of a proposal. */
export type ProposalWords = Pick<Proposal, 'title' | 'text' | 'openness' | 'deadline'>;

/** What is proposed for agendas to come. */
export type BacklogCommands = ReturnType<typeof backlogCommands>;

export function backlogCommands(desk: Desk) {
  const { workplace, send } = desk;
  return {
    ...routeCommands(desk),

    /** The body's proposals as this person may read them. */
    readBacklog: async (place: Place): Promise<BacklogRead> => (await workplace.store.backlog()).read(placeOf(place)),

    /** Proposes an item in my name. @throws Failure ClosedRoomMissing, SiteNotPrepared */
    propose: async (place: Place, words: ProposalWords): Promise<void> => {
      const after: Proposal = {
        ...words,
        id: workplace.newId(),
        proposer: desk.me(),
        proposedAt: workplace.now().toISOString(),
        state: 'proposed',
        taken: null,
        origin: null,
      };
      await send(saveProposalOrder, { place: placeOf(place), before: null, after });
    },

    /** Changes a proposal, or withdraws it. `before` is the proposal as it was read. @throws Failure Conflict */
    changeProposal: (place: Place, before: Proposal, after: Proposal): Promise<void> =>
      send(saveProposalOrder, { place: placeOf(place), before, after }),

    /** Puts what returns each year on the body's year wheel. */
    addYearEntry: (place: Place, entry: Omit<YearEntry, 'id'>): Promise<void> =>
      send(saveYearEntryOrder, { place: placeOf(place), before: null, after: { ...entry, id: workplace.newId() } }),
    /** Changes what returns each year. `before` is the entry as it was read. @throws Failure Conflict */
    changeYearEntry: (place: Place, before: YearEntry, after: YearEntry): Promise<void> =>
      send(saveYearEntryOrder, { place: placeOf(place), before, after }),
    /** Takes it off the wheel. @throws Failure Conflict where another has changed it since */
    removeYearEntry: (place: Place, entry: YearEntry): Promise<void> =>
      send(saveYearEntryOrder, { place: placeOf(place), before: entry, after: null }),

    proposeAgenda: proposeAgenda(desk),
    settleAgenda: settleAgenda(desk),

    /** Takes proposals into the agenda of a meeting; tells which it took, and which another has taken. */
    takeProposals: (meeting: { readonly pointer: MeetingPointer; readonly title: string }, proposals: readonly Proposal[]): Promise<TakenResult> =>
      send(takeProposalsOrder, {
        pointer: meeting.pointer,
        proposals: proposals.map((proposal) => ({ proposal, mayMake: false })),
        title: meeting.title,
        by: desk.me().name,
        at: workplace.now().toISOString(),
      }),
  };
}

const placeOf = ({ siteId, closedSiteId }: Place) => ({ siteId, closedSiteId });
