import type { AgendaItem } from '../meeting/agenda.ts';
import type { MeetingKey } from '../meeting/ids.ts';
import { closeStray } from './planItem.ts';
import type { Patch, RowOperation, StoredRow, StoredRows } from './rowOperation.ts';
import { CHOICES } from './choices.ts';
import { itemFromFields } from './itemRow.ts';
import { asFields, closedFieldsOf, isClosedRow, rowIdOf, rowOf, standsClosed } from './storedRows.ts';

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

/**
 * Closes anew what others had closed already: the neutral row is made anew, so that whoever decided to open the item before this closing, on the
 * row as it was, finds it in another.
 */
export function closeAnew(key: MeetingKey, stored: StoredRows, items: readonly Pick<AgendaItem, 'id'>[]): Patch {
  const operations = items.flatMap(({ id }): RowOperation[] => {
    const [outer, inner] = [rowOf(stored.open, id), rowOf(stored.closed, id)];
    if (!standsClosed(outer, inner)) return [];
    if (outer) {
      const fields = asFields(outer);
      return [
        { kind: 'delete', side: 'open', rowId: id, row: outer },
        { kind: 'create', side: 'open', rowId: id, fields },
      ];
    }
    // Cut off just there: what is neutral of the item is in the circle's row too.
    if (!inner) return [];
    const { item, position } = itemFromFields(inner.fields);
    return [{ kind: 'create', side: 'open', rowId: id, fields: closedFieldsOf(key, item, position).open }];
  });
  return { operations, needsClosed: false };
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
