import type { Database } from './database.ts';

/** A value kept for good; made by `make` the first time it is asked for. */
export function setting(db: Database, name: string, make: () => string): string {
  const kept = readSetting(db, name);
  if (kept !== undefined) return kept;
  const made = make();
  db.run('INSERT INTO setting (name, value) VALUES (?, ?)', name, made);
  return made;
}

export function readSetting(db: Database, name: string): string | undefined {
  return db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)?.value;
}

export function writeSetting(db: Database, name: string, value: string): void {
  db.run('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value);
}
