// The decision log of a body that has decided 100,000 items: what the first page costs, and what a rare word costs.
import { manyDecisions, type ManyDecisions } from '../../../test/commands/manyDecisions.ts';
import { findDecisions } from '../../commands/board/findDecisions.ts';
import { everyDecision, type WantedDecisions } from '../../meeting/decisionLog.ts';

const MEETINGS = 5_000;

/** `npm run bench -- decisions [MEETINGS]`: requests, rows examined and time of the first page, a month of long ago, and a word that stands once. */
export async function run(words: readonly string[]): Promise<void> {
  const meetings = Number(words[0] ?? MEETINGS);
  const now = Date.now();
  const many = await manyDecisions(meetings, now);
  try {
    console.log(`  ${meetings * 20} decisions of ${meetings} meetings`);
    await measured(many, 'first page', everyDecision);
    await measured(many, 'first page up to a day ten years ago', {
      ...everyDecision,
      to: new Date(now - 3650 * 86_400_000).toISOString().slice(0, 10),
    });
    await measured(many, 'a word that stands once, in the oldest minutes: one press', { ...everyDecision, words: 'nåleøje' });
  } finally {
    await many.close();
  }
}

async function measured(many: ManyDecisions, what: string, wanted: WantedDecisions): Promise<void> {
  const search = searchIn(many, Date.now());
  many.empty();
  const began = performance.now();
  const { found, searchedTo } = await search([many.board], wanted);
  const ms = Math.round(performance.now() - began);
  console.log(`  ${what}: ${found.length} found back to ${searchedTo ?? '–'}, ${many.sent} requests, ${many.rows} rows at most for one, ${ms} ms`);
}

/** The verb with as much of a desk as it uses. */
export function searchIn({ store }: ManyDecisions, now: number): ReturnType<typeof findDecisions> {
  return findDecisions({
    workplace: { store, now: () => new Date(now) },
    me: () => ({ id: null, name: '', email: null }),
  } as unknown as Parameters<typeof findDecisions>[0]);
}
