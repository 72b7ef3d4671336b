import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PlacedFollowUp } from '../../commands/commands.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { UnreadRow } from '../../meeting/unreadRow.ts';
import { useCommands } from '../kit/CommandsContext.tsx';

/** Mine, or all that a body still has to do. */
export type Whose = 'mine' | 'body';

export interface ShownFollowUp extends PlacedFollowUp {
  readonly board: Board;
}

export interface FollowUpsShown {
  readonly all: readonly ShownFollowUp[];
  /** Bodies whose sites have no list for it yet. */
  readonly lacking: readonly string[];
  /** Bodies that could not be read. */
  readonly failed: readonly string[];
  readonly unread: readonly UnreadRow[];
  /** Why my To Do could not be asked; null where it was, or nothing lies in it. */
  readonly toDoError: unknown;
}

/** What is to be done, of one body or of all mine where none is given. What lies in my To Do is held against it first. */
export function useFollowUps(board: Board | null, whose: Whose) {
  const commands = useCommands();
  return useQuery({
    queryKey: ['followUpsOf', board?.siteId ?? null, whose],
    queryFn: async (): Promise<FollowUpsShown> => {
      const boards = board === null ? await (await commands.board.decisions()).myBoards() : [board];
      const read = async (): Promise<Omit<FollowUpsShown, 'toDoError'>> => {
        const followUp = await commands.followUp();
        const asked = await Promise.allSettled(boards.map((each) => (whose === 'mine' ? followUp.mine(each) : followUp.ofBoard(each))));
        const found = readOf(asked);
        return {
          all: boards.flatMap((each, place) => (found[place]?.followUps ?? []).map((one) => ({ one, place: each, board: each }))),
          failed: boards.filter((_, place) => found[place] === null).map(({ name }) => name),
          lacking: boards.filter((_, place) => found[place]?.isPrepared === false).map(({ name }) => name),
          unread: found.flatMap((each) => each?.unread ?? []),
        };
      };
      const first = await read();
      if (whose === 'body') return { ...first, toDoError: null };
      try {
        const changed = await (await commands.followUp()).keepInStep(first.all);
        return { ...(changed > 0 ? await read() : first), toDoError: null };
      } catch (error) {
        // Others of them may have been changed all the same.
        return { ...(await read().catch(() => first)), toDoError: error };
      }
    },
  });
}

/**
 * What was read, and null for each that failed: one body does not take the others along.
 * @throws what the first failed with, where all did
 */
function readOf<Read>(asked: readonly PromiseSettledResult<Read>[]): readonly (Read | null)[] {
  const [first] = asked;
  if (first?.status === 'rejected' && asked.every(({ status }) => status === 'rejected')) throw first.reason;
  return asked.map((each) => (each.status === 'fulfilled' ? each.value : null));
}

/** Reads all of them again after something was written. */
export function useFollowUpsAgain(): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: ['followUpsOf'] }), [client]);
}
