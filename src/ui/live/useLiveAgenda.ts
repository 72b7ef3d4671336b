import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaNow, Commands, Watching } from '../../commands/commands.ts';
import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import { askingPace, CHANGES, FIRST, peopleAt, type Asking } from '../../meeting/askingPace.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayEditAgenda, mayReadClosed, mayReadItem } from '../../meeting/permissions.ts';
import { clockWhileRunning } from '../../meeting/run.ts';
import type { Writer } from '../../meeting/writers.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { keys } from '../queries/keys.ts';
import { useFacts } from '../queries/useFacts.ts';
import { keepAsking, type Asker } from './keepAsking.ts';
import { useLastAct } from './useLastAct.ts';
import { useLatest } from './useLatest.ts';
import { takenAwayKey } from './useTakenAway.ts';
import { writersKey } from './useWriters.ts';

/** Milliseconds in which the service may tell changes that do not yet hold what I have just written. */
const LAGS = 10_000;

type Items = NonNullable<AgendaNow['items']>;

/**
 * Keeps the agenda on screen as it is stored, while the page can be seen: what others change takes its place among the rest, and who writes is told at the
 * item. How often is asked is computed (meeting/askingPace.ts). What I have ordered and what waits to be sent stay on screen until they are stored.
 * @param editing the item whose words I am changing: who writes asks more often
 * @param holding the item that is not taken from under my hands: while it has gone, or is closed to me, the rest waits, and its screen tells
 * (`useTakenAway`)
 */
export function useLiveAgenda(file: MeetingFile, event: CalendarEvent | null, editing: ItemId | null, holding: ItemId | null): void {
  const commands = useCommands();
  const client = useQueryClient();
  const { t } = useTranslation('sendout');
  const announce = useAnnounce();
  const facts = useFacts(file, event);
  const asker = useRef<Asker | null>(null);
  const follower = useRef<Follower | null>(null);
  const lastAct = useLastAct(() => asker.current?.again());
  const mayWrite = mayEditAgenda(facts);
  const now = {
    file,
    event,
    editing,
    holding,
    mayWrite,
    members: facts.profile.members.length,
    tell: (by: readonly string[]) => announce(by.length > 0 ? t('live.changedBy', { names: by.join(', ') }) : t('live.changed')),
  };
  const latest = useLatest(now);

  const { pointer } = file;
  const name = JSON.stringify([pointer, mayReadClosed(facts)]);
  useEffect(() => {
    const followed = follow(commands, client, {
      file: latest.current.file,
      holding: () => latest.current.holding,
      onLost: (isLost) => void client.setQueryData<boolean>(takenAwayKey(latest.current.file.pointer), isLost),
      onChanged: (by) => {
        lastAct.current = Date.now();
        latest.current.tell(by);
      },
    });
    follower.current = followed;
    asker.current = keepAsking({
      // Whoever writes an item's decision sees who else does, whatever of the agenda they may change.
      ask: () => followed.look(latest.current.mayWrite || latest.current.editing !== null),
      pace: ({ isFirst, failures, putOff }) => {
        const { mayWrite: mayEdit, editing: item, event: own, file: shown, members } = latest.current;
        const writes = mayEdit || item !== null;
        const writers = client.getQueryData<readonly Writer[]>(writersKey(shown.pointer)) ?? [];
        const asking: Asking = {
          isVisible: document.visibilityState === 'visible',
          units: (isFirst ? FIRST : CHANGES) * (writes ? 2 : 1),
          mayWrite: writes,
          isWriting: item !== null,
          othersWriting: new Set(writers.map((writer) => writer.id ?? writer.name)).size,
          people: peopleAt(own, members),
          isRunning: clockWhileRunning(own ?? shown.occasion, new Date()) !== null,
          quietFor: Date.now() - lastAct.current,
          failures,
          putOff,
        };
        return askingPace(asking);
      },
    });
    const again = () => asker.current?.again();
    const onVisible = () => {
      if (latest.current.holding !== null) followed.keepFresh();
      again();
    };
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('online', again);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('online', again);
      asker.current?.stop();
      client.setQueryData<readonly Writer[]>(writersKey(pointer), []);
      client.setQueryData<boolean>(takenAwayKey(pointer), false);
    };
    // The pointer is told by its name: another object with the same words is no other meeting.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [commands, client, name]);
  useEffect(() => {
    follower.current?.settle();
    asker.current?.again();
  }, [editing, holding, mayWrite]);
}

interface Follower {
  /**
   * What is on screen is read anew by turning to the page where it is old, which would take an item that has gone from under the hands of whoever writes in it.
   * It is followed instead. Called before the event reaches the window, where that is decided.
   */
  keepFresh(): void;
  look(withWriters: boolean): Promise<void>;
  /** Puts on screen what has waited, if it may be now. */
  settle(): void;
}

interface Following {
  readonly file: MeetingFile;
  readonly holding: () => ItemId | null;
  readonly onLost: (isLost: boolean) => void;
  readonly onChanged: (by: readonly string[]) => void;
}

/** Looks, and puts what it sees into the file that all screens of the meeting show. */
function follow(commands: Commands, client: QueryClient, { file, holding, onLost, onChanged }: Following): Follower {
  const queryKey = keys.file(file.pointer);
  let watching: Promise<Watching> | null = null;
  /** What has been seen and is not on screen yet. */
  let waiting: (AgendaNow & { readonly items: Items }) | null = null;
  let count = client.getQueryState(queryKey)?.dataUpdateCount;
  /** When something else than what is seen here came on screen: what I changed, or the meeting read anew. */
  let otherAt = 0;
  const isAsItWas = (): boolean => {
    const now = client.getQueryState(queryKey)?.dataUpdateCount;
    if (now === count) return true;
    count = now;
    otherAt = Date.now();
    return false;
  };
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
    const hand = holding();
    const isLost = hand !== null && isTakenAway(shown, items, hand);
    onLost(isLost);
    if (isLost) return;
    waiting = null;
    if (isWhole && JSON.stringify(items) === JSON.stringify(shown.agenda.items)) return;
    if (!isWhole || Date.now() - otherAt < LAGS) return void client.invalidateQueries({ queryKey, exact: true });
    const rows = Object.keys(closedRows).length > 0 ? closedRows : undefined;
    // As of when the rest was read stays.
    client.setQueryData<MeetingFile>(
      queryKey,
      { ...shown, agenda: { ...shown.agenda, items }, closedRows: rows },
      { updatedAt: state.dataUpdatedAt },
    );
    count = client.getQueryState(queryKey)?.dataUpdateCount;
    onChanged(by);
  }

  return {
    settle,
    keepFresh() {
      isAsItWas();
      client.setQueryData<MeetingFile>(queryKey, (shown) => shown);
      count = client.getQueryState(queryKey)?.dataUpdateCount;
    },
    async look(withWriters) {
      isAsItWas();
      const seen = await (await begin()).look(withWriters);
      if (seen.writers !== null) client.setQueryData<readonly Writer[]>(writersKey(file.pointer), seen.writers);
      if (seen.items !== null) waiting = { ...seen, items: seen.items, by: [...new Set([...(waiting?.by ?? []), ...seen.by])] };
      // Something else came on screen meanwhile, and may be newer.
      if (isAsItWas()) settle();
    },
  };
}

/** Has the item that somebody has in hand gone, or been closed to them? */
function isTakenAway(shown: MeetingFile, items: readonly AgendaItem[], id: ItemId): boolean {
  if (shown.agenda.items.every((item) => item.id !== id)) return false;
  const item = items.find((other) => other.id === id);
  return item === undefined || !mayReadItem({ file: shown }, { closed: isClosed(items, item) });
}
