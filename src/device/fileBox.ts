import { fileDatabase, type KeptFile } from './fileDatabase.ts';

/** Keeps a file until it is sent. Throws what the browser throws where it has no room (QuotaExceededError). */
export async function keepFile(file: Pick<KeptFile, 'id' | 'owner' | 'content'>): Promise<void> {
  await (await fileDatabase()).put('files', { ...file, at: Date.now(), tried: null, uploadUrl: null });
}

/** The file as it is kept, or null. */
export async function keptFile(id: string): Promise<KeptFile | null> {
  return (await (await fileDatabase()).get('files', id)) ?? null;
}

/** Notes how far a file has come. One that was dropped meanwhile stays dropped. */
export async function noteSending(id: string, note: Partial<Pick<KeptFile, 'tried' | 'uploadUrl'>>): Promise<void> {
  const transaction = (await fileDatabase()).transaction('files', 'readwrite');
  const kept = await transaction.store.get(id);
  if (kept) await transaction.store.put({ ...kept, ...note });
  await transaction.done;
}
