import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { FollowUpsRead } from '../../commands/commands.ts';
import type { MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';

/** For so long (ms) what was read is taken for what stands; it is read again when another item comes in hand, and never by itself: a whole body may sit at the panel. */
const LASTS = 60_000;

/** Apart from the other keys, which are there before an agenda is. */
const keyOf = (pointer: MeetingPointer) => ['followUps', pointer.key, pointer.siteId] as const;

/** What follows from a meeting's items; asked for by the screen that shows it, and never with the meeting. */
export function useItemFollowUps(file: MeetingFile): ShownQuery<FollowUpsRead> {
  const commands = useCommands();
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(file.pointer),
    queryFn: async () => (await commands.followUp()).ofMeeting(file),
    staleTime: LASTS,
  });
  return { data, error, refetch };
}

export function useItemFollowUpsAgain(file: MeetingFile): () => void {
  const client = useQueryClient();
  const { pointer } = file;
  return useCallback(() => void client.invalidateQueries({ queryKey: keyOf(pointer) }), [client, pointer]);
}
