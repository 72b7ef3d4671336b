import type { Graph } from '../graph/client.ts';
import { changesRequest, latestRequest, mustReadAnew, parseChanges } from '../graph/listChanges.ts';
import { listItems, type Item } from '../graph/lists.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { ListName } from './lists.ts';

/** The rows of a list that somebody looks at, by their ids in SharePoint. */
export type RowsById = ReadonlyMap<string, Item>;

export interface RowsSeen {
  readonly rows: RowsById;
  readonly before: RowsById;
  /** All rows were read, not only what changed. */
  readonly isAnew: boolean;
  /** Rows that were added or changed, and the ids of those that went, since the last look; all of them at the first. */
  readonly changed: readonly Item[];
  readonly removed: readonly string[];
  /** Nothing is as new as this until it is kept: where what follows fails, the next look tells the same again. */
  readonly keep: () => void;
}

/** Is the row one of those looked at? */
type IsAmong = (row: Item) => boolean;

interface Followed {
  readonly siteId: SiteId;
  readonly list: ListName;
  /** The one column they are asked for by at first; all rows where it is left out. */
  readonly key?: string;
  readonly isAmong: IsAmong;
}

/**
 * Follows the rows of a list: read once (two units), then what changed since (one unit, rows and all). The first look asks where the list is before it reads, so
 * that nothing falls between. A service that tells changes without their columns, or has forgotten where we were, is read anew.
 */
export function followRows(graph: Graph, { siteId, list, key, isAmong }: Followed): () => Promise<RowsSeen> {
  let next: string | null = null;
  let rows: RowsById = new Map();

  const seen = (to: { readonly next: string; readonly rows: RowsById }, changes: Pick<RowsSeen, 'changed' | 'removed' | 'isAnew'>): RowsSeen => ({
    ...changes,
    rows: to.rows,
    before: rows,
    keep: () => {
      ({ next, rows } = to);
    },
  });

  async function readAll(): Promise<RowsSeen> {
    const { next: from } = parseChanges((await graph.request(latestRequest(siteId, list))).body);
    const found = await listItems(graph, siteId, list, { ...(key !== undefined && { field: 'MeetingKey', value: key }), top: 500 });
    const all = new Map(found.map((row) => [row.id, row]));
    return seen({ next: from, rows: all }, { changed: found, removed: [...rows.keys()].filter((id) => !all.has(id)), isAnew: true });
  }

  return async () => {
    if (next === null) return readAll();
    try {
      const changes = parseChanges((await graph.request(changesRequest(next))).body);
      if (changes.rows.some(({ fields }) => fields['RowId'] === undefined)) return await readAll();
      const to = new Map(rows);
      const changed = changes.rows.filter((row) => isAmong(row) || rows.has(row.id));
      const removed = changes.removed.filter((id) => rows.has(id));
      for (const row of changed) {
        if (isAmong(row)) to.set(row.id, row);
        else to.delete(row.id);
      }
      for (const id of removed) to.delete(id);
      return seen({ next: changes.next, rows: to }, { changed, removed, isAnew: false });
    } catch (error) {
      if (!mustReadAnew(error)) throw error;
      return readAll();
    }
  };
}
