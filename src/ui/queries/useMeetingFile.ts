import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Commands } from '../../commands/commands.ts';
import type { MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { keys } from './keys.ts';

/** How a meeting is read. */
export const fileQuery = (commands: Commands, pointer: MeetingPointer) => ({
  queryKey: keys.file(pointer),
  queryFn: () => commands.find.openMeeting(pointer),
});

/** Everything we may see of a meeting with an agenda. */
export function useMeetingFile(pointer: MeetingPointer) {
  const commands = useCommands();
  return useQuery(fileQuery(commands, pointer));
}

/** Puts a newer file on every screen that shows the meeting; call it with what a command returned. */
export function useReplaceFile(): (file: MeetingFile) => void {
  const client = useQueryClient();
  return useCallback((file) => void client.setQueryData(keys.file(file.pointer), file), [client]);
}

/** Fetches the meeting again in place, e.g. after an apology was sent. */
export function useRefreshFile(): (pointer: MeetingPointer) => Promise<void> {
  const client = useQueryClient();
  return useCallback((pointer) => client.invalidateQueries({ queryKey: keys.file(pointer) }), [client]);
}
