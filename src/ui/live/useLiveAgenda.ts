import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaNow, Commands, Watching } from '../../commands/commands.ts';
import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import { askingPace, CHANGES, FIRST, type Asking } from '../../meeting/askingPace.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayEditAgenda, mayReadItem } from '../../meeting/permissions.ts';
import { clockWhileRunning } from '../../meeting/run.ts';
import type { Writer } from '../../meeting/writers.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { keys } from '../queries/keys.ts';
import { useFacts } from '../queries/useFacts.ts';
import { keepAsking, type Asker } from './keepAsking.ts';
import { useLastAct } from './useLastAct.ts';
import { useLatest } from './useLatest.ts';

/** So many may stand behind a group that is invited, or an event that I have no copy of. */
const MANY = 40;

type Items = NonNullable<AgendaNow['items']>;

/**
 * Keeps the agenda on screen as it is stored, while the page can be seen: what others change takes its place among the rest, and who writes is told at the
 * item. How often is asked is computed (meeting/askingPace.ts). What I have ordered and what waits to be sent stay on screen until they are stored.
 * @param editing the item I am writing in: it is not taken from under my hands
 * @returns true while that item has gone, or is closed to me; the rest waits meanwhile
 */
export function useLiveAgenda(file: MeetingFile, event: CalendarEvent | null, editing: ItemId | null): boolean {
  const commands = useCommands();
  const client = useQueryClient();
  const { t } = useTranslation('live');
  const announce = useAnnounce();
  const facts = useFacts(file, event);
  const [isLost, setLost] = useState(false);
  const asker = useRef<Asker | null>(null);
  const follower = useRef<Follower | null>(null);
  const lastAct = useLastAct(() => asker.current?.again());
  const mayWrite = mayEditAgenda(facts);
  const now = {
    file,
    event,
    editing,
    mayWrite,
    tell: (by: readonly string[]) => announce(by.length > 0 ? t('changedBy', { names: by.join(', ') }) : t('changed')),
  };
  const latest = useLatest(now);

  const { pointer, closedAccess } = file;
  const name = JSON.stringify([pointer, closedAccess]);
  useEffect(() => {
    const followed = follow(commands, client, {
      file: latest.current.file,
      editing: () => latest.current.editing,
      onLost: setLost,
      onChanged: (by) => {
        lastAct.current = Date.now();
        latest.current.tell(by);
      },
    });
    follower.current = followed;
    asker.current = keepAsking({
      ask: () => followed.look(latest.current.mayWrite),
      pace: ({ isFirst, failures, putOff }) => {
        const { mayWrite: writes, editing: item, event: own, file: shown } = latest.current;
        const writers = client.getQueryData<readonly Writer[]>(keys.writers(shown.pointer)) ?? [];
        const asking: Asking = {
          isVisible: document.visibilityState === 'visible',
          units: (isFirst ? FIRST : CHANGES) * (writes ? 2 : 1),
          mayWrite: writes,
          isWriting: item !== null,
          othersWriting: new Set(writers.map((writer) => writer.id ?? writer.name)).size,
          people: peopleAt(own),
          isRunning: clockWhileRunning(own ?? shown.occasion, new Date()) !== null,
          quietFor: Date.now() - lastAct.current,
          failures,
          putOff,
        };
        return askingPace(asking);
      },
    });
    const again = () => asker.current?.again();
    document.addEventListener('visibilitychange', again);
    window.addEventListener('online', again);
    return () => {
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('online', again);
      asker.current?.stop();
      client.setQueryData<readonly Writer[]>(keys.writers(pointer), []);
    };
    // The pointer is told by its name: another object with the same words is no other meeting.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [commands, client, name]);
  useEffect(() => {
    follower.current?.settle();
    asker.current?.again();
  }, [editing, mayWrite]);
  return isLost && editing !== null;
}

/** How many may have the agenda open. */
function peopleAt(event: CalendarEvent | null): number {
  if (event === null) return MANY;
  return event.invitees.reduce((sum, { isGroup }) => sum + (isGroup ? MANY : 1), 1);
}

interface Follower {
  look(withWriters: boolean): Promise<void>;
  /** Puts on screen what has waited, if it may be now. */
  settle(): void;
}

interface Following {
  readonly file: MeetingFile;
  readonly editing: () => ItemId | null;
  readonly onLost: (isLost: boolean) => void;
  readonly onChanged: (by: readonly string[]) => void;
}

/** Looks, and puts what it sees into the file that all screens of the meeting show. */
function follow(commands: Commands, client: QueryClient, { file, editing, onLost, onChanged }: Following): Follower {
  const queryKey = keys.file(file.pointer);
  let watching: Promise<Watching> | null = null;
  /** What has been seen and is not on screen yet. */
  let waiting: (AgendaNow & { readonly items: Items }) | null = null;
  const begin = () => {
    watching ??= commands.live().then((live) => live.watchAgenda(file));
    watching.catch(() => (watching = null));
    return watching;
  };

  function settle(): void {
    const shown = client.getQueryData<MeetingFile>(queryKey);
    const state = client.getQueryState(queryKey);
    // What I ordered stands on screen before it is stored; it comes back with what is stored then.
    if (waiting === null || !shown || !state || state.fetchStatus !== 'idle' || commands.outbox.state().pending > 0) return;
    const { items, closedRows, isWhole, by } = waiting;
    const hand = editing();
    const isLost = hand !== null && isTakenAway(shown, items, hand);
    onLost(isLost);
    if (isLost) return;
    waiting = null;
    if (!isWhole) return void client.invalidateQueries({ queryKey, exact: true });
    if (JSON.stringify(items) === JSON.stringify(shown.agenda.items)) return;
    const rows = Object.keys(closedRows).length > 0 ? closedRows : undefined;
    // As of when the rest was read stays.
    client.setQueryData<MeetingFile>(
      queryKey,
      { ...shown, agenda: { ...shown.agenda, items }, closedRows: rows },
      { updatedAt: state.dataUpdatedAt },
    );
    onChanged(by);
  }

  return {
    settle,
    async look(withWriters) {
      const before = client.getQueryState(queryKey)?.dataUpdateCount;
      const seen = await (await begin()).look(withWriters);
      if (seen.writers !== null) client.setQueryData<readonly Writer[]>(keys.writers(file.pointer), seen.writers);
      if (seen.items !== null) waiting = { ...seen, items: seen.items, by: [...new Set([...(waiting?.by ?? []), ...seen.by])] };
      // Something else came on screen meanwhile, and may be newer.
      if (client.getQueryState(queryKey)?.dataUpdateCount === before) settle();
    },
  };
}

/** Has the item that somebody writes in gone, or been closed to them? */
function isTakenAway(shown: MeetingFile, items: readonly AgendaItem[], id: ItemId): boolean {
  if (shown.agenda.items.every((item) => item.id !== id)) return false;
  const item = items.find((other) => other.id === id);
  return item === undefined || !mayReadItem({ file: shown }, { closed: isClosed(items, item) });
}
