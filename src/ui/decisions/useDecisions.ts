import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { DecisionCursor } from '../../commands/commands.ts';
import type { WantedDecisions } from '../../meeting/decisionLog.ts';
import type { SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';

/** The bodies to search: that of a site, or all of mine. */
export function useSearchedBoards(siteId: SiteId | null) {
  const commands = useCommands();
  return useQuery({
    queryKey: ['decisionBoards', siteId],
    queryFn: async (): Promise<Board[]> =>
      siteId === null ? (await commands.board.decisions()).myBoards() : [await commands.profile.boardOf(siteId)],
  });
}

/** The decisions that are looked for, a page after another; never fetched anew by itself, since each page goes on from the one before. */
export function useDecisions(boards: readonly Board[], wanted: WantedDecisions) {
  const commands = useCommands();
  const first: DecisionCursor | null = null;
  return useInfiniteQuery({
    queryKey: ['decisions', boards.map(({ siteId }) => siteId), wanted],
    queryFn: async ({ pageParam }: { pageParam: DecisionCursor | null }) =>
      (await commands.board.decisions()).findDecisions(boards, wanted, pageParam),
    initialPageParam: first as DecisionCursor | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    enabled: boards.length > 0,
  });
}
