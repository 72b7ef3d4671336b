import { isHttps } from '../meeting/linkAddress.ts';
import type { UnreadRow } from '../meeting/unreadRow.ts';
import type { LeftOut } from './leftOut.ts';
import { listNamed } from './lists.ts';

/** What was left out, as a person finds it in SharePoint. */
export function unreadRowOf({ list, row, column, wholeRow }: LeftOut): UnreadRow {
  const title = listNamed(list).columns.find(({ name }) => name === column)?.displayName ?? column;
  return { list, row: row.id, column: title, wholeRow, webUrl: row.webUrl !== null && isHttps(row.webUrl) ? row.webUrl : null };
}
