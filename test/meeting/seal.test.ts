import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeInEdition } from '../../src/meeting/closedEdition.ts';
import { editionOf, joinEdition } from '../../src/meeting/edition.ts';
import type { Edition, Treatment } from '../../src/meeting/meeting.ts';
import { checkSeal, fingerprintOf, sealOf } from '../../src/meeting/seal.ts';
import { agendaOf, anyAgenda, fileOf } from './agendas.ts';

const agenda = agendaOf(['1 Budget', '2 Ansættelse (lukket)', '3 Anlæg', '> 3.a Veje']);
const decided = (of: typeof agenda): Treatment[] =>
  of.items.map(({ id, openness }) => ({
    itemId: id,
    openness,
    outcome: 'approved',
    decision: `Om ${id}.`,
    publicDecision: 'Afgjort.',
    notTreated: false,
  }));

async function sealed(of = agenda, previous: string | null = null) {
  const file = fileOf(of, { treatments: decided(of) });
  const outside = editionOf(file, 'outside', 1, '2026-09-03T12:00:00Z');
  const closed = editionOf(file, 'circle', 1, '2026-09-03T12:00:00Z').lines.filter(({ openness }) => openness === 'closed');
  const seal = await sealOf(outside, closed, previous);
  const out: Edition<'outside'> = { ...outside, seal };
  return { outside: out, circle: joinEdition(out, closed), closed };
}
const changed = (edition: Edition, place: number, fields: Partial<Edition['lines'][0]>): Edition => ({
  ...edition,
  lines: edition.lines.map((each, index) => (index === place ? { ...each, ...fields } : each)),
});

describe('a seal', () => {
  it('is a SHA-256 over the canonical form of RFC 8785', async () => {
    // Keys in the order of UTF-16, numbers as ECMAScript writes them: printf '{"a":"æ","b":[1,0.002]}' | sha256sum
    const { createHash } = await import('node:crypto');
    const expected = createHash('sha256').update('{"a":"æ","b":[1,0.002]}').digest('hex');
    expect(await fingerprintOf({ b: [1.0, 2e-3], a: 'æ' })).toBe(expected);
  });
  it('holds for both readers of whatever was published, after a trip through JSON', async () => {
    await fc.assert(
      fc.asyncProperty(anyAgenda, async (any) => {
        const { outside, circle } = await sealed(any);
        for (const edition of [outside, circle]) {
          const read = JSON.parse(JSON.stringify(edition)) as Edition;
          expect(await checkSeal(read)).toEqual({ state: 'intact', findings: [], closedSince: [] });
        }
      }),
      { numRuns: 40 },
    );
  });
  it('names the item whose words were changed, and the one that is gone or more', async () => {
    const { outside, circle } = await sealed();
    const [, personal, works] = outside.lines;
    expect(await checkSeal(changed(outside, 2, { decision: 'Om item-3!' }))).toMatchObject({
      state: 'changed',
      findings: [{ what: 'line', itemId: works!.itemId }],
    });
    expect((await checkSeal(changed(circle, 1, { decision: 'Noget andet.' }))).findings).toEqual([{ what: 'line', itemId: personal!.itemId }]);
    expect((await checkSeal({ ...outside, lines: outside.lines.slice(0, 3) })).findings).toMatchObject([{ what: 'missing' }]);
    expect((await checkSeal({ ...outside, lines: [...outside.lines, { ...works!, itemId: 'x' as never }] })).findings).toMatchObject([
      { what: 'added' },
    ]);
  });
  it('sees any other change, and one of the seal itself', async () => {
    const { outside } = await sealed();
    const seal = outside.seal!;
    const findings = async (edition: Edition) => (await checkSeal(edition)).findings.map(({ what }) => what);
    expect(await findings({ ...outside, head: { ...outside.head, date: '2026-09-04' } })).toEqual(['about']);
    expect(await findings({ ...outside, publishedAt: '2026-09-04T12:00:00Z' })).toEqual(['about']);
    expect(await findings({ ...outside, excused: [{ name: 'Ane', scope: { kind: 'meeting' }, substitute: null }] })).toEqual(['people']);
    expect(await findings({ ...outside, seal: { ...seal, previous: seal.hash } })).toEqual(['seal']);
    const forged = seal.lines.map((each, place) => (place === 0 ? { ...each, hash: seal.hash } : each));
    expect(await findings({ ...outside, seal: { ...seal, lines: forged } })).toEqual(['seal', 'line']);
  });
  it('names the one before, so that an edition cannot be put in its place', async () => {
    const first = await sealed();
    const [second, other] = [await sealed(agenda, first.outside.seal!.hash), await sealed(agenda, null)];
    expect(second.outside.seal).toMatchObject({ previous: first.outside.seal!.hash });
    expect(second.outside.seal!.hash).not.toBe(other.outside.seal!.hash);
  });
  it('is not broken by an item that was closed after it was published, and tells which', async () => {
    const { outside, closed } = await sealed();
    const { itemId } = outside.lines[2]!;
    const now = closeInEdition(outside, [{ itemId, neutralTitle: 'Sag', publicDecision: '' }]);
    const out: Edition<'outside'> = { ...outside, excused: now.outside.excused, lines: [...now.outside.lines] };
    expect(await checkSeal(out)).toEqual({ state: 'intact', findings: [], closedSince: [itemId] });
    expect(await checkSeal(joinEdition(out, [...closed, ...now.closed]))).toEqual({ state: 'intact', findings: [], closedSince: [itemId] });
    const rewritten = [...closed, ...now.closed.map((each) => ({ ...each, decision: 'Noget andet.' }))];
    expect((await checkSeal(joinEdition(out, rewritten))).findings).toEqual([{ what: 'line', itemId }]);
  });
  it('of an edition that has none is none, and not a broken one', async () => {
    const { seal: _, ...before } = (await sealed()).outside;
    expect(await checkSeal(before)).toEqual({ state: 'unsealed', findings: [], closedSince: [] });
  });
});
