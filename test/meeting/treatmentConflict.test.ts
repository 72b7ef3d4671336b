import { describe, expect, it } from 'vitest';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Treatment } from '../../src/meeting/meeting.ts';
import { bothTexts, theirVersion } from '../../src/meeting/treatmentConflict.ts';

const mine: Treatment = {
  itemId: asItemId('a'),
  openness: 'open',
  outcome: 'approved',
  decision: 'Godkendt.',
  publicDecision: '',
  notTreated: false,
};

describe('two people wrote about the same item', () => {
  it('shows their text in the fields that clash, and mine in the others', () => {
    const theirs = theirVersion(mine, { fields: [{ field: 'decision', mine: 'Godkendt.', theirs: 'Udsat til juni.' }] });
    expect(theirs).toEqual({ ...mine, decision: 'Udsat til juni.' });
  });

  it('never opens what one of the two has closed', () => {
    const theirs = theirVersion(mine, { fields: [{ field: 'openness', mine: 'open', theirs: 'closed' }] });
    expect(bothTexts(mine, theirs).openness).toBe('closed');
    expect(theirVersion({ ...mine, openness: 'closed' }, { fields: [{ field: 'openness', mine: 'closed', theirs: 'open' }] }).openness).toBe(
      'closed',
    );
  });

  it('can keep every word of both, each once', () => {
    const theirs = { ...mine, decision: 'Udsat til juni.', outcome: 'deferred' as const };
    expect(bothTexts(mine, theirs)).toMatchObject({ decision: 'Godkendt.\n\nUdsat til juni.', outcome: 'approved' });
    expect(bothTexts(mine, mine).decision).toBe('Godkendt.');
  });

  it('is not left untreated when one of the two has treated it', () => {
    const skipped: Treatment = { ...mine, outcome: null, decision: '', notTreated: true };
    expect(bothTexts(skipped, mine)).toMatchObject({ notTreated: false, outcome: 'approved' });
  });
});
