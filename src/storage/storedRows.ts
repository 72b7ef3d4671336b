import { splitByOpenness } from '../meeting/openness.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import { asItemId, asMeetingKey, type ItemId, type MeetingKey } from '../meeting/ids.ts';
import { badColumns } from './badColumns.ts';
import { CHOICES } from './choices.ts';
import { itemToFields } from './itemFields.ts';
import { itemFromFields } from './itemRow.ts';
import { sameFields } from './merge.ts';
import type { Fields } from './row.ts';
import type { StoredRow } from './rowOperation.ts';

/** Columns that are made from others, or have an order of their own. */
const derived = new Set(['Title', 'Position', 'Shape', 'MeetingKey']);

export const rowOf = (rows: readonly StoredRow[] | null, id: string): StoredRow | undefined => rows?.find((row) => rowIdOf(row) === id);
export const rowIdOf = (row: StoredRow): ItemId => asItemId(String(row.fields['RowId'] ?? ''));
export const positionOf = (row: StoredRow): number => Number(row.fields['Position'] ?? 0);

/** The row as we would write it, so that what a person typed in SharePoint compares like our own. */
export function asFields(row: StoredRow): Fields {
  const { item, position } = itemFromFields(row.fields);
  return itemToFields(asMeetingKey(String(row.fields['MeetingKey'] ?? '')), item, position);
}

export const isClosedRow = (row: StoredRow | undefined): boolean => row !== undefined && asFields(row)['Access'] === CHOICES.access.closed;

/**
 * Does an item stand closed? The row that everybody may read decides: there is one moment at which it goes, and from then on the item is
 * closed. Where it is gone and the closed circle has the item, closing was cut off just there. A closed row beside an open one is no more
 * than the copy that closing begins with, or that opening leaves.
 */
export const standsClosed = (outer: StoredRow | undefined, inner: StoredRow | undefined): boolean =>
  outer === undefined ? isClosedRow(inner) : isClosedRow(outer);

/** What stands in the columns of a row that we cannot read: it is like nothing of ours. An unknown word for who may read it is as good as "closed". */
function unreadOf(row: StoredRow): Fields {
  const bad = [...badColumns('DagsordenPunkter', row.fields)].filter((column) => column !== 'Access');
  return Object.fromEntries(bad.map((column) => [column, JSON.stringify(row.fields[column])]));
}

/** The columns with content of their own in which a row says something else than these fields, or what we cannot read. */
export function differingColumns(row: StoredRow, fields: Fields): string[] {
  const stored = { ...asFields(row), ...unreadOf(row) };
  // The heading over a closed item follows from what stands beside it: nobody changed the item by it.
  const follows = (name: string) => derived.has(name) || (name === 'Block' && stored['Access'] === CHOICES.access.closed);
  return Object.keys(stored).filter((name) => !follows(name) && !sameFields({ [name]: fields[name] ?? null }, stored));
}

export const sameContent = (one: Fields | null, other: Fields | null): boolean =>
  one === other || (one !== null && other !== null && sameFields(content(one), content(other)));

const content = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => !derived.has(name)));

/** An item as its two rows hold it; `closed` is null where nothing of it is closed. */
export function fieldsOf(key: MeetingKey, items: readonly AgendaItem[], item: AgendaItem, position: number): { open: Fields; closed: Fields | null } {
  const { open, closed } = splitByOpenness(items, item);
  return { open: itemToFields(key, open, position), closed: closed && itemToFields(key, closed, position) };
}

/** The whole item as it is kept closed, whether it is or not: what the closed circle's row holds, and the neutral one that all may read. */
export function closedFieldsOf(key: MeetingKey, item: AgendaItem, position: number): { open: Fields; closed: Fields } {
  const alone: AgendaItem = { ...item, openness: 'closed' };
  const { open, closed } = splitByOpenness([alone], alone);
  return { open: itemToFields(key, open, position), closed: itemToFields(key, closed ?? alone, position) };
}
