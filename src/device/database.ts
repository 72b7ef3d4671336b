import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A command that was accepted and is not yet done. `input` is plain data. */
export interface OutboxEntry {
  readonly id: string;
  /** Orders the entries of one device. */
  readonly at: number;
  /** The person who gave it: another person on the same device never sends it. */
  readonly owner: string;
  /** The pane it was given in, which alone sends it while it is open. Entries from before panes had names have none. */
  readonly pane?: string;
  readonly command: string;
  readonly input: unknown;
  /** How often it was answered with a fault. Tries without any answer do not count. */
  readonly attempts: number;
  /** Set when only a person can help: the name and detail of the failure. */
  readonly stuck: { readonly name: string; readonly message: string; readonly detail: Record<string, string> } | null;
}

interface Schema extends DBSchema {
  outbox: { key: string; value: OutboxEntry };
  drafts: { key: string; value: { key: string; text: string; at: number } };
}

export type LocalDatabase = IDBPDatabase<Schema>;

/**
 * The browser's own database (IndexedDB) for what is typed and not yet sent. Hosts partition it: what was begun in
 * Outlook waits in Outlook (persisting-add-in-state-and-settings).
 */
export function openLocalDatabase(name = 'dagsorden'): Promise<LocalDatabase> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('outbox', { keyPath: 'id' });
      database.createObjectStore('drafts', { keyPath: 'key' });
    },
  });
}
