import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BoardMeeting, BoardState } from '../../commands/commands.ts';
import type { Board } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';
import { keys } from './keys.ts';

/** The teams I am in, as boards to choose from. */
export function useBoards(enabled = true) {
  const commands = useCommands();
  return useQuery({ queryKey: keys.boards, queryFn: () => commands.board.listBoards(), enabled });
}

/** Is this team's site ready for us? */
export function useBoardState(teamId: string) {
  const commands = useCommands();
  return useQuery({ queryKey: keys.boardState(teamId), queryFn: () => commands.board.boardState(teamId) });
}

/** The board's meetings that have an agenda: at once as they were written down, then as my own calendar tells them. */
export function useBoardMeetings(board: Board): ShownQuery<readonly BoardMeeting[]> {
  const commands = useCommands();
  const queryKey = keys.boardMeetings(board.teamId);
  const { data, error, refetch, dataUpdatedAt } = useQuery({ queryKey, queryFn: () => commands.board.listBoardMeetings(board) });
  const over = useQuery({
    queryKey: [...queryKey, 'calendar', dataUpdatedAt],
    queryFn: () => commands.board.overCalendar(data ?? []),
    enabled: data !== undefined,
    gcTime: 0,
  });
  return { data: over.data ?? data, error, refetch };
}

/** The site has just been prepared: every screen knows at once. */
export function useBoardReady(): (board: Board) => void {
  const client = useQueryClient();
  return useCallback(
    (board) => {
      const ready: BoardState = { kind: 'ready', board };
      client.setQueryData(keys.boardState(board.teamId), ready);
    },
    [client],
  );
}
