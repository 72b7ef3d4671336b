import {
  childrenOf,
  deleteFile,
  fileIn,
  folderAt,
  makeFolder,
  openUpload,
  putContent,
  putFile,
  readableFile,
  siteDriveId,
  type DriveItem,
} from '../graph/drives.ts';
import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { download, sendPiece, uploadedSoFar } from '../graph/ownAddress.ts';
import type { PaperFile } from '../meeting/agenda.ts';
import { Failure } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import { numberedName } from '../meeting/paperNames.ts';
import { asFailure, translated } from './failure.ts';

/** Up to here a file goes in one request; over it in pieces (driveitem-put-content). */
export const AT_ONCE = 4 * 1024 * 1024;

/** All papers lie in one folder of the library, and in it one for each meeting. */
const FOLDER = 'Mødebilag';

/** Sessions that one attempt opens. */
const MOST_SESSIONS = 2;

/** Names that are tried before it is said that the folder is full of them. */
const MOST_NAMES = 50;

/** A paper as it lies in a library. */
export interface StoredPaper {
  readonly driveId: string;
  readonly itemId: string;
  readonly name: string;
  readonly url: string;
}

/** How far sending a file has come, kept where a closed pane does not lose it. */
export interface Sending {
  readonly tried: string | null;
  readonly uploadUrl: string | null;
  note(change: { readonly tried?: string; readonly uploadUrl?: string | null }): Promise<void>;
  /** Bytes so far. */
  progress(sent: number): void;
}

export interface PaperToKeep {
  readonly folder: string;
  readonly name: string;
  readonly content: Blob;
  /** The file it replaces, which keeps its id and its link. */
  readonly replaces: Pick<PaperFile, 'driveId' | 'itemId'> | null;
}

export const asStored = ({ id, name, webUrl, parentReference }: DriveItem): StoredPaper => ({
  driveId: parentReference.driveId,
  itemId: id,
  name,
  url: webUrl,
});

/** The id of a site's library. Throws Failure PaperNotStored (missing). */
export async function libraryOf(graph: Graph, siteId: SiteId): Promise<string> {
  try {
    return await siteDriveId(graph, siteId);
  } catch (error) {
    if (isGraphFailure(error, 'notFound')) throw notStored('missing', error);
    throw told(error);
  }
}

/**
 * Keeps a file in a site's library. May be run again after it was cut off anywhere: pieces that arrived are not sent again, and a file that was finished
 * without our hearing of it is known by the name that was tried and its size.
 * @throws Failure PaperNotStored with `reason` missing, readOnly, full, name or gone; Offline and others as ever
 */
export async function keepPaper(graph: Graph, siteId: SiteId, paper: PaperToKeep, sending: Sending): Promise<StoredPaper> {
  const driveId = await libraryOf(graph, siteId);
  try {
    if (paper.replaces !== null) return asStored(await replace(graph, paper, paper.replaces, sending));
    const folderId = await folderFor(graph, driveId, paper.folder);
    return asStored(await add(graph, { driveId, folderId }, paper, sending));
  } catch (error) {
    throw told(error);
  }
}

interface Place {
  readonly driveId: string;
  readonly folderId: string;
}

/** A name is noted as tried when it was seen to be free: what stands there later with the same content is ours, and its answer was lost. */
async function add(graph: Graph, place: Place, { name, content }: PaperToKeep, sending: Sending): Promise<DriveItem> {
  const { driveId, folderId } = place;
  let { tried, uploadUrl } = sending;
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const next = numberedName(name, number);
    if (uploadUrl !== null && tried !== next) continue;
    const there = uploadUrl === null ? await standing(graph, place, next) : null;
    if (there && tried === next && (await sameContent(graph, there, content))) return there;
    if (there) continue;
    if (tried !== next) await sending.note({ tried: (tried = next) });
    try {
      if (content.size <= AT_ONCE) return await putFile(graph, driveId, folderId, next, content);
      return await inPieces(graph, content, { ...sending, uploadUrl }, () => openUpload(graph, driveId, { folderId, name: next }));
    } catch (error) {
      if (!isGraphFailure(error, 'conflict')) throw error;
      await sending.note({ uploadUrl: (uploadUrl = null) });
      const ours = await standing(graph, place, next);
      if (ours && (await sameContent(graph, ours, content))) return ours;
    }
  }
  throw notStored('name', null);
}

async function standing(graph: Graph, { driveId, folderId }: Place, name: string): Promise<DriveItem | null> {
  try {
    return await fileIn(graph, driveId, folderId, name);
  } catch (error) {
    if (!isGraphFailure(error, 'notFound')) throw error;
    return null;
  }
}

/** Is that the same file, letter by letter? Asked only where name and size say so. */
async function sameContent(graph: Graph, { id, size, parentReference }: DriveItem, content: Blob): Promise<boolean> {
  if (size !== content.size) return false;
  const { downloadUrl } = await readableFile(graph, parentReference.driveId, id);
  const [theirs, ours] = await Promise.all([download(downloadUrl).then((blob) => blob.arrayBuffer()), content.arrayBuffer()]);
  const [a, b] = [new Uint8Array(theirs), new Uint8Array(ours)];
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function replace(
  graph: Graph,
  { content }: PaperToKeep,
  { driveId, itemId }: Pick<PaperFile, 'driveId' | 'itemId'>,
  sending: Sending,
): Promise<DriveItem> {
  if (content.size <= AT_ONCE) return putContent(graph, driveId, itemId, content);
  return inPieces(graph, content, sending, () => openUpload(graph, driveId, { itemId }));
}

/** Sends a file in pieces, from where the session says it has come to. One that is over is begun anew. */
async function inPieces(
  graph: Graph,
  content: Blob,
  { uploadUrl, note, progress }: Sending,
  open: () => Promise<{ readonly uploadUrl: string }>,
): Promise<DriveItem> {
  let url = uploadUrl;
  let next = url === null ? null : await uploadedSoFar(url);
  for (let opened = 0; ;) {
    if (url === null || next === null) {
      // Where the file was finished and its answer lost, its name is taken now, or it is put over itself once more.
      if (opened === MOST_SESSIONS) throw new Failure('ServerFault', 'Upload sessions end before they are done');
      opened += 1;
      url = (await open()).uploadUrl;
      await note({ uploadUrl: url });
      next = 0;
    }
    progress(next);
    const piece = await sendPiece(url, content, next);
    if ('done' in piece) {
      progress(content.size);
      return await finished(graph, piece.done);
    }
    next = piece.next;
  }
}

/** What the last piece is answered with is the file, as Graph would tell it. */
async function finished(graph: Graph, body: unknown): Promise<DriveItem> {
  const { id, parentReference } = body as { id?: unknown; parentReference?: { driveId?: unknown } };
  const driveId = parentReference?.driveId;
  if (typeof id !== 'string' || typeof driveId !== 'string') throw new Failure('ServerFault', 'An upload ended without a file');
  return readableFile(graph, driveId, id);
}

/** The meeting's folder, made where it is missing. */
async function folderFor(graph: Graph, driveId: string, name: string): Promise<string> {
  try {
    return (await folderAt(graph, driveId, [FOLDER, name])).id;
  } catch (error) {
    if (!isGraphFailure(error, 'notFound')) throw error;
  }
  const outer = await folderMade(graph, driveId, 'root', [], FOLDER);
  return (await folderMade(graph, driveId, outer.id, [FOLDER], name)).id;
}

async function folderMade(graph: Graph, driveId: string, parentId: string, above: readonly string[], name: string): Promise<DriveItem> {
  try {
    return await makeFolder(graph, driveId, parentId, name);
  } catch (error) {
    if (!isGraphFailure(error, 'conflict')) throw error;
    return folderAt(graph, driveId, [...above, name]);
  }
}

/** A paper's content, and what it is called. Throws Failure NotFound, NotAllowed. */
export function paperContent(
  graph: Graph,
  { driveId, itemId }: Pick<PaperFile, 'driveId' | 'itemId'>,
): Promise<{ readonly name: string; readonly content: Blob }> {
  return translated('Reading a paper', async () => {
    const { name, downloadUrl } = await readableFile(graph, driveId, itemId);
    return { name, content: await download(downloadUrl) };
  });
}

/** Takes a paper away from where everybody could read it; one that is gone already is as good as deleted. */
export async function deletePaper(graph: Graph, { driveId, itemId }: Pick<PaperFile, 'driveId' | 'itemId'>): Promise<void> {
  try {
    await deleteFile(graph, driveId, itemId);
  } catch (error) {
    if (!isGraphFailure(error, 'notFound')) throw told(error);
  }
}

/** One line of a library, to choose from. */
export interface LibraryEntry {
  readonly id: string;
  readonly name: string;
  readonly folder: boolean;
  readonly url: string;
}

/** What lies in a folder of a site's library; null is its root. */
export async function libraryEntries(graph: Graph, siteId: SiteId, folderId: string | null): Promise<LibraryEntry[]> {
  const driveId = await libraryOf(graph, siteId);
  return translated('Reading the library', async () =>
    (await childrenOf(graph, driveId, folderId ?? 'root', 500)).map(({ id, name, folder, webUrl }) => ({
      id,
      name,
      folder: folder !== undefined,
      url: webUrl,
    })),
  );
}

type Reason = 'missing' | 'readOnly' | 'full' | 'name' | 'gone';

export function notStored(reason: Reason, cause: unknown): Failure {
  const code = isGraphFailure(cause) ? { code: cause.code } : {};
  return new Failure('PaperNotStored', `The paper is not in the library: ${reason}`, { detail: { reason, ...code }, cause });
}

/** What a library refuses, by what a person can do about it; all else as other failures are named. */
export function told(error: unknown): unknown {
  if (!isGraphFailure(error)) return error;
  if (error.status === 507 || error.code === 'quotaLimitReached') return notStored('full', error);
  if (error.kind === 'notAllowed') return notStored('readOnly', error);
  if (error.kind === 'notFound') return notStored('gone', error);
  if (error.kind === 'invalid' && error.status === 400) return notStored('name', error);
  return asFailure(error, 'Keeping a paper');
}
