import type { Agenda, AgendaItem } from '../meeting/agenda.ts';
import { diffAgendas, type AgendaChange } from '../meeting/agendaDiff.ts';
import { Conflict } from '../meeting/errors.ts';
import type { ItemId, MeetingKey } from '../meeting/ids.ts';
import type { ClosedRows } from '../meeting/meeting.ts';
import { CHOICES } from './choices.ts';
import { byWhom } from './clashBy.ts';
import { place, planItem } from './planItem.ts';
import { placeRows } from './positions.ts';
import type { Fields } from './row.ts';
import type { Patch, RowOperation, StoredRow, StoredRows } from './rowOperation.ts';
import { settleOpenRows } from './settleOpenRows.ts';
import { asFields, differingColumns, fieldsOf, isClosedRow, positionOf, rowIdOf, rowOf, sameContent } from './storedRows.ts';

export type { RowOperation, StoredRow, StoredRows } from './rowOperation.ts';

/** What a change was decided on beside the items. */
export interface DecidedOn {
  /** By item id, for the items that are to be opened: one that stands in another row by now was closed anew, and stays closed. */
  readonly opens?: ClosedRows;
  /** The agenda is written whole: all that is stored has to be as it was seen, or as it is to be. */
  readonly whole?: boolean;
}

const blank: Agenda = { title: '', date: null, endDate: null, start: null, end: null, location: null, chair: null, items: [] };

/**
 * The fewest row operations that turn the stored rows into the agenda `after`, in an order that may be cut anywhere: content that becomes closed
 * goes to the closed circle's list before it goes from the open one, and a row that everybody can read and that must not keep such words in its
 * version history is deleted and made anew; so is what others put open under it meanwhile (settleOpenRows.ts). Planned again from what is stored after a cut, it gives the rest.
 *
 * @param before the items as this person saw them: what others changed since is merged, and what they never saw is neither changed nor removed
 * @throws Conflict where others changed the same, or closed, opened or rewrote an item whose words are about to move or go
 */
export function planPatch(
  key: MeetingKey,
  stored: StoredRows,
  before: readonly AgendaItem[],
  after: readonly AgendaItem[],
  { opens = {}, whole = false }: DecidedOn = {},
): Patch {
  if (whole) refuseOthers(key, stored, before, after);
  const changes = diffAgendas({ ...blank, items: before }, { ...blank, items: after });
  const places = placeRows(
    stored.open.map((row) => ({ id: rowIdOf(row), position: positionOf(row) })),
    before.map((item) => item.id),
    after.map((item) => item.id),
  );
  const planned = [
    ...after.map((item): Patch => {
      const position = places.get(item.id) ?? 0;
      if (isTouched(changes, before, item.id)) return planItem({ key, stored, before, after, opens: opens[item.id] ?? null }, item, position);
      const rows = [place('open', rowOf(stored.open, item.id), position), place('closed', rowOf(stored.closed, item.id), position)];
      return { operations: rows.flat(), needsClosed: false };
    }),
    ...goneRows(stored, before, after).map((id) => planRemoval(key, stored, before, id)),
  ];
  const operations = settleOpenRows(
    stored,
    planned.flatMap(({ operations }) => operations),
  );
  return { operations: inOrder(operations), needsClosed: planned.some(({ needsClosed }) => needsClosed) };
}

/**
 * An agenda that is written whole must know everything that is there: each row says what was seen, or what is to be, since the first try may
 * have been cut off; and none that was seen is gone.
 * @throws Conflict with both texts
 */
function refuseOthers(key: MeetingKey, stored: StoredRows, before: readonly AgendaItem[], after: readonly AgendaItem[]): void {
  const fields: { field: string; mine: unknown; theirs: unknown }[] = [];
  const others: StoredRow[] = [];
  const clash = (row: StoredRow, mine: Fields) => {
    fields.push(...clashes(row, mine));
    others.push(row);
  };
  const there = new Set([...stored.open, ...(stored.closed ?? [])].map(rowIdOf));
  const missing = before.filter(({ id }) => !there.has(id) && after.some((item) => item.id === id));
  fields.push(...missing.map(({ title }) => ({ field: 'FullTitle', mine: title, theirs: null })));
  for (const id of there) {
    const known = [after, before].flatMap((items) => items.filter((item) => item.id === id).map((item) => fieldsOf(key, items, item, 0)));
    const [outer, inner] = [rowOf(stored.open, id), rowOf(stored.closed, id)];
    if (outer && !known.some(({ open }) => sameContent(open, asFields(outer)))) clash(outer, known[0]?.open ?? {});
    // A copy beside an open row is no part of the agenda.
    const copy = isClosedRow(inner) && outer !== undefined && !isClosedRow(outer);
    if (inner && !copy && !known.some(({ closed }) => sameContent(closed, asFields(inner)))) clash(inner, known[0]?.closed ?? {});
  }
  if (fields.length > 0) throw new Conflict(fields, byWhom(...others));
}

const clashes = (row: StoredRow, mine: Fields) =>
  differingColumns(row, mine).map((field) => ({ field, mine: mine[field] ?? null, theirs: row.fields[field] ?? null }));

/** Items that this person took out of the agenda. */
function goneRows(stored: StoredRows, before: readonly AgendaItem[], after: readonly AgendaItem[]): readonly ItemId[] {
  const wanted = new Set<string>(after.map((item) => item.id));
  const there = new Set([...stored.open, ...(stored.closed ?? [])].map(rowIdOf));
  return before.map((item) => item.id).filter((id) => !wanted.has(id) && there.has(id));
}

/** @throws Conflict where somebody else has changed the item since: what they wrote would go with it */
function planRemoval(key: MeetingKey, stored: StoredRows, before: readonly AgendaItem[], id: ItemId): Patch {
  const outer = rowOf(stored.open, id);
  const inner = rowOf(stored.closed, id);
  const old = before.find((item) => item.id === id);
  if (!old) return { operations: [], needsClosed: false };
  const was = fieldsOf(key, before, old, 0);
  const copy = isClosedRow(inner) && outer !== undefined && !isClosedRow(outer);
  const [there, inside] = [outer ? clashes(outer, was.open) : [], inner && !copy ? clashes(inner, was.closed ?? {}) : []];
  if (there.length + inside.length > 0) {
    throw new Conflict(
      [...there, ...inside].map(({ field, theirs }) => ({ field, mine: null, theirs })),
      byWhom(there.length > 0 ? outer : null, inside.length > 0 ? inner : null),
    );
  }
  return {
    operations: [
      ...(outer ? [{ kind: 'delete', side: 'open', rowId: id, row: outer } as const] : []),
      ...(inner ? [{ kind: 'delete', side: 'closed', rowId: id, row: inner } as const] : []),
    ],
    needsClosed: was.closed !== null,
  };
}

function isTouched(changes: readonly AgendaChange[], before: readonly AgendaItem[], id: ItemId): boolean {
  return changes.some((change) => {
    if (change.kind === 'changed') return change.after.id === id;
    // An item that only stands elsewhere gets a new position like those around it; under another parent it changes itself.
    if (change.kind === 'moved') return change.item.id === id && before.find((item) => item.id === id)?.parentId !== change.item.parentId;
    return change.kind === 'added' && change.item.id === id;
  });
}

/**
 * Closed content first, then the open rows, last what leaves the closed circle's list. Rows that are only spread out go in an order in which
 * none passes another: those that move down the list from the last to the first, then those that move up from the first.
 */
function inOrder(operations: readonly RowOperation[]): readonly RowOperation[] {
  const rank = (operation: RowOperation): number => {
    if (operation.side === 'closed') return leavesCircle(operation) ? 4 : 0;
    const shift = shiftOf(operation);
    return shift > 0 ? 2 : shift < 0 ? 3 : 1;
  };
  return operations
    .map((operation, index) => ({ operation, index }))
    .sort((a, b) => {
      const [left, right] = [rank(a.operation), rank(b.operation)];
      if (left !== right) return left - right;
      if (left === 2) return targetOf(b.operation) - targetOf(a.operation);
      if (left === 3) return targetOf(a.operation) - targetOf(b.operation);
      return a.index - b.index;
    })
    .map(({ operation }) => operation);
}

/** Does it take words from the circle's row that are to stand in the open one? */
const leavesCircle = (operation: RowOperation): boolean =>
  operation.kind === 'delete' || (operation.kind === 'update' && isClosedRow(operation.row) && operation.fields['Access'] === CHOICES.access.open);

const targetOf = (operation: RowOperation): number => ('fields' in operation ? Number(operation.fields['Position'] ?? 0) : 0);
const shiftOf = (operation: RowOperation): number =>
  operation.kind === 'update' && 'Position' in operation.fields ? targetOf(operation) - positionOf(operation.row) : 0;
