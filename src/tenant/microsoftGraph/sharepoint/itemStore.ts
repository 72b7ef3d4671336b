import type { Database } from '../../database/database.ts';
import { nextChange } from '../../database/changes.ts';
import { newGuid } from '../../ids.ts';
import { GraphError } from '../gateway/graphError.ts';
import { fieldNameOf, type Column } from './columnTypes.ts';
import { defaultOf, indexValue } from './fieldValues.ts';
import { mostVersions } from './limits.ts';
import type { List } from './listStore.ts';

export interface Item {
  list: string;
  id: number;
  uniqueId: string;
  version: number;
  changed: number;
  /** Values by internal name; nothing is kept for an empty field. */
  fields: Record<string, unknown>;
  body: ItemBody;
}

export interface ItemBody {
  created: string;
  modified: string;
  /** Person ids. */
  author: string;
  editor: string;
  authorNumber: number;
  editorNumber: number;
}

interface ItemRow {
  list: string;
  id: number;
  unique_id: string;
  version: number;
  changed: number;
  fields: string;
  body: string;
}

const fromRow = (row: ItemRow): Item => ({
  list: row.list,
  id: row.id,
  uniqueId: row.unique_id,
  version: row.version,
  changed: row.changed,
  fields: JSON.parse(row.fields) as Record<string, unknown>,
  body: JSON.parse(row.body) as ItemBody,
});

export function etagOf(item: { uniqueId: string; version: number }): string {
  return `"${item.uniqueId},${item.version}"`;
}

export function itemBy(db: Database, list: string, id: number): Item | undefined {
  const row = db.get<ItemRow>('SELECT * FROM item WHERE list = ? AND id = ?', list, id);
  return row && fromRow(row);
}

/** Items after a number, in order of their ids. */
export function itemsAfter(db: Database, list: string, after: number, most: number): Item[] {
  return db.all<ItemRow>('SELECT * FROM item WHERE list = ? AND id > ? ORDER BY id LIMIT ?', list, after, most).map(fromRow);
}

export function itemsOf(db: Database, list: string, ids: readonly number[]): Item[] {
  return ids.flatMap((id) => itemBy(db, list, id) ?? []);
}

export function itemsChangedAfter(db: Database, list: string, change: number, most: number): Item[] {
  return db.all<ItemRow>('SELECT * FROM item WHERE list = ? AND changed > ? ORDER BY changed LIMIT ?', list, change, most).map(fromRow);
}

/** A new item with the list's next number. @throws GraphError 400 for a required field left out or a unique value in use */
export function addItem(db: Database, list: List, columns: readonly Column[], fields: Record<string, unknown>, body: ItemBody): Item {
  const counter = db.get<{ id: number }>(
    'UPDATE list SET next_item = next_item + 1, item_count = item_count + 1 WHERE id = ? RETURNING next_item - 1 AS id',
    list.id,
  );
  const kept = withoutEmpty({ ...defaultsOf(columns), ...fields });
  const missing = columns.find((column) => column.required && kept[fieldNameOf(column)] === undefined);
  if (missing) throw new GraphError(400, 'invalidRequest', `Field '${missing.name}' is required`);
  const item: Item = { list: list.id, id: counter?.id ?? 1, uniqueId: newGuid(), version: 1, changed: nextChange(db), fields: kept, body };
  refuseDuplicates(db, item, columns, kept);
  db.run(
    'INSERT INTO item (list, id, unique_id, version, changed, fields, body) VALUES (?,?,?,?,?,?,?)',
    item.list,
    item.id,
    item.uniqueId,
    item.version,
    item.changed,
    JSON.stringify(item.fields),
    JSON.stringify(item.body),
  );
  writeIndex(db, item, columns, undefined);
  keepVersion(db, item);
  return item;
}

/** Writes changed fields as the next version. Null empties a field. */
export function changeItem(
  db: Database,
  before: Item,
  columns: readonly Column[],
  fields: Record<string, unknown>,
  by: { editor: string; editorNumber: number; now: number },
): Item {
  refuseDuplicates(db, before, columns, fields);
  const kept = withoutEmpty({ ...before.fields, ...fields });
  const required = columns.find((column) => column.required && fieldNameOf(column) in fields && kept[fieldNameOf(column)] === undefined);
  if (required) throw new GraphError(400, 'invalidRequest', `Field '${required.name}' is required`);
  const item: Item = {
    ...before,
    version: before.version + 1,
    changed: nextChange(db),
    fields: kept,
    body: { ...before.body, modified: secondOf(by.now), editor: by.editor, editorNumber: by.editorNumber },
  };
  db.run(
    'UPDATE item SET version = ?, changed = ?, fields = ?, body = ? WHERE list = ? AND id = ?',
    item.version,
    item.changed,
    JSON.stringify(item.fields),
    JSON.stringify(item.body),
    item.list,
    item.id,
  );
  writeIndex(db, item, columns, before);
  keepVersion(db, item);
  return item;
}

export function removeItem(db: Database, item: Item): void {
  db.run('DELETE FROM item WHERE list = ? AND id = ?', item.list, item.id);
  db.run('DELETE FROM item_index WHERE list = ? AND item = ?', item.list, item.id);
  db.run('DELETE FROM item_version WHERE list = ? AND item = ?', item.list, item.id);
  db.run(
    'INSERT OR REPLACE INTO item_removed (list, item, changed, body) VALUES (?,?,?,?)',
    item.list,
    item.id,
    nextChange(db),
    JSON.stringify({ eTag: etagOf(item) }),
  );
  db.run('UPDATE list SET item_count = item_count - 1 WHERE id = ?', item.list);
}

export function secondOf(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function withoutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''));
}

function defaultsOf(columns: readonly Column[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column.name, defaultOf(column)]));
}

/** Two items cannot share a value of a unique column; texts are compared without case. */
function refuseDuplicates(db: Database, item: Item, columns: readonly Column[], fields: Record<string, unknown>): void {
  for (const { name } of columns.filter(({ enforceUniqueValues }) => enforceUniqueValues)) {
    const value = indexValue(fields[name]);
    if (value === undefined) continue;
    const other = db.get<{ item: number }>(
      'SELECT item FROM item_index WHERE list = ? AND name = ? AND value = ? AND item <> ?',
      item.list,
      name,
      value,
      item.id,
    );
    if (other) throw new GraphError(400, 'invalidRequest', 'One or more fields with unique constraints already has the provided value.');
  }
}

/** Names an index is kept under: indexed columns by their field name, and SharePoint's own. */
function indexedValues(item: Item, columns: readonly Column[]): Map<string, string | number> {
  const values = new Map<string, string | number>([
    ['Created', item.body.created.toLowerCase()],
    ['Modified', item.body.modified.toLowerCase()],
    ['AuthorLookupId', item.body.authorNumber],
  ]);
  for (const column of columns) {
    if (!column.indexed || !column.isDeletable) continue;
    const name = fieldNameOf(column);
    const value = indexValue(item.fields[name]);
    if (value !== undefined) values.set(name, value);
  }
  const title = columns.find(({ name }) => name === 'Title');
  const value = title?.indexed ? indexValue(item.fields['Title']) : undefined;
  if (value !== undefined) values.set('Title', value);
  return values;
}

function writeIndex(db: Database, item: Item, columns: readonly Column[], before: Item | undefined): void {
  const now = indexedValues(item, columns);
  const old = before ? indexedValues(before, columns) : new Map<string, string | number>();
  for (const [name, value] of old)
    if (now.get(name) !== value)
      db.run('DELETE FROM item_index WHERE list = ? AND name = ? AND value = ? AND item = ?', item.list, name, value, item.id);
  for (const [name, value] of now)
    if (old.get(name) !== value) db.run('INSERT INTO item_index (list, name, value, item) VALUES (?,?,?,?)', item.list, name, value, item.id);
}

/** Builds the index of a column that was not indexed before. */
export function fillFieldIndex(db: Database, list: List, column: Column): void {
  const name = fieldNameOf(column);
  for (const item of itemsAfter(db, list.id, 0, list.itemCount)) {
    const value = indexValue(item.fields[name]);
    if (value !== undefined) db.run('INSERT OR REPLACE INTO item_index (list, name, value, item) VALUES (?,?,?,?)', list.id, name, value, item.id);
  }
}

export function dropFieldIndex(db: Database, list: List, name: string): void {
  db.run('DELETE FROM item_index WHERE list = ? AND name IN (?, ?)', list.id, name, `${name}LookupId`);
}

/** Takes a removed column's values out of the items and their earlier versions; that makes no new versions. */
export function dropField(db: Database, list: List, column: Column): void {
  dropFieldIndex(db, list, column.name);
  const path = `$."${fieldNameOf(column)}"`;
  for (const table of ['item', 'item_version']) db.run(`UPDATE ${table} SET fields = json_remove(fields, ?) WHERE list = ?`, path, list.id);
}

export function hasDuplicates(db: Database, list: List, name: string): boolean {
  return db.get('SELECT value FROM item_index WHERE list = ? AND name = ? GROUP BY value HAVING count(*) > 1 LIMIT 1', list.id, name) !== undefined;
}

function keepVersion(db: Database, item: Item): void {
  db.run(
    'INSERT INTO item_version (list, item, version, fields, body) VALUES (?,?,?,?,?)',
    item.list,
    item.id,
    item.version,
    JSON.stringify(item.fields),
    JSON.stringify(item.body),
  );
  if (item.version > mostVersions)
    db.run('DELETE FROM item_version WHERE list = ? AND item = ? AND version <= ?', item.list, item.id, item.version - mostVersions);
}

/** Earlier and present states of an item, newest first. */
export function versionsOf(db: Database, item: Item): Item[] {
  return db
    .all<{ version: number; fields: string; body: string }>(
      'SELECT version, fields, body FROM item_version WHERE list = ? AND item = ? ORDER BY version DESC',
      item.list,
      item.id,
    )
    .map(({ version, fields, body }) => ({ ...item, version, fields: JSON.parse(fields) as Item['fields'], body: JSON.parse(body) as ItemBody }));
}
