import type { BoardMeeting } from '../../commands/commands.ts';
import { proposalsUntil, type ProposalsUntil } from '../../meeting/deadlines.ts';
import type { Board } from '../../meeting/meeting.ts';
import { useNow } from '../kit/useNow.ts';
import { useBoardMeetings } from '../queries/useBoard.ts';
import { useProfile } from '../queries/useProfile.ts';

/** Until when proposals are taken for the body's next meeting; null where it has no rule for it, or it is not known yet. */
export function useProposalsUntil(board: Board): ProposalsUntil<BoardMeeting> | null {
  const { rules } = useProfile(board);
  // A body without the rule asks for nothing.
  const { data } = useBoardMeetings(
    board,
    false,
    rules.deadlines.some(({ what }) => what === 'proposals'),
  );
  return proposalsUntil(rules, data?.meetings ?? [], useNow());
}
