import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newItem } from '../../src/meeting/agenda.ts';
import { asItemId, asMeetingKey } from '../../src/meeting/ids.ts';
import { eachProposalOnce, itemOfProposal, proposedItem, waiting, withProposed, type Proposal } from '../../src/meeting/proposal.ts';

const day = fc.constantFrom('2026-01-05', '2026-03-01', '2026-12-31');
const proposal: fc.Arbitrary<Proposal> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  title: fc.string(),
  text: fc.string(),
  openness: fc.constantFrom('open' as const, 'closed' as const),
  proposer: fc.constant({ id: null, name: 'Ane', email: null }),
  proposedAt: day,
  deadline: fc.option(day),
  state: fc.constantFrom('proposed' as const, 'taken' as const, 'withdrawn' as const),
  taken: fc.constant(null),
  origin: fc.constant(null),
});
const items = fc
  .uniqueArray(fc.constantFrom('x', 'y', 'z', 'Eventuelt', 'Pause'), { minLength: 0, maxLength: 5 })
  .map((titles) => titles.map((title) => newItem(asItemId(`item ${title}`), { title, kind: title === 'Pause' ? 'break' : 'item' })));

describe('proposals', () => {
  test('each stands once, and closed where it stands both open and closed', () => {
    fc.assert(
      fc.property(fc.array(proposal), (all) => {
        const once = eachProposalOnce(all);
        expect(once.map(({ id }) => id)).toEqual([...new Set(all.map(({ id }) => id))]);
        for (const each of once) {
          const closed = all.some((other) => other.id === each.id && other.openness === 'closed');
          expect(each.openness).toBe(closed ? 'closed' : 'open');
        }
      }),
    );
  });

  test('all that wait are told, those with a deadline first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(proposal, { selector: ({ id }) => id }), (all) => {
        const told = waiting(all);
        expect(new Set(told)).toEqual(new Set(all.filter(({ state }) => state === 'proposed')));
        const deadlines = told.map(({ deadline }) => deadline ?? '9999');
        expect(deadlines).toEqual([...deadlines].sort());
      }),
    );
  });

  test('nothing of the agenda is lost or moved about, each comes once, and the same again changes nothing', () => {
    fc.assert(
      fc.property(items, fc.uniqueArray(proposal, { selector: ({ id }) => id }), (before, all) => {
        const proposed = all.map((each) => proposedItem(each, asItemId(`proposed ${each.id}`)));
        const after = withProposed(before, proposed);
        expect(after.filter(({ id }) => before.some((item) => item.id === id))).toEqual(before);
        expect(after).toHaveLength(before.length + all.length);
        for (const each of all) expect(after.find(({ id }) => id === `proposed ${each.id}`)?.openness).toBe(each.openness);
        expect(withProposed(after, proposed)).toBe(after);
      }),
    );
  });

  test('comes before “Eventuelt”', () => {
    const before = ['Godkendelse', 'Eventuelt'].map((title) => newItem(asItemId(title), { title }));
    expect(withProposed(before, [newItem(asItemId('ny'), { title: 'Ny' })]).map(({ title }) => title)).toEqual(['Godkendelse', 'Ny', 'Eventuelt']);
  });

  test('becomes the same item for everybody at one meeting, and another at the next', async () => {
    const [one, again, next] = await Promise.all(['m', 'm', 'n'].map((key) => itemOfProposal('a', asMeetingKey(key))));
    expect(one).toBe(again);
    expect(one).not.toBe(next);
  });
});
