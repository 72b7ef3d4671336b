import { expect, it } from 'vitest';
import { Database } from '../../src/tenant/database/database.ts';
import { loadFixture, staleDays } from '../../src/tenant/fixtures/load.ts';

const day = 86_400_000;

it('tells how old its meetings are once they are more than three days old', () => {
  const db = new Database(undefined);
  const filled = Date.parse('2026-11-02T08:00:00Z');
  loadFixture(db, 'fjordby', filled);
  expect(staleDays(db, filled + 3 * day)).toBeUndefined();
  loadFixture(db, 'fjordby', filled + 5 * day);
  expect(staleDays(db, filled + 5 * day)).toBe(5);
  db.close();
});
