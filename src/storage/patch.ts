import type { Agenda, AgendaItem } from '../meeting/agenda.ts';
import { diffAgendas, type AgendaChange } from '../meeting/agendaDiff.ts';
import { Conflict } from '../meeting/errors.ts';
import { asItemId, asMeetingKey, type ItemId, type MeetingKey } from '../meeting/ids.ts';
import { hidesWhatWasOpen, splitByOpenness } from '../meeting/openness.ts';
import { CHOICES } from './choices.ts';
import { itemFromFields, itemToFields } from './itemRow.ts';
import { mergeFields, sameFields, textColumnsOf } from './merge.ts';
import { placeRows } from './positions.ts';
import type { Fields } from './row.ts';
import type { Patch, RowOperation, Side, StoredRow, StoredRows } from './rowOperation.ts';
import { settleOpenRows } from './settleOpenRows.ts';

export type { Patch, RowOperation, Side, StoredRow, StoredRows } from './rowOperation.ts';

const texts = textColumnsOf('DagsordenPunkter');
/** Columns that are made from others, or have an order of their own. */
const derived = new Set(['Title', 'Position', 'Shape']);
const blank: Agenda = { title: '', date: null, endDate: null, start: null, end: null, location: null, chair: null, items: [] };

/**
 * The fewest row operations that turn the stored rows into the agenda `after`, in an order that may be cut anywhere: content that becomes closed
 * goes to the closed circle's list before it goes from the open one, and a row that everybody can read and that must not keep such words in its
 * version history is deleted and made anew; so is what others put open under it meanwhile (settleOpenRows.ts). Planned again from what is stored after a cut, it gives the rest.
 *
 * @param before the items as this person saw them: what others changed since is merged. Null writes `after` as the whole truth.
 * @throws Conflict where others changed the same, or closed, opened or rewrote an item whose words are about to move or go
 */
export function planPatch(key: MeetingKey, stored: StoredRows, before: readonly AgendaItem[] | null, after: readonly AgendaItem[]): Patch {
  const changes = before === null ? null : diffAgendas({ ...blank, items: before }, { ...blank, items: after });
  const places = placeRows(
    stored.open.map((row) => ({ id: rowIdOf(row), position: positionOf(row) })),
    before?.map((item) => item.id) ?? null,
    after.map((item) => item.id),
  );
  const planned = [
    ...after.map((item) => planItem({ key, stored, before, after, touched: isTouched(changes, before, item.id) }, item, places.get(item.id) ?? 0)),
    ...goneRows(stored, before, after).map((id) => planRemoval(key, stored, before, id)),
  ];
  const operations = settleOpenRows(
    stored,
    planned.flatMap(({ operations }) => operations),
  );
  return { operations: inOrder(operations), needsClosed: planned.some(({ needsClosed }) => needsClosed) };
}

interface Planning {
  readonly key: MeetingKey;
  readonly stored: StoredRows;
  readonly before: readonly AgendaItem[] | null;
  readonly after: readonly AgendaItem[];
  readonly touched: boolean;
}

function planItem({ key, stored, before, after, touched }: Planning, item: AgendaItem, position: number): Patch {
  const outer = rowOf(stored.open, item.id);
  const inner = rowOf(stored.closed ?? [], item.id);
  if (touched && before) refuseUnderUnseen(key, stored, before, after, item);
  if (!touched) return { operations: [...place('open', outer, position), ...place('closed', inner, position)], needsClosed: false };
  const old = before?.find((other) => other.id === item.id);
  const was = before && old ? splitByOpenness(before, old) : null;
  const now = splitByOpenness(after, item);
  const open = itemToFields(key, now.open, position);
  const closed = now.closed && itemToFields(key, now.closed, position);
  const wasOpen = was && itemToFields(key, was.open, position);
  const wasClosed = was?.closed ? itemToFields(key, was.closed, position) : null;
  // This very change may have written the row already: planned again after a cut, that is no obstacle.
  const done = outer !== undefined && sameContent(open, asFields(outer));
  const hides = outer !== undefined && !done && hidesWhatWasOpen(itemFromFields(outer.fields).item, now);
  if (outer && wasOpen && !done) refuseUnseen(outer, wasOpen, open, hides);
  const openOperations: RowOperation[] = !outer
    ? [{ kind: 'create', side: 'open', rowId: item.id, fields: open }]
    : hides
      ? [
          { kind: 'delete', side: 'open', rowId: item.id, row: outer },
          { kind: 'create', side: 'open', rowId: item.id, fields: open },
        ]
      : update('open', outer, wasOpen, open);
  if (before !== null && inner) refuseUnseenInside(inner, wasClosed, closed);
  const closedOperations: RowOperation[] =
    closed && inner
      ? update('closed', inner, wasClosed, closed)
      : closed && !(stored.closed === null && sameContent(wasClosed, closed))
        ? [{ kind: 'create', side: 'closed', rowId: item.id, fields: closed }]
        : inner && !closed && (wasClosed !== null || before === null)
          ? [{ kind: 'delete', side: 'closed', rowId: item.id, row: inner }]
          : [];
  return { operations: [...closedOperations, ...openOperations], needsClosed: !sameContent(wasClosed, closed) };
}

/**
 * What stands under an item is as open as that item: whoever writes there must know how open it is by now, or words would be open to all
 * under what somebody has just closed.
 */
function refuseUnderUnseen(key: MeetingKey, stored: StoredRows, before: readonly AgendaItem[], after: readonly AgendaItem[], item: AgendaItem): void {
  const above = after.find((other) => other.id === item.parentId);
  if (!above || above === item) return;
  const row = rowOf(stored.open, above.id);
  const seen = before.find((other) => other.id === above.id);
  const mine = itemToFields(key, splitByOpenness(after, above).open, 0)['Access'] ?? null;
  const theirs = row ? (asFields(row)['Access'] ?? null) : mine;
  const was = seen ? (itemToFields(key, splitByOpenness(before, seen).open, 0)['Access'] ?? null) : theirs;
  if (theirs !== was && theirs !== mine) throw new Conflict([{ field: 'Access', mine, theirs }]);
}

/** Items that this person took out of the agenda; with nothing seen before, all rows that the agenda does not know. */
function goneRows(stored: StoredRows, before: readonly AgendaItem[] | null, after: readonly AgendaItem[]): readonly ItemId[] {
  const wanted = new Set<string>(after.map((item) => item.id));
  const there = [...stored.open, ...(stored.closed ?? [])].map(rowIdOf);
  const seen = before === null ? null : new Set<string>(before.map((item) => item.id));
  return [...new Set(there)].filter((id) => !wanted.has(id) && (seen === null || seen.has(id)));
}

/** @throws Conflict where somebody else has changed the item since: what they wrote would go with it */
function planRemoval(key: MeetingKey, stored: StoredRows, before: readonly AgendaItem[] | null, id: ItemId): Patch {
  const outer = rowOf(stored.open, id);
  const inner = rowOf(stored.closed ?? [], id);
  const old = before?.find((item) => item.id === id);
  const was = before && old ? splitByOpenness(before, old) : null;
  for (const [row, seen] of [
    [outer, was?.open],
    [inner, was?.closed],
  ] as const) {
    if (!row || !was) continue;
    const mine = seen ? itemToFields(key, seen, 0) : {};
    const differing = differingColumns(row, mine);
    if (differing.length > 0) throw new Conflict(differing.map((field) => ({ field, mine: null, theirs: row.fields[field] ?? null })));
  }
  return {
    operations: [
      ...(outer ? [{ kind: 'delete', side: 'open', rowId: id, row: outer } as const] : []),
      ...(inner ? [{ kind: 'delete', side: 'closed', rowId: id, row: inner } as const] : []),
    ],
    needsClosed: (was?.closed ?? null) !== null,
  };
}

function isTouched(changes: readonly AgendaChange[] | null, before: readonly AgendaItem[] | null, id: ItemId): boolean {
  if (changes === null || before === null) return true;
  return changes.some((change) => {
    if (change.kind === 'changed') return change.after.id === id;
    // An item that only stands elsewhere gets a new position like those around it; under another parent it changes itself.
    if (change.kind === 'moved') return change.item.id === id && before.find((item) => item.id === id)?.parentId !== change.item.parentId;
    return change.kind === 'added' && change.item.id === id;
  });
}

/**
 * The row that everybody can read must be as this person saw it where words are about to move between it and the closed circle's:
 * what others wrote meanwhile would be deleted with the row, or written where they did not mean it to be read.
 */
function refuseUnseen(row: StoredRow, was: Fields, now: Fields, hides: boolean): void {
  const differing = differingColumns(row, was);
  if (differing.includes('Access') || (hides && differing.length > 0)) {
    throw new Conflict(differing.map((field) => ({ field, mine: now[field], theirs: row.fields[field] ?? null })));
  }
}

/** The same for the closed circle's row, where it is about to go or stands although this person saw none. */
function refuseUnseenInside(row: StoredRow, was: Fields | null, now: Fields | null): void {
  if ((was === null) === (now === null) || (now !== null && sameContent(now, asFields(row)))) return;
  const differing = differingColumns(row, was ?? {});
  if (differing.length > 0) throw new Conflict(differing.map((field) => ({ field, mine: now?.[field] ?? null, theirs: row.fields[field] ?? null })));
}

function update(side: Side, row: StoredRow, was: Fields | null, now: Fields): RowOperation[] {
  const { Position: position, ...mine } = now;
  const merged = mergeFields(was, mine, row.fields, texts);
  const fields = { ...merged, ...(position === positionOf(row) ? {} : { Position: position ?? null }) };
  return Object.keys(fields).length === 0 ? [] : [{ kind: 'update', side, rowId: rowIdOf(row), row, fields }];
}

function place(side: Side, row: StoredRow | undefined, position: number): RowOperation[] {
  if (!row || positionOf(row) === position) return [];
  return [{ kind: 'update', side, rowId: rowIdOf(row), row, fields: { Position: position } }];
}

/**
 * Closed content first, then the open rows, last what leaves the closed circle's list. Rows that are only spread out go in an order in which
 * none passes another: those that move down the list from the last to the first, then those that move up from the first.
 */
function inOrder(operations: readonly RowOperation[]): readonly RowOperation[] {
  const rank = (operation: RowOperation): number => {
    if (operation.side === 'closed') return operation.kind === 'delete' ? 4 : 0;
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

const targetOf = (operation: RowOperation): number => ('fields' in operation ? Number(operation.fields['Position'] ?? 0) : 0);
const shiftOf = (operation: RowOperation): number =>
  operation.kind === 'update' && 'Position' in operation.fields ? targetOf(operation) - positionOf(operation.row) : 0;

const rowOf = (rows: readonly StoredRow[], id: string): StoredRow | undefined => rows.find((row) => rowIdOf(row) === id);
const rowIdOf = (row: StoredRow): ItemId => asItemId(String(row.fields['RowId'] ?? ''));
const positionOf = (row: StoredRow): number => Number(row.fields['Position'] ?? 0);
/** The row as we would write it, so that what a person typed in SharePoint compares like our own. */
function asFields(row: StoredRow): Fields {
  const { item, position } = itemFromFields(row.fields);
  return itemToFields(asMeetingKey(String(row.fields['MeetingKey'] ?? '')), item, position);
}
const differingColumns = (row: StoredRow, fields: Fields): string[] => {
  const stored = asFields(row);
  // The heading over a closed item follows from what stands beside it (settleOpenRows.ts): nobody changed the item by it.
  const follows = (name: string) => name === 'MeetingKey' || derived.has(name) || (name === 'Block' && stored['Access'] === CHOICES.access.closed);
  return Object.keys(stored).filter((name) => !follows(name) && !sameFields({ [name]: fields[name] ?? null }, stored));
};
const content = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'MeetingKey' && !derived.has(name)));
const sameContent = (one: Fields | null, other: Fields | null): boolean =>
  one === other || (one !== null && other !== null && sameFields(content(one), content(other)));
