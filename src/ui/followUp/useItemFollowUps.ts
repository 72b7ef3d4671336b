import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { FollowUpsRead } from '../../commands/commands.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';
import { keys } from '../queries/keys.ts';

/** So often is looked what others have written meanwhile. */
const LOOK_EVERY = 60_000;

/** What follows from a meeting's items; asked for by the screen that shows it, and never with the meeting. */
export function useItemFollowUps(file: MeetingFile): ShownQuery<FollowUpsRead> {
  const commands = useCommands();
  const { data, error, refetch } = useQuery({
    queryKey: keys.followUps(file.pointer),
    queryFn: async () => (await commands.followUp()).ofMeeting(file),
    refetchInterval: LOOK_EVERY,
    refetchIntervalInBackground: false,
  });
  return { data, error, refetch };
}

export function useItemFollowUpsAgain(file: MeetingFile): () => void {
  const client = useQueryClient();
  const { pointer } = file;
  return useCallback(() => void client.invalidateQueries({ queryKey: keys.followUps(pointer) }), [client, pointer]);
}
