import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { schema, schemaVersion } from './schema.ts';

export type Value = SQLInputValue | boolean;

/**
 * The tenant's memory: one SQLite file in write-ahead mode, so that a kill -9 costs at most the request in hand.
 * Statements are prepared once. `rowsExamined` counts rows handed out since it was last set to 0 (for the request log).
 */
export class Database {
  rowsExamined = 0;
  readonly #raw: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  /** @param folder where `tenant.sqlite` lives, or undefined for a database in memory only */
  constructor(folder: string | undefined) {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    this.#raw = new DatabaseSync(folder === undefined ? ':memory:' : join(folder, 'tenant.sqlite'));
    this.#raw.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY;',
    );
    const version = Number(this.#raw.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
    if (version !== 0 && version !== schemaVersion) {
      throw new Error(
        `The tenant's data in ${folder ?? 'memory'} are of version ${version}; this program reads ${schemaVersion}. Remove the folder to start afresh.`,
      );
    }
    if (version === 0) this.#raw.exec(`BEGIN; ${schema} PRAGMA user_version = ${schemaVersion}; COMMIT;`);
  }

  #statement(sql: string): StatementSync {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const made = this.#raw.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  /** The first row, or undefined. `Row` describes the columns the statement selects. */
  get<Row>(sql: string, ...values: Value[]): Row | undefined {
    const row = this.#statement(sql).get(...values.map(storable));
    if (row !== undefined) this.rowsExamined += 1;
    return row as Row | undefined;
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    const rows = this.#statement(sql).all(...values.map(storable));
    this.rowsExamined += rows.length;
    return rows as Row[];
  }

  /** Changes rows and answers how many. */
  run(sql: string, ...values: Value[]): number {
    return Number(this.#statement(sql).run(...values.map(storable)).changes);
  }

  /** Runs `work` whole or not at all. Inner calls become savepoints, so that a request of a batch can fail alone. */
  transaction<T>(work: () => T): T {
    const savepoint = this.#depth > 0 ? `step_${this.#depth}` : undefined;
    this.#raw.exec(savepoint ? `SAVEPOINT ${savepoint}` : 'BEGIN IMMEDIATE');
    this.#depth += 1;
    try {
      const result = work();
      this.#raw.exec(savepoint ? `RELEASE ${savepoint}` : 'COMMIT');
      return result;
    } catch (error) {
      this.#raw.exec(savepoint ? `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}` : 'ROLLBACK');
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#raw.close();
  }
}

function storable(value: Value): SQLInputValue {
  return typeof value === 'boolean' ? Number(value) : value;
}
