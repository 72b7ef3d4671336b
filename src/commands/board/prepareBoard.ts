import { Failure } from '../../meeting/errors.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import type { OnStep } from '../step.ts';

/** "Gør stedet klar": creates what is missing, verifies columns, may be run again. Throws NotFound for a team that is not mine. */
export const prepareBoard =
  ({ workplace: { store } }: Desk) =>
  async (teamId: string, onStep: OnStep): Promise<Board> => {
    const team = (await store.teams()).find((each) => each.id === teamId);
    if (!team) throw new Failure('NotFound', 'No team of mine has this id', { detail: { teamId } });
    return store.prepareBoard(team, onStep);
  };
