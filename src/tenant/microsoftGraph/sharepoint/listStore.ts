import type { Database } from '../../database/database.ts';
import { isGuid, newGuid } from '../../ids.ts';
import { settingsOf, type Column, type Facet } from './columnTypes.ts';
import type { Site } from './siteStore.ts';

export interface List {
  id: string;
  site: string;
  /** Assigned by the server from the first display name; the last part of the address. */
  name: string;
  displayName: string;
  nextItem: number;
  itemCount: number;
  /** Counts changes of the list itself; its etag. */
  version: number;
  body: ListBody;
}

export interface ListBody {
  description: string;
  template: string;
  hidden: boolean;
  contentTypesEnabled: boolean;
  createdDateTime: string;
  lastModifiedDateTime: string;
  createdBy: string;
  /** Person id → what they may do, where the list does not inherit its site's permissions. */
  people?: Readonly<Record<string, 'read' | 'write'>>;
}

interface ListRow {
  id: string;
  site: string;
  name: string;
  display_name: string;
  next_item: number;
  item_count: number;
  version: number;
  body: string;
}

const fromRow = (row: ListRow): List => ({
  id: row.id,
  site: row.site,
  name: row.name,
  displayName: row.display_name,
  nextItem: row.next_item,
  itemCount: row.item_count,
  version: row.version,
  body: JSON.parse(row.body) as ListBody,
});

/** By id, else by display name, else by name, in any case: Graph takes `{list-id | list-title}`. */
export function listBy(db: Database, site: string, name: string): List | undefined {
  const plain = name.replace(/^\{(.*)\}$/, '$1').toLowerCase();
  const row =
    (isGuid(plain) ? db.get<ListRow>('SELECT * FROM list WHERE id = ? AND site = ?', plain, site) : undefined) ??
    db.get<ListRow>('SELECT * FROM list WHERE site = ? AND lower(display_name) = ?', site, plain) ??
    db.get<ListRow>('SELECT * FROM list WHERE site = ? AND lower(name) = ?', site, plain);
  return row && fromRow(row);
}

export function listsOf(db: Database, site: string): List[] {
  return db.all<ListRow>('SELECT * FROM list WHERE site = ? ORDER BY display_name', site).map(fromRow);
}

/** A new list with SharePoint's own columns. */
export function addList(
  db: Database,
  site: Site,
  given: { displayName: string; description: string; template: string; person: string; now: number; id?: string; name?: string },
): List {
  const time = `${new Date(given.now).toISOString().slice(0, 19)}Z`;
  const list: List = {
    id: given.id ?? newGuid(),
    site: site.id,
    name: given.name ?? freeName(db, site.id, given.displayName),
    displayName: given.displayName,
    nextItem: 1,
    itemCount: 0,
    version: 1,
    body: {
      description: given.description,
      template: given.template,
      hidden: false,
      contentTypesEnabled: false,
      createdDateTime: time,
      lastModifiedDateTime: time,
      createdBy: given.person,
    },
  };
  db.run(
    'INSERT INTO list (id, site, name, display_name, next_item, item_count, version, body) VALUES (?,?,?,?,?,?,?,?)',
    list.id,
    list.site,
    list.name,
    list.displayName,
    list.nextItem,
    list.itemCount,
    list.version,
    JSON.stringify(list.body),
  );
  for (const column of ownColumns()) addColumn(db, list.id, column);
  return list;
}

/** The address part keeps letters, digits and spaces of the first title. */
function freeName(db: Database, site: string, displayName: string): string {
  const plain = displayName.replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim() || 'List';
  let name = plain;
  for (let number = 1; db.get('SELECT 1 AS one FROM list WHERE site = ? AND lower(name) = ?', site, name.toLowerCase()); number += 1)
    name = `${plain}${number}`;
  return name;
}

export function saveList(db: Database, list: List): void {
  db.run('UPDATE list SET display_name = ?, version = ?, body = ? WHERE id = ?', list.displayName, list.version, JSON.stringify(list.body), list.id);
}

export function removeList(db: Database, list: List): void {
  for (const name of ['list_column', 'item', 'item_index', 'item_version', 'item_removed']) db.run(`DELETE FROM ${name} WHERE list = ?`, list.id);
  db.run('DELETE FROM list WHERE id = ?', list.id);
}

export function addColumn(db: Database, list: string, column: Column): void {
  const last = db.get<{ position: number | null }>('SELECT max(position) AS position FROM list_column WHERE list = ?', list)?.position ?? 0;
  const { id, name, ...body } = column;
  db.run('INSERT INTO list_column (list, id, name, position, body) VALUES (?,?,?,?,?)', list, id, name, last + 1, JSON.stringify(body));
}

export function saveColumn(db: Database, list: string, column: Column): void {
  const { id, name: _name, ...body } = column;
  db.run('UPDATE list_column SET body = ? WHERE list = ? AND id = ?', JSON.stringify(body), list, id);
}

type ColumnBody = Omit<Column, 'id' | 'name'>;

/** Columns are read with every row and are the same for years: each text is parsed once, and what comes of it is never changed. */
const bodies = new Map<string, Readonly<ColumnBody>>();
const mostBodies = 2000;

function bodyOf(text: string): Readonly<ColumnBody> {
  const known = bodies.get(text);
  if (known) return known;
  if (bodies.size >= mostBodies) bodies.clear();
  const body = JSON.parse(text) as ColumnBody;
  bodies.set(text, body);
  return body;
}

/** All columns of a list that are there at this moment, in order. */
export function columnsOf(db: Database, list: string, now: number): Column[] {
  return db
    .all<{ id: string; name: string; body: string }>('SELECT id, name, body FROM list_column WHERE list = ? ORDER BY position', list)
    .map(({ id, name, body }) => ({ ...bodyOf(body), id, name }))
    .filter((column) => (column.visibleFrom ?? 0) <= now);
}

export function newColumn(given: Partial<Column> & { name: string; facet: Facet; settings?: Record<string, unknown> }): Column {
  return {
    id: newGuid(),
    displayName: given.name,
    description: '',
    indexed: false,
    enforceUniqueValues: false,
    required: false,
    hidden: false,
    readOnly: false,
    columnGroup: 'Custom Columns',
    isDeletable: true,
    defaultValue: null,
    validation: null,
    ...given,
    settings: settingsOf(given.facet, given.settings ?? {}),
  };
}

/** What every custom list has from the start. ID, Created, Modified and Author are indexed by SharePoint itself. */
function ownColumns(): Column[] {
  const own = (id: string, name: string, displayName: string, facet: Facet, more: Partial<Column> = {}): Column =>
    newColumn({ id, name, displayName, facet, columnGroup: 'Base Columns', isDeletable: false, readOnly: true, ...more });
  return [
    own('fa564e0f-0c70-4ab9-b863-0177e6ddd247', 'Title', 'Title', 'text', { readOnly: false }),
    own('03e45e84-1992-4d42-9116-26f756012634', 'ContentType', 'Content Type', 'text'),
    own('d31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'Editor', 'Modified By', 'personOrGroup'),
    own('1df5e554-ec7e-46a6-901d-d85a3881cb18', 'Author', 'Created By', 'personOrGroup', { indexed: true }),
    own('28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'Modified', 'Modified', 'dateTime', { indexed: true }),
    own('8c06beca-0777-48f7-91c7-6da68bc07b69', 'Created', 'Created', 'dateTime', { indexed: true }),
    own('1d22ea11-1e32-424e-89ab-9fedbadb6ce1', 'ID', 'ID', 'number', { indexed: true }),
    own('67df98f4-9dec-48ff-a553-29bece9c5bf4', 'Attachments', 'Attachments', 'boolean'),
    own('dce8262a-3ae9-45aa-aab4-83bd75fb738a', '_UIVersionString', 'Version', 'text'),
    own('bc91a437-52e7-49e1-8c4e-4698904b2b6d', 'LinkTitleNoMenu', 'Title', 'text'),
    own('82642ec8-ef9b-478f-acf9-31f7d45fbc31', 'LinkTitle', 'Title', 'text'),
  ];
}
