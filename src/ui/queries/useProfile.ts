import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Commands } from '../../commands/commands.ts';
import type { SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import { plainProfile, type BodyProfile, type KeptProfile } from '../../meeting/profile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';
import { keys } from './keys.ts';

type Place = Pick<Board, 'siteId'>;

/** For so long (ms) what this device read of a profile is taken for the present one: at the beginning of a meeting everybody opens it at once. */
const LASTS = 4 * 3_600_000;

/** From the device where it was read lately, else as it is stored. Where it cannot be read, an older one is better than none. */
async function profileFor(commands: Commands, place: Place): Promise<KeptProfile> {
  const seen = await commands.profile.lastProfile(place).catch(() => null);
  if (seen !== null && Date.now() - seen.at < LASTS) return seen.kept;
  return commands.profile.readProfile(place).catch((error: unknown) => {
    if (seen !== null) return seen.kept;
    throw error;
  });
}

/**
 * The body's profile, for what it allows and offers: the plain one until it is known, and where it cannot be read. It is asked for when the screen stands,
 * so that no agenda waits for it; the tools it gives appear when it comes.
 */
export function useProfile(board: Place | null | undefined): BodyProfile {
  const commands = useCommands();
  const { data } = useQuery({
    queryKey: keys.profile(board?.siteId ?? ''),
    queryFn: async () => (board ? profileFor(commands, board) : null),
    enabled: board !== null && board !== undefined,
    staleTime: LASTS,
    retry: false,
  });
  return data?.profile ?? plainProfile;
}

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
