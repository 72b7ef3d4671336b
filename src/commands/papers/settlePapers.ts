import { isClosed, type AgendaItem, type Attachment, type PaperFile } from '../../meeting/agenda.ts';
import { Failure, isFailure, isPassing } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { paperFolder } from '../../meeting/paperNames.ts';
import type { Store } from '../../storage/store.ts';

type Library = Pick<Store, 'openMeeting' | 'changeItems' | 'libraryId' | 'keepPaper' | 'paperContent' | 'deletePaper'>;

/** Does a paper of this item belong in the closed circle's library? */
export const belongsInside = (items: readonly AgendaItem[], item: AgendaItem, paper: Pick<Attachment, 'openness'>): boolean =>
  isClosed(items, item) || paper.openness === 'closed';

/** How often a link is decided anew where somebody else writes the same item. */
const MOST_TRIES = 4;

/**
 * Moves the papers of a meeting to where they belong: those of closed items, and closed papers, to the closed circle's library, the others to the board's.
 * Graph moves nothing between two libraries, so a paper is copied, linked, and then deleted where it was; the link remembers what is left to delete, so
 * that it may be cut off anywhere. Only files that were put in through Dagsorden are moved.
 * @throws Failure PaperNotStored (`stays`, with `titles`) where a closed paper stays where others read it; passing ones as ever
 */
export async function settlePapers(store: Library, pointer: MeetingPointer): Promise<void> {
  const file = await store.openMeeting(pointer);
  const { items } = file.agenda;
  const own = items.flatMap((item) => item.attachments.flatMap((paper) => (paper.file ? [{ item, paper, file: paper.file }] : [])));
  if (own.length === 0) return;
  const mayMove = file.closedAccess === 'yes' && file.pointer.closedSiteId !== null;
  const open = await store.libraryId(file.pointer, false);
  const closed = mayMove ? await libraryInside(store, file.pointer) : null;
  const stays: { readonly title: string; readonly error: unknown }[] = [];
  for (const { item, paper, file: lies } of own) {
    if (lies.leaves) {
      await leave(store, file.pointer, item.id, lies);
      continue;
    }
    const inside = belongsInside(items, item, paper);
    const wanted = inside ? closed : open;
    if (inside && closed instanceof Failure && lies.driveId === open) stays.push({ title: paper.title, error: closed });
    if (wanted === null || wanted instanceof Failure || lies.driveId === wanted || (lies.driveId !== open && lies.driveId !== closed)) continue;
    try {
      await move(store, file, { item, lies, inside });
    } catch (error) {
      if (isPassing(error)) throw error;
      if (inside) stays.push({ title: paper.title, error });
    }
  }
  if (stays.length === 0) return;
  throw new Failure('PaperNotStored', 'Closed papers stay in the open library', {
    detail: { reason: 'stays', titles: stays.map(({ title }) => title).join(', ') },
    cause: stays[0]?.error,
  });
}

/** The closed circle's library, or why there is none. Throws what passes. */
async function libraryInside(store: Library, pointer: MeetingPointer): Promise<string | Failure> {
  try {
    return await store.libraryId(pointer, true);
  } catch (error) {
    if (!isFailure(error) || isPassing(error)) throw error;
    return error;
  }
}

async function move(
  store: Library,
  { pointer, agenda }: MeetingFile,
  { item, lies, inside }: { readonly item: AgendaItem; readonly lies: PaperFile; readonly inside: boolean },
): Promise<void> {
  const { name, content } = await store.paperContent(lies);
  const stored = await store.keepPaper(
    pointer,
    inside,
    { folder: paperFolder(agenda.date, agenda.title), name, content, replaces: null },
    { tried: null, uploadUrl: null, note: () => Promise.resolve(), progress: () => undefined },
  );
  const { driveId, itemId } = lies;
  const now: PaperFile = { driveId: stored.driveId, itemId: stored.itemId, replacedAt: lies.replacedAt, leaves: { driveId, itemId } };
  await linkPapers(store, pointer, item.id, (papers) =>
    papers.map((paper) => (isSame(paper, lies) ? { ...paper, url: stored.url, file: now } : paper)),
  );
  await leave(store, pointer, item.id, now);
}

/** Deletes the file a paper was copied from, and then forgets it. */
async function leave(store: Library, pointer: MeetingPointer, itemId: ItemId, lies: PaperFile): Promise<void> {
  if (lies.leaves) await store.deletePaper(lies.leaves);
  const { driveId, itemId: id, replacedAt } = lies;
  await linkPapers(store, pointer, itemId, (papers) =>
    papers.map((paper) => (isSame(paper, lies) ? { ...paper, file: { driveId, itemId: id, replacedAt } } : paper)),
  );
}

export const isSame = ({ file }: Attachment, { driveId, itemId }: Pick<PaperFile, 'driveId' | 'itemId'>): boolean =>
  file?.driveId === driveId && file.itemId === itemId;

/**
 * Writes the papers of one item as they should be, decided anew on what is stored where somebody writes the same item at the same time.
 * @returns the meeting as it was read, null where the item is gone
 */
export async function linkPapers(
  store: Pick<Library, 'openMeeting' | 'changeItems'>,
  pointer: MeetingPointer,
  itemId: ItemId,
  change: (papers: readonly Attachment[], item: AgendaItem, items: readonly AgendaItem[]) => readonly Attachment[],
): Promise<MeetingFile | null> {
  for (let tried = 1; ; tried += 1) {
    const file = await store.openMeeting(pointer);
    const { items } = file.agenda;
    const item = items.find(({ id }) => id === itemId);
    if (!item) return null;
    const attachments = change(item.attachments, item, items);
    const after = items.map((each) => (each.id === itemId ? { ...each, attachments } : each));
    try {
      if (JSON.stringify(attachments) !== JSON.stringify(item.attachments))
        await store.changeItems(file.pointer, items, after, file.closedRows ?? {});
      return file;
    } catch (error) {
      if (!isFailure(error, 'Conflict') || tried >= MOST_TRIES) throw error;
    }
  }
}
