import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BoardMeeting, BoardState, Commands } from '../../commands/commands.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { UnreadRow } from '../../meeting/unreadRow.ts';
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

interface ReadMeetings {
  readonly meetings: readonly BoardMeeting[];
  readonly unread: readonly UnreadRow[];
  /** Were earlier ones left out? */
  readonly hasOlder: boolean;
}

/** So far back a board with more than a page of meetings is listed at first, in milliseconds. */
const RECENT = 366 * 86_400_000;

async function readMeetings(commands: Commands, board: Board, all: boolean): Promise<ReadMeetings> {
  let unread: readonly UnreadRow[] = [];
  let hasOlder = false;
  const onUnread = (rows: readonly UnreadRow[]) => {
    unread = rows;
  };
  const onOlder = () => {
    hasOlder = true;
  };
  const since = new Date(Date.now() - RECENT);
  const meetings = await commands.board.listBoardMeetings(board, onUnread, all ? undefined : { since, onOlder });
  return { meetings, unread, hasOlder };
}

/**
 * The board's meetings that have an agenda: at once as they were written down, then as my own calendar tells them; and the rows that cannot be read.
 * @param all those of many years as well, however many they are
 * @param enabled whether they are asked for at all
 */
export function useBoardMeetings(board: Board, all = false, enabled = true): ShownQuery<ReadMeetings> {
  const commands = useCommands();
  const queryKey = [...keys.boardMeetings(board.teamId), ...(all ? ['all'] : [])];
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey,
    queryFn: () => readMeetings(commands, board, all),
    enabled,
    placeholderData: keepPreviousData,
  });
  const over = useQuery({
    queryKey: [...queryKey, 'calendar', dataUpdatedAt],
    queryFn: () => commands.board.overCalendar(data?.meetings ?? []),
    enabled: enabled && data !== undefined,
    gcTime: 0,
  });
  return { data: data && { ...data, meetings: over.data ?? data.meetings }, error, refetch };
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
