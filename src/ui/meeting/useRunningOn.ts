import { useQueryClient } from '@tanstack/react-query';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAction } from '../kit/useAction.ts';
import { keys } from '../queries/keys.ts';

export interface RunningOn {
  readonly busy: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** The meeting comes to the item in hand, for the first time or again; whatever was under way is left. */
  readonly begin: () => void;
  /** The meeting goes on from the item in hand to the next. */
  readonly goOn: () => void;
}

/** Notes when the meeting comes to items and goes on from them, and shows the next. */
export function useRunningOn(file: MeetingFile, current: ItemId | null, next: ItemId | null, onNext: () => void): RunningOn {
  const commands = useCommands();
  const client = useQueryClient();
  const underWay = file.treatments.find(({ startedAt, endedAt }) => startedAt !== undefined && endedAt === undefined)?.itemId ?? null;
  const pass = useAction(async (from: ItemId | null, to: ItemId | null) => {
    const treatments = await commands.minutes.goOn(file, from, to);
    await client.cancelQueries({ queryKey: keys.treatments(file.pointer) });
    const timesOf = new Map(treatments.map(({ itemId, startedAt, endedAt }) => [itemId, { startedAt, endedAt }]));
    // Only the times are told: what others have written meanwhile stays.
    client.setQueryData<MeetingFile>(keys.file(file.pointer), (newest) => {
      if (newest === undefined) return newest;
      const there = new Set(newest.treatments.map(({ itemId }) => itemId));
      const kept = newest.treatments.map((each) => (each.itemId === from || each.itemId === to ? { ...each, ...timesOf.get(each.itemId) } : each));
      return { ...newest, treatments: [...kept, ...treatments.filter(({ itemId }) => !there.has(itemId))] };
    });
  }, {});
  return {
    busy: pass.busy,
    error: pass.error,
    retry: pass.retry,
    begin: () => void pass.run(underWay === current ? null : underWay, current),
    goOn: () => {
      // The next item stands at once; the time follows it.
      if (underWay === current && current !== null) void pass.run(current, next);
      onNext();
    },
  };
}
