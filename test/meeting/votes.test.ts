import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { castingOf, withCastingVote, withNames } from '../../src/meeting/castingVote.ts';
import { blankVotes, countVotes, isVote, tallyOf } from '../../src/meeting/votes.ts';

describe('a vote', () => {
  it.each([
    ['', 0],
    ['Ane Kratholm', 1],
    ['A (4), V (2), Ane Kratholm', 7],
    ['4 A; V 2\nTorkil Bækhøj', 7],
    ['A (4), V (2) og Ane Kratholm', 7],
    ['Liste 2030', 1],
    ['  ,, ', 0],
  ])('counts persons as one and groups by their number: %j', (text, count) => {
    expect(countVotes(text)).toBe(count);
  });

  it('holds what is counted against how many were there, whatever the sides', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 5 });
    fc.assert(
      fc.property(sizes, sizes, sizes, fc.integer({ min: 0, max: 999 }), (yes, no, none, present) => {
        const [text, sum] = [
          (all: number[]) => all.map((size, at) => `P${at} (${size})`).join(', '),
          (all: number[]) => all.reduce((a, b) => a + b, 0),
        ];
        const tally = tallyOf({ for: text(yes), against: text(no), abstained: text(none), present, casting: null });
        expect(tally).toMatchObject({ for: sum(yes), against: sum(no), abstained: sum(none), total: sum([...yes, ...no, ...none]) });
        expect(tally.missing).toBe(present - tally.total);
        expect(tally.isTied).toBe(sum(yes) > 0 && sum(yes) === sum(no));
      }),
    );
  });

  it('is none before anybody is noted', () => {
    expect(isVote(undefined)).toBe(false);
    expect(isVote({ ...blankVotes, present: 7 })).toBe(false);
    expect(isVote({ ...blankVotes, against: 'V (2)' })).toBe(true);
    expect(tallyOf(blankVotes)).toMatchObject({ total: 0, missing: null, isTied: false });
  });

  it.each([
    ['the chair voted for', { for: 'Ane Kratholm, A (3)', against: 'V (4)' }, 'for'],
    ['the chair voted against', { for: 'V (4)', against: 'A (3) og ane kratholm' }, 'against'],
    ['the sides are not even', { for: 'Ane Kratholm', against: 'V (4)' }, null],
    ['the chair abstained', { for: 'V (4)', against: 'A (4)', abstained: 'Ane Kratholm' }, null],
    ['the chair is named on both', { for: 'Ane Kratholm', against: 'Ane Kratholm' }, null],
  ] as const)('is decided by the chair where the rules say so and it is even: %s', (_, sides, casting) => {
    const votes = { ...blankVotes, ...sides };
    const chairs = ['Ane  Kratholm'];
    expect(withCastingVote(votes, { castingVote: true, chairs }).casting).toBe(casting);
    expect(withCastingVote(votes, { castingVote: false, chairs }).casting).toBeNull();
  });

  it('is decided anew where the chair has moved to the other side, and not where somebody noted it', () => {
    const rule = { castingVote: true, chairs: ['Ane Kratholm'] };
    const first = withNames({ ...blankVotes, for: 'Ane Kratholm' }, { against: 'Poul' }, rule);
    expect(first.casting).toBe('for');
    const between = withNames(first, { for: 'Bo' }, rule);
    expect(between.casting).toBeNull();
    expect(withNames(first, { for: 'Ane Kratholm, Bo' }, rule).casting).toBeNull();
    expect(withNames(between, { against: 'Ane Kratholm' }, rule).casting).toBe('against');
    expect(withNames({ ...first, casting: 'against' }, { for: 'Bo' }, rule).casting).toBe('against');
  });

  it('keeps what somebody noted, and tells of it only while the sides are even', () => {
    const noted = { ...blankVotes, for: 'Ane Kratholm', against: 'Poul', casting: 'against' as const };
    expect(withCastingVote(noted, { castingVote: true, chairs: ['Ane Kratholm'] }).casting).toBe('against');
    expect(castingOf(noted)).toBe('against');
    expect(castingOf({ ...noted, for: 'Ane Kratholm, Bo' })).toBeNull();
  });
});
