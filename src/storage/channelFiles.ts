import type { Graph } from '../graph/client.ts';
import { deleteFile, driveItemById, fileIn, putFile } from '../graph/drives.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { channelFolder } from '../graph/teams.ts';
import { Failure } from '../meeting/errors.ts';
import type { Board } from '../meeting/meeting.ts';
import { AT_ONCE, asStored, notStored, told, type PaperToKeep, type StoredPaper } from './papers.ts';

// Files among those of a board's channel, as Teams shows them.

/** A file that is made here, to be kept under its name. */
export type NamedFile = Pick<PaperToKeep, 'name' | 'content'>;

/** A file as it lies among those of the channel. */
export interface StoredChannelFile extends StoredPaper {
  /** ISO instant by the service's clock; '' where it does not say. */
  readonly createdAt: string;
}

export interface ChannelFiles {
  /** The file of this name; null where there is none. @throws Failure PaperNotStored */
  find(name: string): Promise<StoredChannelFile | null>;
  /**
   * Puts a file there under its name. What stands there is never written over.
   * @throws Failure Conflict where the name is taken, PaperNotStored with `reason` missing (the channel has no files yet), readOnly, full or name;
   *   TooLarge; Offline and others as ever
   */
  put(file: NamedFile): Promise<StoredPaper>;
  /**
   * Takes a file away, to the site's recycle bin. One that is gone already is as good as taken away.
   * @throws Failure Conflict where the file lies elsewhere by now, or never lay there: nothing else of a library is deleted by what a row of a list says
   */
  take(file: Pick<StoredPaper, 'driveId' | 'itemId'>): Promise<void>;
}

/** The files of one channel. */
export function channelFiles(graph: Graph, channel: Pick<Board, 'teamId' | 'channelId'>): ChannelFiles {
  return {
    find: (name) => asTold(async () => findFile(graph, await folderOf(graph, channel), name)),
    async put({ name, content }) {
      if (content.size > AT_ONCE) throw new Failure('TooLarge', 'The file is larger than what is sent in one request');
      return asTold(async () => {
        const { driveId, folderId } = await folderOf(graph, channel);
        return asStored(await putFile(graph, driveId, folderId, name, content));
      });
    },
    take: (file) => asTold(async () => takeFile(graph, await folderOf(graph, channel), file)),
  };
}

interface Folder {
  readonly driveId: string;
  readonly folderId: string;
}

async function findFile(graph: Graph, { driveId, folderId }: Folder, name: string): Promise<StoredChannelFile | null> {
  try {
    const found = await fileIn(graph, driveId, folderId, name);
    return { ...asStored(found), createdAt: found.createdDateTime };
  } catch (error) {
    if (isGraphFailure(error, 'notFound')) return null;
    throw error;
  }
}

async function takeFile(graph: Graph, folder: Folder, { driveId, itemId }: Pick<StoredPaper, 'driveId' | 'itemId'>): Promise<void> {
  if (folder.driveId !== driveId) throw new Failure('Conflict', 'The file lies in another library');
  try {
    const { parentReference } = await driveItemById(graph, driveId, itemId);
    if (parentReference.id !== folder.folderId) throw new Failure('Conflict', 'The file lies in another folder');
    await deleteFile(graph, driveId, itemId);
  } catch (error) {
    if (!isGraphFailure(error, 'notFound')) throw error;
  }
}

async function folderOf(graph: Graph, { teamId, channelId }: Pick<Board, 'teamId' | 'channelId'>): Promise<Folder> {
  const folder = await channelFolder(graph, teamId, channelId);
  if (folder === null) throw notStored('missing', null);
  return folder;
}

async function asTold<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (isGraphFailure(error, 'conflict')) throw new Failure('Conflict', 'A file of that name is there', { cause: error });
    throw told(error);
  }
}
