import { keepFile } from '../../device/fileBox.ts';
import { dropFile } from '../../device/fileDatabase.ts';
import type { AgendaItem, Attachment, PaperFile } from '../../meeting/agenda.ts';
import { Failure, isPassing } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { paperFolder, paperProblem, takenName } from '../../meeting/paperNames.ts';
import type { LibraryEntry } from '../../storage/papers.ts';
import type { Desk } from '../desk.ts';
import { addPaperOrder } from './addPaper.ts';
import type { PaperProgress } from './addPaperPlan.ts';
import { belongsInside } from './settlePapers.ts';

/** A file somebody chose, under the name it is to have. */
export interface ChosenFile {
  readonly name: string;
  readonly content: Blob;
}

type OnProgress = (progress: PaperProgress) => void;

/**
 * Puts a file in the library of the item's side, and its link in the agenda; tells the meeting as it is then. The file is kept on this device until it has
 * arrived, so that a lost network or a closed pane loses nothing.
 * @throws Failure PaperNotStored with `reason`: a problem of the file (meeting/paperNames.ts), noRoom on this device, and what the library refuses
 */
export const addPaper =
  (desk: Desk) =>
  (file: MeetingFile, itemId: ItemId, chosen: ChosenFile, paper: Omit<Attachment, 'url' | 'file'>, onProgress: OnProgress): Promise<MeetingFile> =>
    give(desk, file, { itemId, chosen, paper: { ...paper, url: null }, replaces: null, onProgress });

/** Puts another content in a paper's place, under the same link. */
export const replacePaper =
  (desk: Desk) =>
  (file: MeetingFile, itemId: ItemId, paper: Attachment, chosen: ChosenFile, onProgress: OnProgress): Promise<MeetingFile> =>
    give(desk, file, { itemId, chosen, paper, replaces: paper.file ?? null, onProgress });

interface Given {
  readonly itemId: ItemId;
  readonly chosen: ChosenFile;
  readonly paper: Attachment;
  readonly replaces: PaperFile | null;
  readonly onProgress: OnProgress;
}

async function give(
  { workplace, send, sitter }: Desk,
  file: MeetingFile,
  { itemId, chosen, paper, replaces, onProgress }: Given,
): Promise<MeetingFile> {
  const { name, content } = chosen;
  const problem = paperProblem({ name, size: content.size });
  if (problem !== null) throw new Failure('PaperNotStored', `SharePoint does not take such a file: ${problem}`, { detail: { reason: problem } });
  const { pointer, agenda } = file;
  const fileId = workplace.newId();
  try {
    await keepFile({ id: fileId, owner: sitter.known() ?? 'nobody', content });
  } catch (cause) {
    throw new Failure('PaperNotStored', 'This device has no room for the file', { detail: { reason: 'noRoom' }, cause });
  }
  const folder = paperFolder(agenda.date, agenda.title);
  await send(addPaperOrder, { pointer, itemId, fileId, folder, name: takenName(name), paper, replaces }, { onProgress }).catch(
    async (error: unknown) => {
      // Refused to whoever is here, who has the file: the order is gone, and so is what waited for it.
      if (!isPassing(error)) await dropFile(fileId);
      throw error;
    },
  );
  try {
    return await workplace.store.openMeeting(pointer);
  } catch (error) {
    // It is stored: a reading that fails just now must not look like a file that waits.
    if (!isPassing(error)) throw error;
    return file;
  }
}

/** A paper's content, to be shown beside the agenda. */
export const readPaper =
  ({ workplace }: Desk) =>
  (file: PaperFile): Promise<{ readonly name: string; readonly content: Blob }> =>
    workplace.store.paperContent(file);

/** What lies in the library of an item's side, to be linked where it lies; null is its root. */
export const libraryEntries =
  ({ workplace }: Desk) =>
  ({ pointer, agenda }: MeetingFile, item: AgendaItem, folderId: string | null): Promise<LibraryEntry[]> =>
    workplace.store.libraryEntries(pointer, belongsInside(agenda.items, item, { openness: 'open' }), folderId);
