import { useQuery } from '@tanstack/react-query';
import type { Commands } from '../../commands/commands.ts';
import type { Board } from '../../meeting/meeting.ts';
import { plainProfile, type BodyProfile, type KeptProfile } from '../../meeting/profile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
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
