import type { Database } from './database.ts';

/** The next number of the tenant-wide sequence every change takes one of; delta tokens and change keys are made from it. */
export function nextChange(db: Database): number {
  const row = db.get<{ value: number }>("UPDATE change_count SET value = value + 1 WHERE name = 'change' RETURNING value");
  if (!row) throw new Error('The change sequence is missing: the database is damaged.');
  return row.value;
}

export function lastChange(db: Database): number {
  return db.get<{ value: number }>("SELECT value FROM change_count WHERE name = 'change'")?.value ?? 0;
}
