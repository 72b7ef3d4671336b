import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { isOrganizersCopy } from '../../meeting/permissions.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { keys } from './keys.ts';
import { standInKeys } from './standInKeys.ts';

/** How the stand-ins of a meeting stand: read by the screen that shows them, one request where nobody was called. */
export function useSubstitutes(file: MeetingFile, event: CalendarEvent | null, enabled = true) {
  const commands = useCommands();
  const answers =
    event !== null && isOrganizersCopy({ event })
      ? event.invitees.map(({ email, answer, answeredAt }) => `${email} ${answer} ${answeredAt}`).join()
      : '';
  return useQuery({
    queryKey: standInKeys.substitutes(file.pointer, answers),
    queryFn: async () => (await commands.attendance.substitutes()).read(file, event),
    enabled,
    placeholderData: (before) => before,
  });
}

/** Reads the meeting and the event anew, after somebody was called. */
export function useRefreshSubstitutes(): (file: MeetingFile, event: CalendarEvent | null) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async ({ pointer }, event) => {
      const changed = [keys.file(pointer), keys.myEvent(pointer), keys.found, ...(event === null ? [] : [keys.event(event.id)])];
      await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    [client],
  );
}
