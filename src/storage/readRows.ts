import * as v from 'valibot';
import type { Item } from '../graph/lists.ts';
import { isFailure } from '../meeting/errors.ts';
import { fetched } from './fetched.ts';
import type { LeftOut } from './leftOut.ts';
import type { ListName } from './lists.ts';
import { rowId, type OnBadCell } from './row.ts';
import { shapeOf, storedShape } from './shapes.ts';

/**
 * Reads rows one by one: what cannot be read of one is left out and told, and takes nothing else along. A row of a later shape is left out too: where
 * the whole site is of one, the board's row says so.
 *
 * @param leftOut gets what was left out
 */
export function readRows<T>(
  list: ListName,
  rows: readonly Item[],
  read: (fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell) => T,
  leftOut: LeftOut[],
): T[] {
  return rows.flatMap((row) => {
    try {
      return [read(row.fields, (column) => leftOut.push({ list, row, column, wholeRow: false }))];
    } catch (error) {
      if (!isFailure(error, 'Unreadable') && !isFailure(error, 'AppOutdated')) throw error;
      leftOut.push({ list, row, column: error.detail['column'] ?? 'Shape', wholeRow: true });
      return [];
    }
  });
}

/** The rows that are known by an id and of a shape we know, whatever their cells say. */
export function readableRows(list: ListName, rows: readonly Item[]): Item[] {
  return rows.filter(({ fields }) => v.is(rowId, fields['RowId']) && storedShape(fields) <= shapeOf(list));
}

/** What was left out, in the words of SharePoint. Their titles are fetched only where there is something to tell. */
export async function titledRows(leftOut: readonly LeftOut[]) {
  if (leftOut.length === 0) return [];
  const { unreadRowOf } = await fetched(import(/* webpackChunkName: "unreadRows" */ './unreadRowOf.ts'));
  return leftOut.map(unreadRowOf);
}
