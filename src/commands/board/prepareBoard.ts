import { Failure } from '../../meeting/errors.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import type { OnStep } from '../step.ts';

/**
 * "Gør stedet klar": creates what is missing, verifies columns, may be run again. `closedChannelId` is the private channel for closed items, null for none;
 * left out, it is the one known already, or the only one there is. Throws NotFound for a team that is not mine, ClosedPlaceRefused.
 */
export const prepareBoard =
  ({ workplace: { host, store } }: Desk) =>
  async (teamId: string, onStep: OnStep, closedChannelId?: string | null): Promise<Board> => {
    const team = (await store.teams()).find((each) => each.id === teamId);
    if (!team) throw new Failure('NotFound', 'No team of mine has this id', { detail: { teamId } });
    return store.prepareBoard(team, onStep, { me: host.signIn.person()?.id ?? null, ...(closedChannelId === undefined ? {} : { closedChannelId }) });
  };
