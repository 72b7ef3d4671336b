import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BacklogRead } from '../../commands/commands.ts';
import type { Board } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';

const keyOf = (siteId: string) => ['backlog', siteId] as const;

/** The body's proposals, as this person may read them. */
export function useBacklog(board: Board): ShownQuery<BacklogRead> {
  const commands = useCommands();
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(board.siteId),
    queryFn: async () => (await commands.backlog()).readBacklog(board),
  });
  return { data, error, refetch };
}

/** Reads them again after something was written. */
export function useBacklogAgain(board: Board): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: keyOf(board.siteId) }), [client, board.siteId]);
}
