import { useQuery } from '@tanstack/react-query';
import type { FoundMeeting } from '../../commands/commands.ts';
import { isPassing } from '../../meeting/errors.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';
import { keys } from './keys.ts';

export type ShownFind = ShownQuery<FoundMeeting> & { readonly isFetching: boolean };

/** The meeting the host stands on. */
export function useFoundMeeting(): ShownFind {
  const commands = useCommands();
  return useFind(keys.found, () => commands.find.findMeeting());
}

/** A meeting of mine by its id in my calendar. */
export function useEventMeeting(eventId: string): ShownFind {
  const commands = useCommands();
  return useFind(keys.event(eventId), () => commands.find.findEvent(eventId), eventId);
}

/** What it was when this device found it last, with an agenda, until the network answers or for as long as there is none. */
function useFind(queryKey: readonly string[], find: () => Promise<FoundMeeting>, eventId?: string): ShownFind {
  const commands = useCommands();
  const { data, error, isFetching, refetch } = useQuery({ queryKey, queryFn: find });
  const seen = useQuery({
    queryKey: ['seen', ...queryKey],
    queryFn: () => commands.find.lastFound(eventId),
    enabled: data === undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
  const kept = error === null || isPassing(error) ? (seen.data ?? undefined) : undefined;
  return { data: data ?? kept, error, isFetching, refetch };
}
