import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ItemCopies } from '../../commands/commands.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';

export interface Mending {
  /** What was found before the item was closed or opened; null until it is. */
  readonly found: ItemCopies | null;
  readonly begin: (found: ItemCopies) => void;
  readonly end: () => void;
}

/** What is still to be mended of an item that was just closed or opened. A page that becomes wide or narrow draws it elsewhere and keeps it. */
export function useMending({ pointer }: MeetingFile, itemId: ItemId, way: 'closing' | 'opening'): Mending {
  const client = useQueryClient();
  const key = ['mending', way, pointer.key, pointer.siteId, itemId];
  const keep = (found: ItemCopies | null) => void client.setQueryData(key, found);
  const { data } = useQuery({
    queryKey: key,
    queryFn: (): ItemCopies | null => client.getQueryData<ItemCopies | null>(key) ?? null,
    initialData: null as ItemCopies | null,
    staleTime: Infinity,
  });
  return { found: data, begin: keep, end: () => keep(null) };
}
