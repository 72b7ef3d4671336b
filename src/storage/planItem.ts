import type { AgendaItem, Attachment } from '../meeting/agenda.ts';
import { Conflict } from '../meeting/errors.ts';
import type { MeetingKey } from '../meeting/ids.ts';
import type { SeenClosed } from '../meeting/meeting.ts';
import { hidesWhatWasOpen, splitByOpenness } from '../meeting/openness.ts';
import { badColumns } from './badColumns.ts';
import { CHOICES } from './choices.ts';
import { byWhom, decidedOver } from './clashBy.ts';
import { itemToFields } from './itemFields.ts';
import { itemFromFields } from './itemRow.ts';
import { mergeFields, textColumnsOf } from './merge.ts';
import type { Fields } from './row.ts';
import type { Patch, RowOperation, Side, StoredRow, StoredRows } from './rowOperation.ts';
import {
  asFields,
  closedFieldsOf,
  differingColumns,
  fieldsOf,
  isClosedRow,
  positionOf,
  rowIdOf,
  rowOf,
  sameContent,
  standsClosed,
} from './storedRows.ts';

const list = 'DagsordenPunkter';
const texts = textColumnsOf(list);

export interface Planning {
  readonly key: MeetingKey;
  readonly stored: StoredRows;
  readonly before: readonly AgendaItem[];
  readonly after: readonly AgendaItem[];
  /** The rows in which the item stood when this person decided to open it; null where they did not. */
  readonly opens: SeenClosed | null;
}

/** An item that is written: its rows as they stand, as this person saw them (null: they did not), and as they are to be. */
interface Writing {
  readonly id: string;
  readonly stored: StoredRows;
  readonly outer: StoredRow | undefined;
  readonly inner: StoredRow | undefined;
  readonly was: { readonly open: Fields; readonly closed: Fields | null } | null;
  readonly now: { readonly open: Fields; readonly closed: Fields | null };
}

const CLOSED = CHOICES.access.closed;

/**
 * The operations that write an item somebody has changed.
 * @throws Conflict where others changed the same, closed or opened it, or rewrote what is about to move or go
 */
export function planItem({ key, stored, before, after, opens }: Planning, item: AgendaItem, position: number): Patch {
  const old = before.find((other) => other.id === item.id);
  refuseUnderUnseen(key, stored, before, after, item);
  const writing: Writing = {
    id: item.id,
    stored,
    outer: rowOf(stored.open, item.id),
    inner: rowOf(stored.closed, item.id),
    was: old ? fieldsOf(key, before, old, position) : null,
    now: fieldsOf(key, after, item, position),
  };
  const operations =
    writing.now.open['Access'] !== CLOSED
      ? planOpen(writing, opens, splitByOpenness(after, item))
      : writing.outer && !isClosedRow(writing.outer)
        ? planClosing(key, writing, old, item, position)
        : planClosed(key, writing, old, position);
  return { operations, needsClosed: !sameContent(writing.was?.closed ?? null, writing.now.closed) };
}

/** A row in another place, and nothing else. */
export function place(side: Side, row: StoredRow | undefined, position: number): RowOperation[] {
  if (!row || positionOf(row) === position) return [];
  return [{ kind: 'update', side, rowId: rowIdOf(row), row, fields: { Position: position } }];
}

/** An item that is to be closed, and is: by others, by this very change before it was cut off, or since long. */
function planClosed(key: MeetingKey, { id, stored, outer, inner, was, now }: Writing, old: AgendaItem | undefined, position: number): RowOperation[] {
  // Where this change is what closes it, it is held against the item as it was, so that others' words in the circle's row stay.
  const base = old ? closedFieldsOf(key, old, position) : null;
  const wasClosed = was?.closed ?? base?.closed ?? null;
  if (!outer && was && stored.outside) refuseClosed(undefined, now.open);
  if (outer && was === null) refuseUnknown(outer, now.open);
  if (inner && was === null && now.closed) refuseUnknown(inner, now.closed);
  const operations: RowOperation[] = [];
  if (inner && now.closed && outer) operations.push(...update('closed', inner, wasClosed, now.closed));
  // The circle's row holds the only words there are: it is written in any case, so that whoever removes the item just now leaves it.
  else if (inner && now.closed)
    operations.push({
      kind: 'update',
      side: 'closed',
      rowId: id,
      row: inner,
      fields: { ...mergedInside(inner, wasClosed, now.closed), Access: CLOSED },
    });
  // Whoever is outside the circle changes the place and the times of what they cannot read.
  else if (now.closed && !(stored.closed === null && sameContent(was?.closed ?? null, now.closed)))
    operations.push({ kind: 'create', side: 'closed', rowId: id, fields: now.closed });
  if (outer) operations.push(...updateOrTouch(outer, base?.open ?? null, now.open, inner !== undefined && !sameContent(wasClosed, now.closed)));
  else operations.push({ kind: 'create', side: 'open', rowId: id, fields: now.open });
  return operations;
}

/**
 * Closing: the whole item goes to the circle's row first, then the open row goes, as it was read, and a neutral one is made. From that one
 * moment on the item is closed for all. Others' words that came in between go along.
 */
function planClosing(
  key: MeetingKey,
  { id, outer, inner, was, now }: Writing,
  old: AgendaItem | undefined,
  item: AgendaItem,
  position: number,
): RowOperation[] {
  if (!outer || !now.closed) return [];
  const differing = was ? differingColumns(outer, was.open) : differingColumns(outer, now.open);
  // Begun already: by this very change, or by one that was cut off. It goes through, whatever others wrote in the open row since.
  const begun = isClosedRow(inner);
  const seenOpen = old !== undefined && was?.open['Access'] !== CLOSED;
  if (!seenOpen || (differing.length > 0 && !begun)) refuse(differing, now.open, outer);
  const theirs = closedFieldsOf(key, itemFromFields(outer.fields).item, position).closed;
  const wanted = { ...now.closed, Papers: theirs['Papers'] ?? null };
  const mine = decidedOver(outer, () => mergeFields(closedFieldsOf(key, old ?? item, position).closed, wanted, theirs, texts));
  const attachments = mergeAttachments(old ?? item, item, itemFromFields(outer.fields).item, inner ? itemFromFields(inner.fields).item : null);
  const whole = { ...itemFromFields({ ...theirs, ...mine }).item, attachments };
  const { open, closed } = closedFieldsOf(key, whole, position);
  return [
    // The row is written in any case: whoever has read it must not delete it from now on.
    inner
      ? { kind: 'update', side: 'closed', rowId: id, row: inner, fields: { ...mergeFields(null, closed, inner.fields), Access: CLOSED } }
      : { kind: 'create', side: 'closed', rowId: id, fields: closed },
    { kind: 'delete', side: 'open', rowId: id, row: outer },
    { kind: 'create', side: 'open', rowId: id, fields: open },
  ];
}

/**
 * The attachments of an item that is being closed, each on its own: those that only the circle's row holds, be it a copy of the whole item
 * by now, are nowhere else.
 */
function mergeAttachments(old: AgendaItem, mine: AgendaItem, outer: AgendaItem, inner: AgendaItem | null): readonly Attachment[] {
  const asHidden = (attachment: Attachment): string => JSON.stringify({ ...attachment, openness: 'closed' });
  const among = ({ attachments }: AgendaItem) => new Set(attachments.map(asHidden));
  const [seen, wanted, shown] = [among(old), among(mine), among(outer)];
  const theyRemoved = old.attachments.filter((each) => each.openness === 'open' && !shown.has(asHidden(each))).map(asHidden);
  const theyAdded = [...outer.attachments, ...(inner?.attachments ?? [])].filter((each) => !seen.has(asHidden(each)) && !wanted.has(asHidden(each)));
  const kept = mine.attachments.filter((each) => !(seen.has(asHidden(each)) && theyRemoved.includes(asHidden(each))));
  return [...kept, ...theyAdded];
}

/** An item that is to be open. One that stands closed is opened by whoever decided so on the very rows in which it stands. */
function planOpen(writing: Writing, opens: SeenClosed | null, split: ReturnType<typeof splitByOpenness>): RowOperation[] {
  const { id, stored, outer, inner, was, now } = writing;
  const opening = was?.open['Access'] === CLOSED;
  if (standsClosed(outer, inner) && !(opening && outer && opens?.open === outer.id)) refuseClosed(outer ?? inner, now.open);
  // Removed by others, or just being closed by them, which nobody outside the circle can tell apart.
  if (!outer && was && stored.outside) refuseClosed(undefined, now.open);
  // This very change may have written the row already: planned again after a cut, that is no obstacle.
  const done = outer !== undefined && sameContent(now.open, asFields(outer));
  const hides = outer !== undefined && !done && hidesWhatWasOpen(itemFromFields(outer.fields).item, split);
  if (outer && was === null) refuseUnknown(outer, now.open);
  if (outer && was && !done) {
    const differing = differingColumns(outer, was.open);
    if (differing.includes('Access') || (hides && differing.length > 0)) refuse(differing, now.open, outer);
  }
  const openOperations: RowOperation[] = !outer
    ? [{ kind: 'create', side: 'open', rowId: id, fields: now.open }]
    : hides
      ? [
          { kind: 'delete', side: 'open', rowId: id, row: outer },
          { kind: 'create', side: 'open', rowId: id, fields: now.open },
        ]
      : update('open', outer, was?.open ?? null, now.open);
  return [...planHidden(writing, opening ? opens : null), ...openOperations];
}

/** What the circle's row holds of an item that is open: its closed attachments, or nothing. */
function planHidden({ id, stored, outer, inner, was, now }: Writing, opens: SeenClosed | null): RowOperation[] {
  if (!inner) {
    const kept = stored.closed === null && sameContent(was?.closed ?? null, now.closed);
    return now.closed && !kept ? [{ kind: 'create', side: 'closed', rowId: id, fields: now.closed }] : [];
  }
  if (isClosedRow(inner) && outer && !isClosedRow(outer)) {
    // A copy beside an open row: this very opening has yet to take it away, or others are just closing the item anew.
    const mine = opens !== null && opens.closed === inner.etag;
    if (now.closed) {
      if (!mine) refuse(['Access'], now.closed, inner);
      return update('closed', inner, null, now.closed);
    }
    return mine ? [{ kind: 'delete', side: 'closed', rowId: id, row: inner }] : [];
  }
  refuseUnseenInside(inner, was?.closed ?? null, now.closed);
  if (now.closed) return update('closed', inner, was?.closed ?? null, now.closed);
  return was?.closed ? [{ kind: 'delete', side: 'closed', rowId: id, row: inner }] : [];
}

/**
 * What stands under an item is as open as that item: whoever writes there must know how open it is by now, or words would be open to all
 * under what somebody has just closed.
 */
function refuseUnderUnseen(key: MeetingKey, stored: StoredRows, before: readonly AgendaItem[], after: readonly AgendaItem[], item: AgendaItem): void {
  const above = after.find((other) => other.id === item.parentId);
  if (!above || above === item) return;
  const [row, inner] = [rowOf(stored.open, above.id), rowOf(stored.closed, above.id)];
  const seen = before.find((other) => other.id === above.id);
  const mine = fieldsOf(key, after, above, 0).open['Access'] ?? null;
  const theirs = row ? (asFields(row)['Access'] ?? null) : isClosedRow(inner) ? CLOSED : mine;
  const was = seen ? (fieldsOf(key, before, seen, 0).open['Access'] ?? null) : theirs;
  if (theirs !== mine && (theirs !== was || !seen)) throw new Conflict([{ field: 'Access', mine, theirs }], byWhom(row ?? inner));
}

/** A row that this person never saw is theirs only where it says the same: made by this very change, before it was cut off. */
function refuseUnknown(row: StoredRow, now: Fields): void {
  if (!sameContent(now, asFields(row))) refuse(differingColumns(row, now), now, row);
}

/** The circle's row, where it is about to go or stands although this person saw none. */
function refuseUnseenInside(row: StoredRow, was: Fields | null, now: Fields | null): void {
  if ((was === null) === (now === null) || (now !== null && sameContent(now, asFields(row)))) return;
  const differing = differingColumns(row, was ?? {});
  if (differing.length > 0) refuse(differing, now ?? {}, row);
}

/** @throws Conflict */
function refuse(differing: readonly string[], mine: Fields, row: StoredRow): never {
  throw new Conflict(
    differing.map((field) => ({ field, mine: mine[field] ?? null, theirs: row.fields[field] ?? null })),
    byWhom(row),
  );
}

/** @throws Conflict with both texts, as far as this person may read them */
function refuseClosed(row: StoredRow | undefined, mine: Fields): never {
  const differing = row ? differingColumns(row, mine) : [];
  throw new Conflict(
    [
      { field: 'Access', mine: mine['Access'] ?? null, theirs: row ? CLOSED : null },
      ...differing.filter((field) => field !== 'Access').map((field) => ({ field, mine: mine[field] ?? null, theirs: row?.fields[field] ?? null })),
    ],
    byWhom(row),
  );
}

const mergedInside = (row: StoredRow, was: Fields | null, now: Fields): Fields => decidedOver(row, () => mergeFields(was, now, row.fields, texts));

function update(side: Side, row: StoredRow, was: Fields | null, now: Fields): RowOperation[] {
  const { Position: position, ...mine } = now;
  const merged = decidedOver(row, () => mergeFields(was, mine, row.fields, texts, badColumns(list, row.fields)));
  const fields = { ...merged, ...(position === positionOf(row) ? {} : { Position: position ?? null }) };
  return Object.keys(fields).length === 0 ? [] : [{ kind: 'update', side, rowId: rowIdOf(row), row, fields }];
}

/**
 * The neutral row of a closed item. Words that went to the circle's row are certain only once this row has been written as it was read: others may
 * just be opening the item, and the open row is where that is decided. So either they come upon these words, or whoever wrote them is told.
 */
function updateOrTouch(outer: StoredRow, was: Fields | null, now: Fields, wroteInside: boolean): RowOperation[] {
  const operations = update('open', outer, was, now);
  if (operations.length > 0 || !wroteInside) return operations;
  return [{ kind: 'update', side: 'open', rowId: rowIdOf(outer), row: outer, fields: { Position: positionOf(outer) } }];
}

/**
 * The operations that close an open row which stands under a closed item: somebody put it there while that item was being closed.
 */
export function closeStray(key: MeetingKey, row: StoredRow, inner: StoredRow | undefined): RowOperation[] {
  const { item, position } = itemFromFields(row.fields);
  const seen = { open: itemToFields(key, item, position), closed: null };
  const now = closedFieldsOf(key, item, position);
  return planClosing(key, { id: item.id, stored: { open: [], closed: [] }, outer: row, inner, was: seen, now }, item, item, position);
}
