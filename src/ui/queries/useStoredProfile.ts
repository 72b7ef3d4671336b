import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { BodyProfile, KeptProfile } from '../../meeting/profile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';
import { keys } from './keys.ts';

// What the screen of a body's profile asks, apart from what an agenda asks (useProfile.ts).

type Place = Pick<Board, 'siteId'>;

/** The profile as it is stored now, for the screen that changes it. */
export function useStoredProfile(board: Place): ShownQuery<KeptProfile> {
  const commands = useCommands();
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.profile(board.siteId), 'stored'],
    queryFn: () => commands.profile.readProfile(board),
  });
  return { data, error, refetch };
}

/** The board that a site is of. */
export function useBoardOf(siteId: SiteId): ShownQuery<Board> {
  const commands = useCommands();
  const { data, error, refetch } = useQuery({ queryKey: keys.board(siteId), queryFn: () => commands.profile.boardOf(siteId) });
  return { data, error, refetch };
}

/** Those in the board's team. */
export function useTeamMembers(board: Board, enabled: boolean) {
  const commands = useCommands();
  return useQuery({ queryKey: keys.teamMembers(board.siteId), queryFn: () => commands.profile.teamMembers(board), enabled, staleTime: 60_000 });
}

/** Puts a newer profile on every screen that shows it; call it with what was just saved. */
export function useReplaceProfile(): (board: Place, change: (profile: BodyProfile) => BodyProfile) => void {
  const client = useQueryClient();
  return useCallback(
    ({ siteId }, change) => {
      const changed = (kept: KeptProfile | null | undefined) => kept && { ...kept, profile: change(kept.profile) };
      client.setQueryData<KeptProfile | null>([...keys.profile(siteId), 'stored'], changed);
      client.setQueryData<KeptProfile | null>(keys.profile(siteId), changed);
    },
    [client],
  );
}
