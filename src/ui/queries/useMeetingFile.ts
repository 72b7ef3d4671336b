import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Commands } from '../../commands/commands.ts';
import { isFailure, isPassing } from '../../meeting/errors.ts';
import type { MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { withoutClosed } from '../../meeting/withoutClosed.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';
import { keys } from './keys.ts';

/** How a meeting is read. */
export const fileQuery = (commands: Commands, pointer: MeetingPointer) => ({
  queryKey: keys.file(pointer),
  queryFn: () => commands.find.openMeeting(pointer),
});

/** A meeting on screen. `asOf` is set while the newest could not be fetched: the ISO instant of what is shown. */
export type ShownFile = ShownQuery<MeetingFile> & { readonly asOf: string | null };

/**
 * Everything we may see of a meeting with an agenda. One that was opened before is shown as this device saw it last until the network
 * answers, what is closed only when it has, and for as long as there is no connection; any other failure takes it off the screen, since it may be that it is not for
 * this person any more. Whatever is written on it is held against what is stored, and refused where others have changed that.
 *
 * @param fromDevice false where only the newest will do
 */
export function useMeetingFile(pointer: MeetingPointer, fromDevice = true): ShownFile {
  const commands = useCommands();
  const { data, error, dataUpdatedAt, refetch } = useQuery(fileQuery(commands, pointer));
  const seen = useQuery({
    queryKey: keys.seenFile(pointer),
    queryFn: () => commands.find.lastSeen(pointer),
    enabled: fromDevice && data === undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
  const passing = error !== null && isPassing(error);
  const offline = isFailure(error, 'Offline');
  const remembered = data === undefined && fromDevice && (error === null || passing) ? (seen.data ?? null) : null;
  // Whoever was in the closed circle then may not be now: its words wait for Graph, and are shown from the device only where Graph cannot be asked.
  const shown = useMemo(() => remembered && (offline ? remembered.file : withoutClosed(remembered.file)), [remembered, offline]);
  const at = data === undefined ? (remembered?.at ?? null) : new Date(dataUpdatedAt).toISOString();
  return { data: data ?? shown ?? undefined, error, refetch, asOf: passing ? at : null };
}

/** Puts a newer file on every screen that shows the meeting; call it with what a command returned. */
export function useReplaceFile(): (file: MeetingFile) => void {
  const client = useQueryClient();
  return useCallback((file) => void client.setQueryData(keys.file(file.pointer), file), [client]);
}

/** The meeting as it stands on the screens at the moment that is asked; undefined where none shows it. */
export function useNewestFile(pointer: MeetingPointer): () => MeetingFile | undefined {
  const client = useQueryClient();
  return () => client.getQueryData<MeetingFile>(keys.file(pointer));
}

/** Fetches the meeting again in place, e.g. after an apology was sent. */
export function useRefreshFile(): (pointer: MeetingPointer) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (pointer) => {
      await Promise.all([keys.file(pointer), keys.beforeAgenda(pointer)].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    [client],
  );
}
