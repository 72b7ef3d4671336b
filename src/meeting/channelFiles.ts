import type { Publication } from './meeting.ts';

/** Minutes as a file among those of the body's channel, as a line of their log tells it (logsBeside.ts). */
export interface ChannelFile {
  readonly version: number;
  /** Null where a line names none that can be read. */
  readonly name: string | null;
  /** Where a person opens it; null while it is not known whether it arrived: a link of somebody else's line may lead anywhere. */
  readonly url: string | null;
  /** What it is taken away by; null where nobody who publishes says that it is there. */
  readonly stored: { readonly driveId: string; readonly itemId: string } | null;
}

/** Where a file lies, or is about to. */
export interface ChannelFileReference {
  readonly name: string;
  readonly url?: string;
  readonly driveId?: string;
  readonly itemId?: string;
}

/** A reference as the log's row keeps it: the file's link, which a person can follow, with what Graph calls the file behind its `#`. */
export function printFileReference({ name, url = '', driveId, itemId }: ChannelFileReference): string {
  const named = new URLSearchParams({ name, ...(driveId !== undefined && { drive: driveId }), ...(itemId !== undefined && { item: itemId }) });
  return `${url}#${named.toString()}`;
}

/** @returns null where it is none */
export function parseFileReference(reference: string | null): ChannelFileReference | null {
  const at = reference?.lastIndexOf('#') ?? -1;
  if (reference === null || at < 0) return null;
  const named = new URLSearchParams(reference.slice(at + 1));
  const [name, driveId, itemId] = ['name', 'drive', 'item'].map((word) => named.get(word));
  if (!name) return null;
  const url = reference.slice(0, at);
  return { name, ...(url !== '' && { url }), ...(driveId && { driveId }), ...(itemId && { itemId }) };
}

/** The files that are there, or may be, the newest first. */
export function channelFilesOf(log: readonly Publication[]): ChannelFile[] {
  return log
    .filter(({ state }) => state !== 'failed' && state !== 'withdrawn')
    .sort((a, b) => b.version - a.version)
    .map(({ version, state, reference }) => {
      const { name = null, url = null, driveId, itemId } = parseFileReference(reference) ?? {};
      const known = state === 'done' && driveId !== undefined && itemId !== undefined;
      return { version, name, url: known && url?.startsWith('https://') ? url : null, stored: known ? { driveId, itemId } : null };
    });
}

/** The line of the log that the next file is written down in: an attempt that is known to have failed is made again in its own line. */
export function nextFileVersion(log: readonly Publication[], name: string): number {
  const undone = log.find(({ state, reference }) => state !== 'done' && state !== 'withdrawn' && parseFileReference(reference)?.name === name);
  return undone?.version ?? Math.max(0, ...log.map(({ version }) => version)) + 1;
}
