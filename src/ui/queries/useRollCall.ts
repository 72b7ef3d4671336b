import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { PresenceWish, RollCall } from '../../commands/commands.ts';
import { isPassing } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { PresenceNote } from '../../meeting/presence.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { ShownQuery } from '../kit/states/Queried.tsx';
import { keys } from './keys.ts';

export interface RollCalling {
  readonly query: ShownQuery<RollCall>;
  /** What is stored and what waits to be, each note once. */
  readonly notes: readonly PresenceNote[];
  /** Notes this at once; it is stored by the outbox, one after another. */
  readonly note: (...wishes: readonly PresenceWish[]) => void;
  /** How many notes are on their way, or wait for a connection. */
  readonly unsent: number;
  /** Why notes were refused; null where none were. They are off the list again. */
  readonly refused: unknown;
  readonly retry: () => void;
}

/**
 * The roll call of a meeting: what is noted stands on screen at once, and nothing that waits is lost by reading anew.
 * @param lookEvery milliseconds after which is looked what others have noted meanwhile: several may call the roll at once
 */
export function useRollCall(file: MeetingFile, lookEvery: (known: number) => number): RollCalling {
  const commands = useCommands();
  const client = useQueryClient();
  const { pointer } = file;
  const query = useQuery({
    queryKey: keys.presence(pointer),
    queryFn: async () => (await commands.attendance.rollCall()).readPresence(file),
    refetchInterval: ({ state }) => lookEvery(new Set(state.data?.notes.map(({ notedBy }) => notedBy)).size),
  });
  const waitingKey = useMemo(() => keys.presenceUnsent(pointer), [pointer]);
  const { data: waiting } = useQuery({
    queryKey: waitingKey,
    queryFn: (): PresenceNote[] => [],
    initialData: [] as PresenceNote[],
    staleTime: Infinity,
  });
  const [refused, setRefused] = useState<{ readonly error: unknown; readonly notes: readonly PresenceNote[] } | null>(null);
  const stored = query.data?.notes ?? NONE;
  const notes = useMemo(() => [...stored, ...waiting.filter(({ id }) => stored.every((other) => other.id !== id))], [stored, waiting]);

  const keep = useCallback(
    async (made: readonly PresenceNote[]) => {
      const ids = new Set(made.map(({ id }) => id));
      client.setQueryData<PresenceNote[]>(waitingKey, (before = []) => [...before.filter(({ id }) => !ids.has(id)), ...made]);
      const noLongerWaits = () => client.setQueryData<PresenceNote[]>(waitingKey, (before = []) => before.filter(({ id }) => !ids.has(id)));
      try {
        await (await commands.attendance.rollCall()).keepPresence(file, made);
        client.setQueryData<RollCall>(keys.presence(pointer), (read) => read && { ...read, notes: [...read.notes, ...made] });
        noLongerWaits();
      } catch (error) {
        // What passes stays in the outbox, and on screen until it is read from the list.
        if (isPassing(error)) return;
        noLongerWaits();
        setRefused({ error, notes: made });
      }
    },
    [client, commands, file, pointer, waitingKey],
  );
  const begin = async (wishes: readonly PresenceWish[]) => {
    const { presenceNote } = await commands.attendance.rollCall();
    // Also what was noted since the screen was last drawn: of two taps the second is later.
    const read = client.getQueryData<RollCall>(keys.presence(pointer))?.notes ?? NONE;
    const known = [...read, ...(client.getQueryData<PresenceNote[]>(waitingKey) ?? NONE)];
    const made: PresenceNote[] = [];
    for (const wish of wishes) made.push(presenceNote([...known, ...made], wish));
    await keep(made);
  };
  const note = (...wishes: readonly PresenceWish[]) => {
    if (wishes.length === 0) return;
    setRefused(null);
    begin(wishes).catch((error: unknown) => setRefused({ error, notes: [] }));
  };
  return {
    query,
    notes,
    note,
    unsent: notes.length - stored.length,
    refused: refused?.error ?? null,
    retry: () => {
      if (refused === null) return;
      setRefused(null);
      void keep(refused.notes);
    },
  };
}

const NONE: readonly PresenceNote[] = [];
