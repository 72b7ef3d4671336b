import { useQuery } from '@tanstack/react-query';
import { useCommands } from '../kit/CommandsContext.tsx';
import { keys } from './keys.ts';

/** The meeting the host stands on. */
export function useFoundMeeting() {
  const commands = useCommands();
  return useQuery({ queryKey: keys.found, queryFn: () => commands.find.findMeeting() });
}

/** A meeting of mine by its id in my calendar. */
export function useEventMeeting(eventId: string) {
  const commands = useCommands();
  return useQuery({ queryKey: keys.event(eventId), queryFn: () => commands.find.findEvent(eventId) });
}
