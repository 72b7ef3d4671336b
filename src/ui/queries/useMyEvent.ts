import { useQuery } from '@tanstack/react-query';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { keys } from './keys.ts';

/** My own calendar's copy of the meeting: null where I have none (any more). `file` may still be on its way. */
export function useMyEvent(file: MeetingFile | undefined) {
  const commands = useCommands();
  return useQuery({
    queryKey: file ? keys.myEvent(file.pointer) : ['myEvent', 'none'],
    queryFn: () => (file ? commands.find.findMyEvent(file) : null),
    enabled: file !== undefined,
  });
}
