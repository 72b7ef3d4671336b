import { isClosed, type AgendaItem } from '../meeting/agenda.ts';
import { asItemId, asMeetingKey, type ItemId } from '../meeting/ids.ts';
import { openBlock, splitByOpenness } from '../meeting/openness.ts';
import { itemToFields } from './itemFields.ts';
import { itemFromFields } from './itemRow.ts';
import { closeStray } from './planItem.ts';
import type { Fields } from './row.ts';
import type { RowOperation, StoredRow, StoredRows } from './rowOperation.ts';
import { rowIdOf, rowOf } from './storedRows.ts';

/** A row of the board's list as it will stand, and the row it is made from; null where it is made anew. */
interface Standing {
  readonly fields: Fields;
  readonly from: StoredRow | null;
}

/**
 * A patch says what one person changed; what stands in the list that everybody reads follows from all of it. So what stands open there under
 * something closed, because somebody put it there meanwhile, is closed with it, and a heading over closed items alone goes from their rows.
 * A row that must not keep such words in its version history is deleted and made anew.
 *
 * Nothing is settled for somebody outside the closed circle, who has nowhere to put the words: the next who is inside does it.
 * @returns all operations, in no particular order but that a row is deleted before it is made anew
 */
export function settleOpenRows(stored: StoredRows, operations: readonly RowOperation[]): readonly RowOperation[] {
  if (stored.closed === null) return operations;
  const standing = standingRows(stored.open, ofSide(operations, 'open'));
  const inside = standingRows(stored.closed, ofSide(operations, 'closed'));
  const there = [...standing.values()].map(({ fields }) => itemFromFields(fields).item);
  const missing = missingRows(there, inside);
  // What hangs under a row that is still to be made is as closed as that is.
  const items = [...there, ...missing.map(({ item }) => item)];
  let settled = operations;
  for (const item of there) {
    const row = standing.get(item.id);
    if (!row || !isClosed(items, item)) continue;
    if (item.openness === 'open') settled = closeRow(settled, items, item, row, rowOf(stored.closed, item.id));
    else settled = settleBlock(settled, items, item, row, inside.get(item.id));
  }
  return [...settled, ...missing.map(({ operation }) => operation)];
}

/** What stands open under something closed: its words go to the closed circle's list, and a neutral row takes its place. */
function closeRow(
  operations: readonly RowOperation[],
  items: readonly AgendaItem[],
  item: AgendaItem,
  row: Standing,
  inner: StoredRow | undefined,
): readonly RowOperation[] {
  const key = asMeetingKey(String(row.fields['MeetingKey'] ?? ''));
  const others = operations.filter(({ rowId }) => rowId !== item.id);
  if (row.from !== null && others.length === operations.length) return [...operations, ...closeStray(key, row.from, inner)];
  // Part of this very patch: what it makes of the item is what is closed.
  const { open, closed } = splitByOpenness(items, item);
  if (closed === null) return operations;
  const position = Number(row.fields['Position'] ?? 0);
  // An open item may have closed papers already: they are joined with its own.
  const papers = inner === undefined ? [] : itemFromFields(inner.fields).item.attachments.filter((paper) => !has(closed.attachments, paper));
  const fields = itemToFields(key, { ...closed, attachments: [...closed.attachments, ...papers] }, position);
  // A row that stands is written in any case: whoever has read it must not delete it from now on.
  const kept: RowOperation =
    inner === undefined
      ? { kind: 'create', side: 'closed', rowId: item.id, fields }
      : { kind: 'update', side: 'closed', rowId: item.id, row: inner, fields };
  return [...others, kept, ...madeAnew(item.id, rowToDelete(operations, item.id, row), itemToFields(key, open, position))];
}

/** The heading in a neutral row is there where it is open, and only there. */
function settleBlock(
  operations: readonly RowOperation[],
  items: readonly AgendaItem[],
  item: AgendaItem,
  row: Standing,
  inner: Standing | undefined,
): readonly RowOperation[] {
  const own = inner === undefined ? item.block : itemFromFields(inner.fields).item.block;
  const wanted = openBlock(items, own);
  const before = row.from === null ? null : itemFromFields(row.from.fields).item.block;
  const hides = before !== null && before !== wanted && openBlock(items, before) === null;
  if (!hides && item.block === wanted) return operations;
  const isOwn = (operation: RowOperation) => operation.side === 'open' && operation.rowId === item.id;
  const others = operations.filter((operation) => !isOwn(operation));
  if (hides || row.from === null) {
    return [...others, ...madeAnew(item.id, rowToDelete(operations, item.id, row), { ...asWritten(row.fields), Block: wanted })];
  }
  const update = operations.find((operation) => isOwn(operation) && operation.kind === 'update');
  const fields = { ...(update && 'fields' in update ? update.fields : {}), Block: wanted };
  return [...others, { kind: 'update', side: 'open', rowId: item.id, row: row.from, fields }];
}

/** A neutral row that is not there, and what it stands for. */
interface Missing {
  readonly item: AgendaItem;
  readonly operation: RowOperation;
}

/** Closing was cut off between the old open row and the neutral one, under something closed: the neutral one is still to be made, and so are those under it. */
function missingRows(there: readonly AgendaItem[], inside: ReadonlyMap<ItemId, Standing>): readonly Missing[] {
  const found: Missing[] = [];
  const rest = [...inside.values()].map(({ fields }) => ({ ...itemFromFields(fields), key: asMeetingKey(String(fields['MeetingKey'] ?? '')) }));
  for (;;) {
    const items = [...there, ...found.map(({ item }) => item)];
    const next = rest.find(
      ({ item }) =>
        item.openness !== 'open' &&
        !items.some(({ id }) => id === item.id) &&
        items.some((other) => other.id === item.parentId && isClosed(items, other)),
    );
    if (next === undefined) return found;
    const { item, position, key } = next;
    const { open } = splitByOpenness([...items, item], item);
    found.push({ item, operation: { kind: 'create', side: 'open', rowId: item.id, fields: itemToFields(key, open, position) } });
  }
}

const ofSide = (operations: readonly RowOperation[], side: RowOperation['side']) => operations.filter((operation) => operation.side === side);

/** The rows of one list as they are when the operations are done. */
function standingRows(rows: readonly StoredRow[], operations: readonly RowOperation[]): ReadonlyMap<ItemId, Standing> {
  const standing = new Map<ItemId, Standing>(rows.map((row) => [rowIdOf(row), { fields: asWritten(row.fields), from: row }]));
  for (const operation of operations) {
    const id = asItemId(operation.rowId);
    if (operation.kind === 'delete') standing.delete(id);
    else if (operation.kind === 'create') standing.set(id, { fields: operation.fields, from: null });
    else standing.set(id, { fields: { ...asWritten(operation.row.fields), ...operation.fields }, from: operation.row });
  }
  return standing;
}

/** The stored row that has to go before one is made anew: the one that stands, or the one the patch deletes already. */
function rowToDelete(operations: readonly RowOperation[], id: string, { from }: Standing): StoredRow | null {
  if (from !== null) return from;
  const deleted = operations.find((operation) => operation.kind === 'delete' && operation.side === 'open' && operation.rowId === id);
  return deleted?.kind === 'delete' ? deleted.row : null;
}

const madeAnew = (rowId: string, row: StoredRow | null, fields: Fields): RowOperation[] => [
  ...(row === null ? [] : [{ kind: 'delete', side: 'open', rowId, row } as const]),
  { kind: 'create', side: 'open', rowId, fields },
];

/** A stored row in the words we write it in. */
const asWritten = (fields: Readonly<Record<string, unknown>>): Fields => {
  const { item, position } = itemFromFields(fields);
  return itemToFields(asMeetingKey(String(fields['MeetingKey'] ?? '')), item, position);
};
const has = <T>(all: readonly T[], one: T): boolean => all.some((other) => JSON.stringify(other) === JSON.stringify(one));
