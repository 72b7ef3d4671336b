import type { Database } from '../database/database.ts';

/** Whom a consent is for: a person's id, or everyone (an administrator's consent). */
export type ConsentFor = string;
export const wholeTenant = '*';

export function addConsent(db: Database, client: string, person: ConsentFor, scopes: readonly string[]): void {
  for (const scope of scopes) db.run('INSERT INTO consent (client, person, scope) VALUES (?,?,?) ON CONFLICT DO NOTHING', client, person, scope);
}

/** Takes consent back; without scopes all of it. */
export function removeConsent(db: Database, client: string, person: ConsentFor, scopes?: readonly string[]): void {
  if (!scopes) db.run('DELETE FROM consent WHERE client = ? AND person = ?', client, person);
  for (const scope of scopes ?? []) db.run('DELETE FROM consent WHERE client = ? AND person = ? AND scope = ?', client, person, scope);
}

/** The Graph scopes a client may be given for a person. */
export function consented(db: Database, client: string, person: string): Set<string> {
  return new Set(
    db.all<{ scope: string }>("SELECT scope FROM consent WHERE client = ? AND person IN (?, '*')", client, person).map(({ scope }) => scope),
  );
}
