import type { Board } from '../../meeting/meeting.ts';
import type { TeamMember } from '../../storage/teamMembers.ts';
import type { Desk } from '../desk.ts';

/** Those in the board's team, by name. @throws Failure ConsentMissing, NotAllowed */
export const teamMembers =
  ({ workplace }: Desk) =>
  (board: Pick<Board, 'siteId' | 'teamId'>): Promise<readonly TeamMember[]> =>
    workplace.store.teamMembers(board);
