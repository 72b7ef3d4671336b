import type { Database } from '../database/database.ts';

interface Row {
  payload: string;
  expires_at: number | null;
  consumed_at: number | null;
}

/** The members of what oidc-provider stores that it also looks records up by. */
export interface StoredRecord {
  grantId?: string;
  uid?: string;
  userCode?: string;
  [name: string]: unknown;
}

/**
 * oidc-provider's storage contract over the tenant's own database, so that sign-ins and refresh tokens outlive a restart.
 * @param amend changes a record as it is read
 * @returns the factory the provider calls with the name of each kind of record
 */
export function sqliteAdapter(
  db: Database,
  now: () => number,
  amend: (kind: string, record: StoredRecord) => StoredRecord,
): (kind: string) => object {
  const live = (kind: string, row: Row | undefined): StoredRecord | undefined => {
    if (!row || (row.expires_at !== null && row.expires_at <= now())) return undefined;
    const payload = amend(kind, JSON.parse(row.payload) as StoredRecord);
    return row.consumed_at === null ? payload : { ...payload, consumed: row.consumed_at };
  };
  const columns = 'payload, expires_at, consumed_at';

  return (kind) => ({
    async upsert(id: string, payload: StoredRecord, expiresIn: number | undefined): Promise<void> {
      db.run(
        `INSERT INTO identity_record (kind, id, payload, expires_at, grant_id, uid, user_code) VALUES (?,?,?,?,?,?,?)
         ON CONFLICT (kind, id) DO UPDATE SET payload = excluded.payload, expires_at = excluded.expires_at, grant_id = excluded.grant_id, uid = excluded.uid, user_code = excluded.user_code`,
        kind,
        id,
        JSON.stringify(payload),
        expiresIn === undefined ? null : now() + expiresIn * 1000,
        payload.grantId ?? null,
        payload.uid ?? null,
        payload.userCode ?? null,
      );
    },
    async find(id: string): Promise<StoredRecord | undefined> {
      return live(kind, db.get<Row>(`SELECT ${columns} FROM identity_record WHERE kind = ? AND id = ?`, kind, id));
    },
    async findByUid(uid: string): Promise<StoredRecord | undefined> {
      return live(kind, db.get<Row>(`SELECT ${columns} FROM identity_record WHERE kind = ? AND uid = ?`, kind, uid));
    },
    async findByUserCode(userCode: string): Promise<StoredRecord | undefined> {
      return live(kind, db.get<Row>(`SELECT ${columns} FROM identity_record WHERE kind = ? AND user_code = ?`, kind, userCode));
    },
    async consume(id: string): Promise<void> {
      db.run('UPDATE identity_record SET consumed_at = ? WHERE kind = ? AND id = ?', Math.floor(now() / 1000), kind, id);
    },
    async destroy(id: string): Promise<void> {
      db.run('DELETE FROM identity_record WHERE kind = ? AND id = ?', kind, id);
    },
    async revokeByGrantId(grantId: string): Promise<void> {
      db.run('DELETE FROM identity_record WHERE grant_id = ?', grantId);
    },
  });
}
