import * as v from 'valibot';
import { keptFile, noteSending } from '../../device/fileBox.ts';
import { dropFile } from '../../device/fileDatabase.ts';
import { isClosed, type Attachment, type PaperFile } from '../../meeting/agenda.ts';
import { Failure } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { itemId, paper, paperFile, pointer } from '../../meeting/schemas.ts';
import type { StoredPaper } from '../../storage/papers.ts';
import { plan, type Run } from '../plan.ts';
import type { Workplace } from '../workplace.ts';
import { belongsInside, isSame, linkPapers, settlePapers } from './settlePapers.ts';

export interface AddInput {
  readonly pointer: MeetingPointer;
  readonly itemId: ItemId;
  /** The file in the box of this device (device/fileBox.ts). */
  readonly fileId: string;
  readonly folder: string;
  readonly name: string;
  /** What it is called in the agenda. */
  readonly paper: Attachment;
  /** The paper whose content it takes the place of. */
  readonly replaces: PaperFile | null;
}

/** Bytes, of all there are. */
export interface PaperProgress {
  readonly sent: number;
  readonly of: number;
}

const input = v.object({ pointer, itemId, fileId: v.string(), folder: v.string(), name: v.string(), paper, replaces: v.nullable(paperFile) });

type Steps = Run<'stored' | 'linked', PaperProgress>;

/** The paper in its library, and whether that is the closed circle's. */
interface Kept {
  readonly paper: StoredPaper;
  readonly inside: boolean;
}

/**
 * Puts a file in the library and its link in the agenda. Where the file goes is decided when it goes: its item may have been closed while it waited. A file
 * that is gone from the box was sent and linked by an attempt before.
 */
export const addPaperPlan = plan({
  input: input satisfies v.GenericSchema<unknown, AddInput>,
  steps: { stored: {}, linked: {} },
  async perform(workplace, given: AddInput, { steps, tell }: Steps) {
    let kept: Kept | null = null;
    await steps.take('stored', async () => {
      kept = await keep(workplace, given, tell);
    });
    await steps.take('linked', async () => {
      if (kept !== null) await link(workplace, given, kept);
      await dropFile(given.fileId);
    });
  },
});

async function keep({ store }: Workplace, given: AddInput, tell: (progress: PaperProgress) => void): Promise<Kept | null> {
  const waiting = await keptFile(given.fileId);
  if (waiting === null) return null;
  const { content, tried, uploadUrl, id } = waiting;
  const file = await store.openMeeting(given.pointer);
  const item = file.agenda.items.find((each) => each.id === given.itemId);
  if (!item) throw new Failure('PaperNotStored', 'The item is gone', { detail: { reason: 'noItem' } });
  const inside = belongsInside(file.agenda.items, item, given.paper);
  // What was to be replaced may lie on the other side by now, and be another file there.
  const replaces = given.replaces && (item.attachments.find(({ file: lies }) => lies && sameOrigin(lies, given.replaces))?.file ?? null);
  if (given.replaces && !replaces) throw new Failure('PaperNotStored', 'The paper to replace is gone', { detail: { reason: 'gone' } });
  const paper = await store.keepPaper(
    file.pointer,
    inside,
    { folder: given.folder, name: given.name, content, replaces },
    { tried, uploadUrl, note: (change) => noteSending(id, change), progress: (sent) => tell({ sent, of: content.size }) },
  );
  return { paper, inside };
}

const sameOrigin = (lies: PaperFile, sought: PaperFile | null): boolean =>
  sought !== null && [lies, lies.leaves].some((each) => each?.driveId === sought.driveId && each.itemId === sought.itemId);

async function link({ store, now }: Workplace, given: AddInput, { paper, inside }: Kept): Promise<void> {
  const { pointer, itemId: id } = given;
  const lies = { driveId: paper.driveId, itemId: paper.itemId };
  const at = now().toISOString();
  const file = await linkPapers(store, pointer, id, (papers, item, items) => {
    if (given.replaces)
      return papers.map((each) => (each.file && isSame(each, lies) ? { ...each, url: paper.url, file: { ...each.file, replacedAt: at } } : each));
    if (papers.some((each) => isSame(each, lies))) return papers;
    // Nothing of a closed library stands for a moment as an open paper.
    const openness = inside && !isClosed(items, item) ? 'closed' : given.paper.openness;
    return [...papers, { ...given.paper, openness, url: paper.url, file: { ...lies, replacedAt: null } }];
  });
  if (file === null) throw new Failure('PaperNotStored', 'The item is gone', { detail: { reason: 'noItem' } });
  // Somebody may have closed or opened the item while the file was on its way.
  const items = await store.openItems(pointer);
  const item = items.find((each) => each.id === id);
  if (given.paper.openness === 'open' && item !== undefined && isClosed(items, item) !== inside) await settlePapers(store, pointer);
}
