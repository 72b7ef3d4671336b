import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { listItems, type Item } from '../graph/lists.ts';
import { deleteItem } from '../graph/rowWriting.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import type { ClosedRows, MeetingPointer } from '../meeting/meeting.ts';
import { LEFT_BEHIND, WRITING_FOR, type Writer } from '../meeting/writers.ts';
import { translated } from './failure.ts';
import { itemFromFields } from './itemRow.ts';
import { joinItems } from './joinItems.ts';
import type { LeftOut } from './leftOut.ts';
import { seenClosed } from './openMeeting.ts';
import { readRows } from './readRows.ts';
import { followRows, type RowsSeen } from './rowsFollowed.ts';
import { CHOICES } from './choices.ts';
import { writingFromFields } from './writingRow.ts';

const list = 'DagsordenPunkter';
const writingList = 'DagsordenSkriver';

/** What a look at an agenda that others may be writing tells. */
export interface AgendaNow {
  /** The items as this person may read them; null where nothing changed since the last look. */
  readonly items: readonly AgendaItem[] | null;
  readonly closedRows: ClosedRows;
  /** False where something cannot be read: opening the meeting anew tells what. */
  readonly isWhole: boolean;
  /** Who wrote what changed, by the service's own word; nobody at the first look, and for what was taken away. */
  readonly by: readonly string[];
  /** Who is writing; null where that was not asked, or the site has no list for it yet. */
  readonly writers: readonly Writer[] | null;
}

export interface AgendaWatch {
  /** One unit where nothing changed, another for who writes. @throws Failure, the passing ones among them: what was missed comes with the next look */
  look(withWriters: boolean): Promise<AgendaNow>;
}

/** Follows the items of a meeting that is open on a screen. The closed circle's are read where a closed row is touched, by whoever is inside. */
export function watchAgenda(graph: Graph, pointer: MeetingPointer, now: () => Date): AgendaWatch {
  const { siteId, closedSiteId, key } = pointer;
  const followed = followRows(graph, { siteId, list, key, isAmong: ({ fields }) => fields['MeetingKey'] === key });
  const writers = followWriters(graph, pointer, now);
  let inner: readonly Item[] | null = null;

  return {
    look: (withWriters) =>
      translated('Looking whether the agenda changed', async () => {
        const [seen, writing] = await Promise.all([followed(), withWriters ? writers() : null]);
        const isChanged = seen.isAnew || seen.changed.length > 0 || seen.removed.length > 0;
        if (closedSiteId !== null && (inner === null || touchesClosed(seen))) {
          inner = await listItems(graph, closedSiteId, list, { field: 'MeetingKey', value: key, top: 500 });
        }
        seen.keep();
        const open = [...seen.rows.values()];
        const leftOut: LeftOut[] = [];
        const read = (rows: readonly Item[]) => readRows(list, rows, itemFromFields, leftOut);
        return {
          items: isChanged ? joinItems(read(open), read(inner ?? [])) : null,
          closedRows: closedSiteId === null ? {} : seenClosed(open, [...(inner ?? [])]),
          isWhole: leftOut.length === 0,
          by: seen.isAnew ? [] : [...new Set(seen.changed.map(({ lastModifiedBy }) => lastModifiedBy.name).filter((name) => name !== ''))],
          writers: writing,
        };
      }),
  };
}

/** Whoever writes into a closed item writes its neutral row as well, and last: so a touched closed row says that the circle's may have changed. */
function touchesClosed({ changed, removed, before }: RowsSeen): boolean {
  const isOpen = (row: Item | undefined): boolean => row === undefined || row.fields['Access'] === CHOICES.access.open;
  return changed.some((row) => !isOpen(row) || !isOpen(before.get(row.id))) || removed.some((id) => !isOpen(before.get(id)));
}

/** Who writes in a meeting. A writer's clock may be wrong, so a sign that comes while we look counts from when it came. */
function followWriters(graph: Graph, { siteId, key }: MeetingPointer, now: () => Date): () => Promise<readonly Writer[] | null> {
  const followed = followRows(graph, { siteId, list: writingList, isAmong: () => true });
  /** Milliseconds at which each sign came, by the row's id. */
  const cameAt = new Map<string, number>();
  let isMissing = false;
  return async () => {
    if (isMissing) return null;
    let seen: RowsSeen;
    try {
      seen = await followed();
    } catch (error) {
      if (!isGraphFailure(error, 'notFound')) throw error;
      isMissing = true;
      return null;
    }
    const at = now().getTime();
    const rows = [...seen.rows.values()].flatMap((row) => readRows(writingList, [row], writingFromFields, []).map((sign) => ({ row, sign })));
    if (seen.isAnew) for (const { row, sign } of rows) cameAt.set(row.id, Date.parse(sign.until) - WRITING_FOR || 0);
    else for (const { id } of seen.changed) cameAt.set(id, at);
    seen.keep();
    const left = rows.filter(({ row, sign }) => at - (cameAt.get(row.id) ?? 0) > LEFT_BEHIND && !(at - Date.parse(sign.until) <= LEFT_BEHIND));
    // A few at a time; whoever looks next takes the rest.
    for (const { row } of left.slice(0, 5)) void deleteItem(graph, siteId, writingList, row.id, row.etag).catch(() => undefined);
    return rows.flatMap(({ row, sign }) =>
      sign.itemId !== null && sign.meetingKey === key && Math.abs(at - (cameAt.get(row.id) ?? 0)) < WRITING_FOR
        ? [{ id: row.lastModifiedBy.id, name: row.lastModifiedBy.name, itemId: sign.itemId }]
        : [],
    );
  };
}
