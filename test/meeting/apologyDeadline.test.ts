import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apologyDeadline, isAfterDeadline } from '../../src/meeting/apologyDeadline.ts';

const rules = (days: number) => ({
  deadlines: [
    { what: 'minutes' as const, days: 9 },
    { what: 'apology' as const, days },
  ],
});
// 9.00 in Denmark on 5 May.
const occasion = { start: '2026-05-05T07:00:00Z' };

describe('the deadline for apologies', () => {
  test('is a day, counted from the one the meeting begins on in Denmark', () => {
    expect(apologyDeadline({ deadlines: [] }, occasion)).toBeNull();
    expect(apologyDeadline(rules(1), occasion)).toBe('2026-05-04');
    expect(apologyDeadline(rules(0), occasion)).toBe('2026-05-05');
    // Half past midnight on 5 May.
    expect(apologyDeadline(rules(1), { start: '2026-05-04T22:30:00Z' })).toBe('2026-05-04');
    expect(apologyDeadline(rules(2), { start: '2026-05-04T22:00:00Z', days: { first: '2026-05-05', last: '2026-05-06' } })).toBe('2026-05-03');
  });

  test('is kept to the end of its day, and on the day of the meeting until it begins', () => {
    expect(isAfterDeadline('2026-05-04', '2026-05-04T21:59:00Z', occasion)).toBe(false);
    expect(isAfterDeadline('2026-05-04', '2026-05-04T22:00:00Z', occasion)).toBe(true);
    expect(isAfterDeadline('2026-05-05', '2026-05-05T06:59:00Z', occasion)).toBe(false);
    expect(isAfterDeadline('2026-05-05', '2026-05-05T07:00:00Z', occasion)).toBe(true);
    expect(isAfterDeadline(null, '2026-05-09T07:00:00Z', occasion)).toBe(false);
  });

  test('once past stays past, and more days make it no later', () => {
    const instant = fc.date({ min: new Date('2026-04-01'), max: new Date('2026-06-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.nat(20), instant, instant, (days, one, other) => {
        const [first, last] = one < other ? [one, other] : [other, one];
        const late = (of: number, at: Date) => isAfterDeadline(apologyDeadline(rules(of), occasion), at, occasion);
        if (late(days, first)) expect(late(days, last)).toBe(true);
        if (late(days, first)) expect(late(days + 1, first)).toBe(true);
      }),
    );
  });
});
