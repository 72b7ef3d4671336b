import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayConfirmApologies } from '../../meeting/permissions.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { keys } from './keys.ts';
import { useFacts } from './useFacts.ts';

export interface Listed {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  /** The directory could not be asked: somebody may stand under two addresses, and a group as a person. */
  readonly unsure: boolean;
}

/**
 * The meeting and my copy of the event with their people known by the directory, as soon as it has answered; until then as they are. It is asked where
 * somebody is listed by an address alone: everybody to whoever does the secretary's work, and whoever sent an apology to all.
 */
export function useListed(file: MeetingFile, event: CalendarEvent | null): Listed {
  const commands = useCommands();
  const facts = useFacts(file, event);
  const { data, isError } = useQuery({
    queryKey: keys.listed(file.pointer, [file.apologies, event?.invitees]),
    queryFn: () => commands.attendance.whoIsListed(file, event),
    enabled: mayConfirmApologies(facts) || file.apologies.some(({ person }) => person.id === null),
    staleTime: Infinity,
  });
  return useMemo(
    () => ({
      file: data ? { ...file, apologies: data.apologies } : file,
      event: data && event ? { ...event, invitees: data.invitees } : event,
      unsure: isError,
    }),
    [file, event, data, isError],
  );
}
