import type { FailureName } from '../meeting/words.ts';
import type { LocalDatabase } from './database.ts';
import { isReadable, readEntry, type OutboxEntry, type StepNote, type UnreadableEntry } from './outboxEntry.ts';
import { createHeir, openPanes, type Pane } from './panes.ts';

/** The kept orders that are this pane's to send or to show: those given in it, and those of panes that are gone. */
export interface Entries {
  /** As they were last read, in the order they were given. */
  list(): readonly OutboxEntry[];
  /** Of mine, and not readable: kept as they are. */
  unreadable(): readonly UnreadableEntry[];
  load(): Promise<void>;
  keep(entry: OutboxEntry): Promise<void>;
  /** Keeps what has become of an entry, where it is still there: its person may have signed out, and everything of theirs is gone. */
  change(entry: OutboxEntry): Promise<void>;
  /** Keeps how far the steps have come, where the entry is still there. */
  note(id: string, steps: readonly StepNote[]): Promise<void>;
  forget(id: string): Promise<void>;
  /** Makes what was stuck wait again: all of it, or what a failure of this name was in the way of. */
  unstick(only?: FailureName): Promise<void>;
  /** What was ordered, or all of an entry that cannot be read; null where it is gone. */
  content(id: string): Promise<unknown>;
  close(): void;
}

interface EntriesOptions {
  readonly database: Promise<LocalDatabase>;
  readonly owner: () => string;
  readonly pane: Pane;
  readonly onChange: () => void;
  /** A pane that had something waiting is closed: it is mine now. */
  readonly onInherited: () => void;
}

export function createEntries({ database, owner, pane, onChange, onInherited }: EntriesOptions): Entries {
  const heir = createHeir(onInherited);
  let entries: OutboxEntry[] = [];
  let unreadable: UnreadableEntry[] = [];
  let reads = 0;
  let newestRead = 0;

  const load = async (): Promise<void> => {
    const read = (reads += 1);
    const all = (await (await database).getAll('outbox')).map(readEntry).filter((entry) => entry !== null);
    const mine = all.filter((entry) => entry.owner === owner());
    const readable = mine.filter(isReadable);
    // Asked after the reading: a pane is seen as open before anything of it is kept.
    const open = readable.some((entry) => entry.pane !== pane.id) ? await openPanes() : new Set<string>();
    if (read < newestRead) return;
    newestRead = read;
    const isOthers = (entry: OutboxEntry) => entry.pane !== null && entry.pane !== pane.id && open.has(entry.pane);
    for (const entry of readable) if (entry.pane !== null && isOthers(entry)) heir.awaits(entry.pane);
    entries = readable.filter((entry) => !isOthers(entry)).sort((a, b) => a.at - b.at);
    unreadable = mine.filter((entry): entry is UnreadableEntry => !isReadable(entry));
    onChange();
  };

  return {
    list: () => entries,
    unreadable: () => unreadable,
    load,
    async keep(entry) {
      await (await database).put('outbox', entry);
      await load();
    },
    async change(entry) {
      const change = (await database).transaction('outbox', 'readwrite');
      if ((await change.store.getKey(entry.id)) !== undefined) await change.store.put(entry);
      await change.done;
      await load();
    },
    async note(id, steps) {
      entries = entries.map((entry) => (entry.id === id ? { ...entry, steps: [...steps] } : entry));
      onChange();
      const change = (await database).transaction('outbox', 'readwrite');
      const kept = readEntry(await change.store.get(id));
      if (kept !== null && isReadable(kept)) await change.store.put({ ...kept, steps: [...steps] });
      await change.done;
    },
    async forget(id) {
      await (await database).delete('outbox', id);
      await load();
    },
    async unstick(only) {
      const stuck = entries.filter((entry) => entry.stuck !== null && (only === undefined || entry.stuck.name === only));
      for (const entry of stuck) await (await database).put('outbox', { ...entry, attempts: 0, stuck: null });
    },
    async content(id) {
      const content = await (await database).get('outbox', id);
      const entry = readEntry(content);
      return (entry !== null && isReadable(entry) ? entry.input : content) ?? null;
    },
    close: () => heir.close(),
  };
}
