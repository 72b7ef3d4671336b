import type { Item } from '../graph/lists.ts';
import type { CircleClaim } from '../meeting/circle.ts';
import { sameSite } from '../meeting/sameSite.ts';
import { asSiteId, type SiteId } from '../meeting/ids.ts';
import { climb } from './shapes.ts';

/** The row by which the circle's site says whose it is. */
export const BINDING_ROW_ID = 'kreds';
/** The row by which a person has confirmed it; it counts by its author. */
export const confirmationRowId = (personId: string): string => `set-${personId}`;

/**
 * What the rows of DagsordenKreds say, and whom the service names as their authors.
 * @param me my Entra id, or null
 * @param preparer whoever made the board's own row, or null
 */
export function claimOf(rows: readonly Item[], me: string | null, preparer: string | null): CircleClaim | null {
  const rowOf = (id: string) => rows.find(({ fields }) => fields['RowId'] === id);
  const binding = rowOf(BINDING_ROW_ID);
  if (!binding) return null;
  const boardSiteId = boardOf(binding);
  const confirmation = me === null ? undefined : rowOf(confirmationRowId(me));
  const isMine = (row: Item | undefined) => row !== undefined && me !== null && row.createdBy.id === me && row.lastModifiedBy.id === me;
  const confirmedByMe = isMine(binding) || (confirmation !== undefined && isMine(confirmation) && sameSite(boardOf(confirmation), boardSiteId));
  const { createdBy, lastModifiedBy } = binding;
  const byPreparer = preparer !== null && createdBy.id === preparer && lastModifiedBy.id === preparer;
  return { boardSiteId, by: lastModifiedBy.name, byPreparer, confirmedByMe };
}

/** The board that a row of DagsordenKreds names. */
export const boardOf = ({ fields }: Item): SiteId => asSiteId(String(climb('DagsordenKreds', fields)['BoardSiteId'] ?? ''));
