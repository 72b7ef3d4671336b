import type { MeetingKey } from '../meeting/ids.ts';
import { closeStray } from './planItem.ts';
import type { Patch, RowOperation, StoredRow, StoredRows } from './rowOperation.ts';
import { CHOICES } from './choices.ts';
import { isClosedRow, rowIdOf, rowOf, standsClosed } from './storedRows.ts';

/** Can this write meet one that closes the item above, or that puts something under the item it closes? */
export function mayLeaveStrays(operation: RowOperation): boolean {
  if (operation.kind === 'delete') return false;
  const { side, fields } = operation;
  return side === 'closed' ? fields['Access'] === CHOICES.access.closed : (fields['ParentId'] ?? null) !== null;
}

/**
 * Closes what stands open under something closed. Nobody outside the circle can: they take back what they have just made there.
 * @param sent what was written just before
 */
export function closeStrays(key: MeetingKey, stored: StoredRows, sent: readonly RowOperation[]): Patch {
  const strays = stored.open.filter((row) => !isClosedRow(row) && standsUnderClosed(stored, row));
  if (stored.closed !== null) {
    return { operations: strays.flatMap((row) => closeStray(key, row, rowOf(stored.closed, rowIdOf(row)))), needsClosed: strays.length > 0 };
  }
  const mine = new Set(sent.flatMap(({ kind, side, rowId }) => (kind === 'create' && side === 'open' ? [rowId] : [])));
  const made = strays.filter((row) => mine.has(rowIdOf(row)));
  return { operations: made.map((row) => ({ kind: 'delete', side: 'open', rowId: rowIdOf(row), row })), needsClosed: false };
}

function standsUnderClosed(stored: StoredRows, row: StoredRow): boolean {
  const seen = new Set<string>([rowIdOf(row)]);
  for (let above = parentOf(row); above !== null && !seen.has(above);) {
    seen.add(above);
    const [outer, inner] = [rowOf(stored.open, above), rowOf(stored.closed, above)];
    if (standsClosed(outer, inner)) return true;
    above = outer ? parentOf(outer) : null;
  }
  return false;
}

const parentOf = ({ fields }: StoredRow): string | null => {
  const parent = fields['ParentId'];
  return typeof parent === 'string' && parent !== '' ? parent : null;
};
