import type { Openness } from '../meeting/words.ts';
import type { Fields } from './row.ts';

/** A row as it was read, in the shape rows have now. */
export interface StoredRow {
  readonly id: string;
  readonly etag: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Who wrote it last, and when, where the service told. */
  readonly lastModifiedBy?: { readonly name: string };
  readonly modifiedAt?: string | null;
}

/** The rows of one meeting's agenda. `closed` is null where there is no closed circle, or this person is not in it. */
export interface StoredRows {
  readonly open: readonly StoredRow[];
  readonly closed: readonly StoredRow[] | null;
  /** There is a closed circle, and this person is not in it: what is going on there cannot be seen. */
  readonly outside?: boolean;
}

/** Which list: the one everybody may read, or the closed circle's. */
export type Side = Openness;

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
