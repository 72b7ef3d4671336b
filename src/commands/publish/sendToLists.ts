import type { SiteId } from '../../meeting/ids.ts';
import type { Edition, EditionLine, Publication, PublicationTarget } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';
import type { MinutesRow } from '../../storage/minutesRow.ts';
import { closedSince, lookingOn, lookLast, refuseChangedSince, withoutClosed } from './closedSince.ts';
import { errorWords } from './errorWords.ts';
import type { Look, PublicationOrder } from './publishInput.ts';

interface Lists {
  readonly target: PublicationTarget;
  /** Where the rows go. Throws Failure ClosedRoomMissing. */
  siteId(): SiteId;
  lines(order: PublicationOrder): readonly EditionLine[];
  /** What is printed around them; null where others hold it. */
  around(order: PublicationOrder): Pick<Edition, 'head' | 'excused' | 'attendance'> | null;
}

/**
 * Rows have fixed ids and are written over themselves. The log says that they are being written before the first of them is, and how open
 * everything is, is read after that and once more at the end: what was closed meanwhile is taken back.
 */
export async function sendToLists(store: Store, order: PublicationOrder, look: Look, lists: Lists): Promise<Publication> {
  const { pointer, version, at } = order;
  const { target } = lists;
  const earlier = await store.readLogLine(pointer, version, target);
  // Taken back meanwhile: an older order does not bring it out again.
  if (earlier?.line.state === 'withdrawn') return earlier.line;
  const base = { target, version, attempts: (earlier?.line.attempts ?? 0) + 1, reference: null, at };
  const replace = async (wanted: PublicationOrder, lookOn: () => Promise<void>) => {
    const rows = rowsOf(wanted, lists.lines(wanted), lists.around(wanted));
    const sealing = { closed: rowsOf(wanted, wanted.closed, null), previous: wanted.previous ?? null };
    const sealed = lists.around(wanted) === null ? rows : await store.sealedRows(pointer.key, rows, sealing);
    return store.replaceMinutesLines(lists.siteId(), pointer.key, version, sealed, lookOn);
  };
  try {
    if (earlier?.line.state !== 'done') await store.keepLogLine(pointer, { ...base, state: 'pending', error: null });
    const lookOn = lookingOn(store, order, look.now);
    await lookLast(store, order, look);
    const wrote = await replace(order, lookOn);
    const now = await look.decided();
    if (closedSince(order, now).length > 0) {
      const rest = withoutClosed(order, now);
      await replace(rest, lookingOn(store, rest, look.now));
    }
    refuseChangedSince(order, now);
    // What was published in an earlier attempt, and is the same now, keeps its line in the log.
    if (!wrote && earlier?.line.state === 'done') return earlier.line;
    return await store.keepLogLine(pointer, { ...base, state: 'done', error: null });
  } catch (error) {
    return store.keepLogLine(pointer, { ...base, state: 'failed', error: errorWords(error) });
  }
}

function rowsOf(
  order: PublicationOrder,
  lines: readonly EditionLine[],
  around: Pick<Edition, 'head' | 'excused' | 'attendance'> | null,
): readonly MinutesRow[] {
  return lines.map((line, index) => ({
    version: order.version,
    publishedAt: order.at,
    position: positionOf(order, line),
    line,
    around: index === 0 ? around : null,
  }));
}

/** The place of a line among all that are published, the same in every list. */
function positionOf(order: PublicationOrder, line: EditionLine): number {
  return (order.outside.lines.findIndex((other) => other.itemId === line.itemId) + 1) * 1024;
}
