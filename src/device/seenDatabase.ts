import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

export interface FileRow {
  readonly id: string;
  readonly owner: string;
  readonly at: number;
  readonly closedSiteId: string | null;
  readonly insider: boolean;
  readonly file: unknown;
}

interface PlaceRow {
  readonly id: string;
  readonly owner: string;
  readonly at: number;
  readonly place: unknown;
}

interface CircleRow {
  readonly id: string;
  readonly owner: string;
  readonly closedSiteId: string | null;
  readonly confirmed: boolean;
  readonly outsideAt: number | null;
}

interface Schema extends DBSchema {
  circles: { key: string; value: CircleRow; indexes: { owner: string } };
  files: { key: string; value: FileRow; indexes: { owner: string } };
  places: { key: string; value: PlaceRow; indexes: { owner: string } };
}

export type SeenDatabase = IDBPDatabase<Schema>;

/**
 * A database beside that of outbox and drafts. Raising the version of that one would wait until every pane of an older version of the app
 * is closed, and nothing typed could be kept meanwhile; and what may be thrown away at any time lies apart from what must not.
 */
export function openSeenDatabase(name = 'dagsorden-seen'): Promise<SeenDatabase> {
  return openDB<Schema>(name, 2, {
    upgrade(database, before) {
      const added = before < 1 ? (['files', 'places', 'circles'] as const) : (['circles'] as const);
      for (const store of added) database.createObjectStore(store, { keyPath: 'id' }).createIndex('owner', 'owner');
    },
    // A newer version of the app wants to change it: this pane does without from now on.
    blocking: (_now, _next, event) => (event.target as IDBDatabase | null)?.close(),
  });
}
