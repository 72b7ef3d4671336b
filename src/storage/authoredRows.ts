import type { Item } from '../graph/lists.ts';
import type { Authored } from '../meeting/authorship.ts';
import type { LeftOut } from './leftOut.ts';
import type { ListName } from './lists.ts';
import { readRows } from './readRows.ts';

/** What rows say, each beside who wrote it; what cannot be read is left out, as by readRows. */
export function authoredRows<Value>(
  list: ListName,
  rows: readonly Item[],
  read: Parameters<typeof readRows<Value>>[2],
  leftOut: LeftOut[],
): Authored<Value>[] {
  return rows.flatMap((row) =>
    readRows(list, [row], read, leftOut).map((value) => ({ value, createdBy: row.createdBy, lastModifiedBy: row.lastModifiedBy })),
  );
}
