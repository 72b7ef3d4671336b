import type { LocalDatabase } from './database.ts';
import { pagesNotepad } from './drafts.ts';
import type { SeenDatabase } from './seenDatabase.ts';
import { idsOf } from './outboxEntry.ts';

interface Places {
  readonly database: Promise<LocalDatabase>;
  readonly seen: Promise<SeenDatabase>;
  /** The page's localStorage, or null where it is barred. */
  readonly notes?: Storage | null;
  /** The page's sessionStorage, where the sign-in library keeps tokens in hosts; null where it is barred. */
  readonly session?: Storage | null;
}

/** Does this device keep anything of the person that is not in the record: text that was typed, orders that wait? */
export async function hasUnsent(owner: string, { database }: Pick<Places, 'database'>): Promise<boolean> {
  const open = await database;
  const [drafts, orders] = await Promise.all([open.getAllKeys('drafts'), open.getAll('outbox')]);
  return drafts.some((key) => key.startsWith(`${owner}:`)) || idsOf(owner, orders).length > 0;
}

/** Removes everything of one person from this device: drafts and their notes, orders, what was last seen. Other people's stays. */
export async function forgetPerson(owner: string, { database, seen, notes = pagesNotepad(), session = pagesSession() }: Places): Promise<void> {
  removeKeys(notes, `dagsorden:${owner}:`);
  // A session has one person; in a plain browser signing out empties what all tabs share.
  removeKeys(session, 'msal.');
  const open = await database;
  for (const key of await open.getAllKeys('drafts')) if (key.startsWith(`${owner}:`)) await open.delete('drafts', key);
  for (const id of idsOf(owner, await open.getAll('outbox'))) await open.delete('outbox', id);
  const shown = await seen.catch(() => null);
  for (const store of ['files', 'places', 'circles'] as const)
    for (const { id } of (await shown?.getAllFromIndex(store, 'owner', owner)) ?? []) await shown?.delete(store, id);
}

function removeKeys(storage: Storage | null, prefix: string): void {
  if (storage === null) return;
  const found = Array.from({ length: storage.length }, (_, place) => storage.key(place)).filter((key) => key?.startsWith(prefix));
  for (const key of found) if (key !== null) storage.removeItem(key);
}

/** Barred like localStorage, in some frames. */
function pagesSession(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.sessionStorage;
  } catch {
    return null;
  }
}
