import type { Item } from '../graph/lists.ts';
import type { ListName } from './lists.ts';

/** A row or cell that was left out, by the names the lists have in the house; `unreadRowOf` gives them those people see. */
export interface LeftOut {
  readonly list: ListName;
  readonly row: Pick<Item, 'id' | 'webUrl'>;
  readonly column: string;
  readonly wholeRow: boolean;
}
