import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Schema extends DBSchema {
  /** Written as OutboxEntry (outboxEntry.ts), by this version or another: what comes out is parsed. */
  outbox: { key: string; value: unknown };
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
