import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchIn } from '../../src/tools/bench/decisions.ts';
import { everyDecision } from '../../src/meeting/decisionLog.ts';
import { manyDecisions, type ManyDecisions } from './manyDecisions.ts';

// 6,000 decisions: more than SharePoint filters without an index. `npm run bench -- decisions` does the same with 100,000.
const MEETINGS = 300;
const now = Date.parse('2026-06-15T10:00:00Z');
let many: ManyDecisions;
beforeAll(async () => {
  many = await manyDecisions(MEETINGS, now);
}, 120_000);
afterAll(() => many.close());

test('the first page of many decisions takes two requests and no more rows than a page, the newest first', async () => {
  many.empty();
  const { found, next, lacking } = await searchIn(many, now)([many.board]);
  expect(many.sent).toBe(2);
  expect(many.rows).toBeLessThanOrEqual(200);
  expect(lacking).toEqual([]);
  expect(next).not.toBeNull();
  expect(found).toHaveLength(200);
  expect(found[0]!.decision).toBe('Sag 1.1 godkendt.');
  expect(found.at(-1)!.decision).toBe('Sag 10.20 godkendt.');
});

test('pages go on where the one before ended: nothing twice, nothing left out', async () => {
  const search = searchIn(many, now);
  const seen: string[] = [];
  let cursor: Parameters<typeof search>[2] = null;
  do {
    const page = await search([many.board], everyDecision, cursor);
    seen.push(...page.found.map(({ itemId }) => itemId));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen).toHaveLength(MEETINGS * 20);
  expect(new Set(seen).size).toBe(MEETINGS * 20);
}, 60_000);

test('a word that stands once in the oldest minutes is found, and each page tells how far back it looked', async () => {
  const search = searchIn(many, now);
  const wanted = { ...everyDecision, words: 'NÅLEØJET kamelen' };
  let page = await search([many.board], wanted);
  expect(page.found).toEqual([]);
  expect(page.searchedTo).not.toBeNull();
  while (page.found.length === 0 && page.next !== null) {
    const before = page.searchedTo!;
    page = await search([many.board], wanted, page.next);
    expect(page.searchedTo! <= before).toBe(true);
  }
  expect(page.found).toMatchObject([{ decision: 'Kamelen gik gennem nåleøjet.', number: '7' }]);
}, 60_000);

test("the board's list asks for the last year where it holds more than a page, and for all when asked", async () => {
  let older = 0;
  const recent = { since: new Date(now - 60 * 86_400_000), onOlder: () => (older += 1) };
  many.empty();
  const rows = await many.store.boardMeetings(many.board, undefined, recent);
  expect(rows.length).toBe(40);
  expect([many.sent, older]).toEqual([2, 1]);
  expect(await many.store.boardMeetings(many.board)).toHaveLength(MEETINGS);
});
