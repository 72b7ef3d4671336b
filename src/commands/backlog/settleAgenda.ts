import { comingBack } from '../../meeting/agendaProposal.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { itemOfProposal, type Proposal } from '../../meeting/proposal.ts';
import { titleTold } from '../../meeting/head.ts';
import { isoDay } from '../../meeting/danishTime.ts';
import { returningIn } from '../../meeting/yearWheel.ts';
import type { Desk } from '../desk.ts';
import { saveProposalOrder, takeProposalsOrder } from './backlogOrders.ts';
import { lastMeeting, wordsOf } from './proposeAgenda.ts';

/**
 * When an agenda has been made: what stands on it is marked as taken in the backlog, and what comes back from the last meeting and was left out waits
 * there, so that it is neither proposed twice nor lost. Which is which follows from the ids of the items, so it may be done again at any time.
 */
export const settleAgenda =
  ({ workplace: { store, now }, send, me }: Desk) =>
  async (file: MeetingFile): Promise<void> => {
    const { pointer, board, occasion, agenda } = file;
    const backlog = await (await store.backlog()).read(board);
    if (!backlog.isPrepared) return;
    const last = await lastMeeting(store.openMeeting, board, { key: pointer.key, start: occasion.start }, await store.boardMeetings(board));
    const at = now().toISOString();
    const known = new Set(backlog.proposals.map(({ id }) => id));
    const back = (last === null ? [] : await comingBack(last, wordsOf(last), me(), at)).filter(({ id }) => !known.has(id));
    const items = new Set<string>(agenda.items.map(({ id }) => id));
    const isOn = async ({ id }: Proposal) => items.has(await itemOfProposal(id, pointer.key));
    const taken: { proposal: Proposal; mayMake: boolean }[] = [];
    for (const proposal of backlog.proposals) if (proposal.state === 'proposed' && (await isOn(proposal))) taken.push({ proposal, mayMake: false });
    for (const proposal of back) {
      if (await isOn(proposal)) taken.push({ proposal, mayMake: true });
      else await send(saveProposalOrder, { place: { siteId: board.siteId, closedSiteId: board.closedSiteId }, before: null, after: proposal });
    }
    const year = (await returningIn(backlog.entries, isoDay(occasion.start), me(), at)).filter(({ id }) => !known.has(id));
    for (const proposal of year) if (await isOn(proposal)) taken.push({ proposal, mayMake: true });
    if (taken.length === 0) return;
    await send(takeProposalsOrder, { pointer, proposals: taken, title: titleTold(agenda, occasion), by: me().name, at });
  };
