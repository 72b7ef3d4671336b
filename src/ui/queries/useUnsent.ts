import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { useOutbox } from '../kit/useOutbox.ts';
import { keys } from './keys.ts';

/** What of mine about this meeting waits in the outbox: an apology, or that it is taken back. */
export type Unsent = 'apology' | 'withdrawal' | null;

/** Told by the screen that sent it, until the outbox is empty. */
export function useUnsentApology(pointer: MeetingPointer): { waiting: Unsent; mark: (what: Unsent) => void } {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: keys.unsentApology(pointer), queryFn: (): Unsent => null, initialData: null as Unsent, staleTime: Infinity });
  const mark = useCallback((what: Unsent) => void client.setQueryData(keys.unsentApology(pointer), what), [client, pointer]);
  return { waiting: data, mark };
}

/**
 * Fetches everything again when what waited for a connection has been sent. An order that was refused has sent nothing: its screen tells
 * why, and is not to be replaced under the reader's eyes.
 */
export function useRefreshWhenSent(): void {
  const client = useQueryClient();
  const outbox = useOutbox();
  const waited = useRef(false);
  const waits = outbox.pending > 0 && !outbox.sending;
  const empty = outbox.pending === 0 && outbox.stuck.length === 0;
  useEffect(() => {
    if (waits) waited.current = true;
    if (!empty || !waited.current) return;
    waited.current = false;
    if (outbox.refused) return;
    client.setQueriesData({ queryKey: ['unsentApology'] }, null);
    void client.invalidateQueries();
  }, [client, waits, empty, outbox.refused]);
}
