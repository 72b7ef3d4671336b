import type { Database } from '../../database/database.ts';
import { nextChange } from '../../database/changes.ts';
import { keyOf, newKey } from '../../ids.ts';

/** A document library (of a site) or a person's OneDrive. */
export interface Drive {
  id: string;
  site: string | null;
  person: string | null;
  list: string | null;
  body: { name: string; createdDateTime: string };
}

export interface DriveItem {
  id: string;
  drive: string;
  /** Null for the root folder. */
  parent: string | null;
  name: string;
  folder: boolean;
  changed: number;
  version: number;
  size: number;
  body: DriveItemBody;
}

export interface DriveItemBody {
  createdDateTime: string;
  lastModifiedDateTime: string;
  /** Person ids. */
  createdBy: string;
  lastModifiedBy: string;
  mimeType: string | null;
}

interface DriveRow {
  id: string;
  site: string | null;
  person: string | null;
  list: string | null;
  body: string;
}

interface ItemRow {
  id: string;
  drive: string;
  parent: string | null;
  name: string;
  folder: number;
  changed: number;
  version: number;
  size: number;
  body: string;
}

const driveFrom = (row: DriveRow): Drive => ({ ...row, body: JSON.parse(row.body) as Drive['body'] });
const itemFrom = (row: ItemRow): DriveItem => ({ ...row, folder: row.folder === 1, body: JSON.parse(row.body) as DriveItemBody });
const columns = 'id, drive, parent, name, folder, changed, version, size, body';

export function addDrive(
  db: Database,
  given: { seed: string; site: string | null; person: string | null; list: string | null; name: string; owner: string; now: number },
): Drive {
  const drive: Drive = {
    id: `b!${keyOf(`drive ${given.seed}`, 64)}`,
    site: given.site,
    person: given.person,
    list: given.list,
    body: { name: given.name, createdDateTime: new Date(given.now).toISOString() },
  };
  db.run(
    'INSERT INTO drive (id, site, person, list, body) VALUES (?,?,?,?,?)',
    drive.id,
    drive.site,
    drive.person,
    drive.list,
    JSON.stringify(drive.body),
  );
  addItem(db, { drive: drive.id, parent: null, name: 'root', folder: true, by: given.owner, now: given.now, mimeType: null, content: null });
  return drive;
}

export function driveBy(db: Database, id: string): Drive | undefined {
  const row = db.get<DriveRow>('SELECT * FROM drive WHERE id = ?', id);
  return row && driveFrom(row);
}

export function driveOfSite(db: Database, site: string): Drive | undefined {
  const row = db.get<DriveRow>('SELECT * FROM drive WHERE site = ? ORDER BY rowid LIMIT 1', site);
  return row && driveFrom(row);
}

export function drivesOfSite(db: Database, site: string): Drive[] {
  return db.all<DriveRow>('SELECT * FROM drive WHERE site = ? ORDER BY rowid', site).map(driveFrom);
}

export function driveOfPerson(db: Database, person: string): Drive | undefined {
  const row = db.get<DriveRow>('SELECT * FROM drive WHERE person = ?', person);
  return row && driveFrom(row);
}

export function rootOf(db: Database, drive: string): DriveItem {
  const row = db.get<ItemRow>(`SELECT ${columns} FROM drive_item WHERE drive = ? AND parent IS NULL`, drive);
  if (!row) throw new Error(`The drive ${drive} has no root folder.`);
  return itemFrom(row);
}

export function itemBy(db: Database, drive: string, id: string): DriveItem | undefined {
  const row = db.get<ItemRow>(`SELECT ${columns} FROM drive_item WHERE id = ? AND drive = ?`, id, drive);
  return row && itemFrom(row);
}

export function childByName(db: Database, drive: string, parent: string, name: string): DriveItem | undefined {
  const row = db.get<ItemRow>(`SELECT ${columns} FROM drive_item WHERE drive = ? AND parent = ? AND lower(name) = lower(?)`, drive, parent, name);
  return row && itemFrom(row);
}

export function childrenOf(db: Database, drive: string, parent: string): DriveItem[] {
  return db.all<ItemRow>(`SELECT ${columns} FROM drive_item WHERE drive = ? AND parent = ? ORDER BY lower(name)`, drive, parent).map(itemFrom);
}

export function contentOf(db: Database, item: DriveItem): Uint8Array {
  return db.get<{ content: Uint8Array | null }>('SELECT content FROM drive_item WHERE id = ?', item.id)?.content ?? new Uint8Array();
}

export function addItem(
  db: Database,
  given: {
    drive: string;
    parent: string | null;
    name: string;
    folder: boolean;
    by: string;
    now: number;
    mimeType: string | null;
    content: Uint8Array | null;
  },
): DriveItem {
  const time = `${new Date(given.now).toISOString().slice(0, 19)}Z`;
  const item: DriveItem = {
    id: `01${newKey(32).toUpperCase().replaceAll(/[-_]/g, 'Z')}`,
    drive: given.drive,
    parent: given.parent,
    name: given.name,
    folder: given.folder,
    changed: nextChange(db),
    version: 1,
    size: given.content?.length ?? 0,
    body: { createdDateTime: time, lastModifiedDateTime: time, createdBy: given.by, lastModifiedBy: given.by, mimeType: given.mimeType },
  };
  db.run(
    'INSERT INTO drive_item (id, drive, parent, name, folder, changed, version, size, body, content) VALUES (?,?,?,?,?,?,?,?,?,?)',
    item.id,
    item.drive,
    item.parent,
    item.name,
    item.folder,
    item.changed,
    item.version,
    item.size,
    JSON.stringify(item.body),
    given.content,
  );
  return item;
}

/** Replaces content, name or place of an item as its next version. */
export function changeItem(
  db: Database,
  item: DriveItem,
  given: { name?: string; parent?: string; content?: Uint8Array; mimeType?: string | null; by: string; now: number },
): DriveItem {
  const changed: DriveItem = {
    ...item,
    name: given.name ?? item.name,
    parent: given.parent ?? item.parent,
    size: given.content?.length ?? item.size,
    version: item.version + 1,
    changed: nextChange(db),
    body: {
      ...item.body,
      lastModifiedBy: given.by,
      lastModifiedDateTime: `${new Date(given.now).toISOString().slice(0, 19)}Z`,
      mimeType: given.mimeType ?? item.body.mimeType,
    },
  };
  db.run(
    'UPDATE drive_item SET name = ?, parent = ?, size = ?, version = ?, changed = ?, body = ? WHERE id = ?',
    changed.name,
    changed.parent,
    changed.size,
    changed.version,
    changed.changed,
    JSON.stringify(changed.body),
    item.id,
  );
  if (given.content) db.run('UPDATE drive_item SET content = ? WHERE id = ?', given.content, item.id);
  return changed;
}

/** Takes an item away, and with a folder everything in it. */
export function removeItem(db: Database, item: DriveItem): void {
  for (const child of childrenOf(db, item.drive, item.id)) removeItem(db, child);
  db.run('DELETE FROM drive_item WHERE id = ?', item.id);
}
