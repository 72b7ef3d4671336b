import { useQuery } from '@tanstack/react-query';
import type { ItemCopies } from '../../commands/commands.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';

/** Where words of the item stand now, asked for anew whenever somebody is about to close or open it, and as it stood then. */
export function useItemCopies(file: MeetingFile, itemId: ItemId): ShownQuery<ItemCopies> {
  const commands = useCommands();
  return useQuery({
    queryKey: ['copies', file.pointer.key, file.pointer.siteId, itemId],
    queryFn: () => commands.agenda.copiesOfItem(file, itemId),
    staleTime: Infinity,
    gcTime: 0,
  });
}
