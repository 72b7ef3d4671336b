import { useQuery } from '@tanstack/react-query';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { keys } from './keys.ts';

/** My coming meetings whose invitation is a copy of this one's; none while they are not known. */
export function useCopies(file: MeetingFile, enabled: boolean): readonly CalendarEvent[] {
  const commands = useCommands();
  const { data } = useQuery({
    queryKey: keys.copies(file.pointer),
    queryFn: () => commands.find.copiesOf(file),
    enabled,
    staleTime: 5 * 60_000,
  });
  return data ?? [];
}
