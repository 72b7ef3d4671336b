import type { LocalDatabase } from './database.ts';
import { pagesNotepad } from './drafts.ts';
import type { SeenDatabase } from './lastSeen.ts';
import { idsOf } from './outboxEntry.ts';

interface Places {
  readonly database: Promise<LocalDatabase>;
  readonly seen: Promise<SeenDatabase>;
  /** The page's localStorage, or null where it is barred. */
  readonly notes?: Storage | null;
}

/** Does this device keep anything of the person that is not in the record: text that was typed, orders that wait? */
export async function hasUnsent(owner: string, { database }: Pick<Places, 'database'>): Promise<boolean> {
  const open = await database;
  const [drafts, orders] = await Promise.all([open.getAllKeys('drafts'), open.getAll('outbox')]);
  return drafts.some((key) => key.startsWith(`${owner}:`)) || idsOf(owner, orders).length > 0;
}

/** Removes everything of one person from this device: drafts and their notes, orders, what was last seen. Other people's stays. */
export async function forgetPerson(owner: string, { database, seen, notes = pagesNotepad() }: Places): Promise<void> {
  if (notes) {
    const mine = Array.from({ length: notes.length }, (_, place) => notes.key(place)).filter((key) => key?.startsWith(`dagsorden:${owner}:`));
    for (const key of mine) if (key !== null) notes.removeItem(key);
  }
  const open = await database;
  for (const key of await open.getAllKeys('drafts')) if (key.startsWith(`${owner}:`)) await open.delete('drafts', key);
  for (const id of idsOf(owner, await open.getAll('outbox'))) await open.delete('outbox', id);
  const shown = await seen.catch(() => null);
  for (const store of ['files', 'places', 'circles'] as const)
    for (const { id } of (await shown?.getAllFromIndex(store, 'owner', owner)) ?? []) await shown?.delete(store, id);
}
