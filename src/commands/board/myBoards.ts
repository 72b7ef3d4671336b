import { isFailure } from '../../meeting/errors.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { FailureName } from '../../meeting/words.ts';
import type { Desk } from '../desk.ts';

/** What a team answers whose site is not for me, or that has none. */
const NONE: readonly FailureName[] = ['NotAllowed', 'NotFound', 'ConsentMissing', 'Refused'];

/** The boards of my teams whose sites have been made ready, by name. What may pass is thrown, so that no board is missing because we could not look. */
export const myBoards =
  ({ workplace: { store } }: Desk) =>
  async (): Promise<Board[]> => {
    const found = await Promise.all(
      (await store.teams()).map(({ id }) =>
        store.findBoard(id).catch((error: unknown) => {
          if (NONE.some((name) => isFailure(error, name))) return null;
          throw error;
        }),
      ),
    );
    return found
      .flatMap((each) => (each === null ? [] : ((each.kind === 'ready' ? each.board : each.earlier) ?? [])))
      .sort((a, b) => a.name.localeCompare(b.name, 'da'));
  };
