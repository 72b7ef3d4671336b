import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A file that waits to be sent, with how far that has come. */
export interface KeptFile {
  readonly id: string;
  readonly owner: string;
  readonly at: number;
  readonly content: Blob;
  /** The name that was last tried, once anything has been sent: a file of this name and size may be ours. */
  readonly tried: string | null;
  /** The address its pieces go to, which speaks for itself; null before there is one. */
  readonly uploadUrl: string | null;
}

interface Schema extends DBSchema {
  files: { key: string; value: KeptFile; indexes: { owner: string } };
}

type Database = IDBPDatabase<Schema>;
let opened: Promise<Database> | null = null;

/** A database of its own, for the reasons that seenDatabase.ts has one; opened when the first file is put in. */
export function fileDatabase(): Promise<Database> {
  opened ??= openDB<Schema>('dagsorden-files', 1, {
    upgrade: (made) => made.createObjectStore('files', { keyPath: 'id' }).createIndex('owner', 'owner'),
    blocking: (_now, _next, event) => {
      (event.target as IDBDatabase | null)?.close();
      opened = null;
    },
  });
  opened.catch(() => (opened = null));
  return opened;
}

/** Removes every file of one person from this device. */
export async function forgetFiles(owner: string): Promise<void> {
  const open = await fileDatabase();
  for (const id of await open.getAllKeysFromIndex('files', 'owner', owner)) await open.delete('files', id);
}

export async function dropFile(id: string): Promise<void> {
  await (await fileDatabase()).delete('files', id);
}
