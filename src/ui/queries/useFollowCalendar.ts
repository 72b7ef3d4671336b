import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { keys } from './keys.ts';

/**
 * Shows, and writes down for everybody, what the organiser's own copy of the event tells otherwise than the meeting that was fetched. Tried once for
 * what the event says: a newer row may be right.
 */
export function useFollowCalendar(file: MeetingFile, event: CalendarEvent): void {
  const commands = useCommands();
  const client = useQueryClient();
  const tried = useRef('');
  useEffect(() => {
    const queryKey = keys.file(file.pointer);
    if (client.getQueryData(queryKey) !== file) return;
    const said = JSON.stringify([file.pointer.key, event.id, event.start, event.end, event.subject, event.location, event.cancelled]);
    if (tried.current === said) return;
    tried.current = said;
    commands.find.followCalendar(file, event).then(
      (now) => {
        if (now === file) return;
        const told = (newest: MeetingFile): MeetingFile => ({
          ...newest,
          occasion: now.occasion,
          agenda: { ...now.agenda, items: newest.agenda.items },
        });
        client.setQueryData<MeetingFile>(queryKey, (newest) => newest && told(newest));
      },
      // The meeting is shown by the event all the same, and is written down when it is seen next.
      () => undefined,
    );
  }, [client, commands, file, event]);
}
