import type { SiteId } from '../../meeting/ids.ts';
import type { Edition, EditionLine, Publication, PublicationTarget } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';
import type { PublicationOrder } from './publishInput.ts';
import { errorWords } from './errorWords.ts';

interface Lists {
  readonly target: PublicationTarget;
  /** Where the rows go. Throws Failure ClosedRoomMissing. */
  siteId(): SiteId;
  readonly lines: readonly EditionLine[];
  /** What is printed around them; null where others hold it. */
  readonly around: Pick<Edition, 'head' | 'excused'> | null;
}

/** Rows have fixed ids and are written over themselves. */
export async function sendToLists(store: Store, order: PublicationOrder, { target, siteId, lines, around }: Lists): Promise<Publication> {
  const { pointer, version, at } = order;
  const earlier = await store.readLogLine(pointer, version, target);
  const base = { target, version, attempts: (earlier?.line.attempts ?? 0) + 1, reference: null, at };
  try {
    const rows = lines.map((line, index) => ({
      version,
      publishedAt: at,
      position: positionOf(order, line),
      line,
      around: index === 0 ? around : null,
    }));
    const wrote = await store.replaceMinutesLines(siteId(), pointer.key, version, rows);
    // What was published in an earlier attempt, and is the same now, keeps its line in the log.
    if (!wrote && earlier?.line.state === 'done') return earlier.line;
    return await store.keepLogLine(pointer, { ...base, state: 'done', error: null });
  } catch (error) {
    return store.keepLogLine(pointer, { ...base, state: 'failed', error: errorWords(error) });
  }
}

/** The place of a line among all that are published, the same in every list. */
function positionOf(order: PublicationOrder, line: EditionLine): number {
  return (order.outside.lines.findIndex((other) => other.itemId === line.itemId) + 1) * 1024;
}
