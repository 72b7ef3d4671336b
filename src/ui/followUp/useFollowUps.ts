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
        const found = await Promise.all(boards.map((each) => (whose === 'mine' ? followUp.mine(each) : followUp.ofBoard(each))));
        return {
          all: found.flatMap(({ followUps }, place) => {
            const each = boards[place];
            return each === undefined ? [] : followUps.map((one) => ({ one, place: each, board: each }));
          }),
          lacking: boards.filter((_, place) => found[place]?.isPrepared === false).map(({ name }) => name),
          unread: found.flatMap(({ unread }) => unread),
        };
      };
      const first = await read();
      if (whose === 'body') return { ...first, toDoError: null };
      try {
        const changed = await (await commands.followUp()).keepInStep(first.all);
        return { ...(changed > 0 ? await read() : first), toDoError: null };
      } catch (error) {
        return { ...first, toDoError: error };
      }
    },
  });
}

/** Reads all of them again after something was written. */
export function useFollowUpsAgain(): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: ['followUpsOf'] }), [client]);
}
