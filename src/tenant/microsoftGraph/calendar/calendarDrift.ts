import type { Database } from '../../database/database.ts';
import { newKey } from '../../ids.ts';

/**
 * Gives a calendar another id, as containers are reported to have from one day to the next, the immutable-id header or not
 * (gd#11296, gd#5580, msgraph-sdk-dotnet#2423: issue reports). The old id is then a 404 ErrorItemNotFound; events keep theirs.
 */
export function giveNewId(db: Database, calendar: string): void {
  const id = `AAMkAG${newKey(60)}=`;
  db.run('UPDATE calendar SET id = ? WHERE id = ?', id, calendar);
  for (const table of ['event', 'event_removed', 'calendar_permission']) db.run(`UPDATE ${table} SET calendar = ? WHERE calendar = ?`, id, calendar);
}

/** All calendars of a mailbox at once. */
export function giveNewCalendarIds(db: Database, mailbox: string): void {
  for (const { id } of db.all<{ id: string }>('SELECT id FROM calendar WHERE mailbox = ?', mailbox)) giveNewId(db, id);
}
