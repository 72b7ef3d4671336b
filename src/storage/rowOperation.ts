import type { Fields } from './row.ts';
import type { Side, StoredRow } from './storedRows.ts';

/** One write. An update names only the columns that change; updates and deletes hold for the row as it was read. */
export type RowOperation =
  | { readonly kind: 'create'; readonly side: Side; readonly rowId: string; readonly fields: Fields }
  | { readonly kind: 'update'; readonly side: Side; readonly rowId: string; readonly row: StoredRow; readonly fields: Fields }
  | { readonly kind: 'delete'; readonly side: Side; readonly rowId: string; readonly row: StoredRow };

export interface Patch {
  /** In the order in which they must be done. */
  readonly operations: readonly RowOperation[];
  /** Is something closed written or taken away, so that the closed circle's list has to be there and to be this person's? */
  readonly needsClosed: boolean;
}

/** Which rows a closed item stood in: the id of the one all may read, which is another one each time an item is closed, and the version of the circle's. */
export interface SeenClosed {
  readonly open: string;
  readonly closed: string | null;
}
