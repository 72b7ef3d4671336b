import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askingPace, ONE_AGENDA, spreadPace, type Asking } from '../../src/meeting/askingPace.ts';

const calm: Asking = {
  isVisible: true,
  units: 1,
  mayWrite: false,
  isWriting: false,
  othersWriting: 0,
  people: 2,
  isRunning: false,
  quietFor: 0,
  failures: 0,
  putOff: null,
};
const anyAsking: fc.Arbitrary<Asking> = fc.record({
  isVisible: fc.constant(true),
  units: fc.integer({ min: 1, max: 6 }),
  mayWrite: fc.boolean(),
  isWriting: fc.boolean(),
  othersWriting: fc.nat(12),
  people: fc.integer({ min: 1, max: 2000 }),
  isRunning: fc.boolean(),
  quietFor: fc.nat(4 * 3_600_000),
  failures: fc.nat(40),
  putOff: fc.option(fc.nat(900)),
});
const unitsAMinute = (asking: Asking): number => {
  const wait = askingPace(asking);
  return wait === null ? 0 : (asking.units * 60_000) / wait;
};

describe('how often an open page asks', () => {
  it('asks nothing while nobody looks at the page, whatever goes on', () => {
    fc.assert(
      fc.property(anyAsking, (asking) => {
        expect(askingPace({ ...asking, isVisible: false })).toBeNull();
      }),
    );
  });

  it('shows another’s change within ten seconds to two people, who write or read, running or not', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 0, max: 1 }),
        fc.nat(1_700_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (...drawn) => {
          const [mayWrite, isRunning, othersWriting, quietFor, chance] = drawn;
          const wait = askingPace({ ...calm, units: mayWrite ? 2 : 1, mayWrite, isRunning, othersWriting, quietFor })!;
          expect(spreadPace(wait, chance)).toBeLessThanOrEqual(9_000);
        },
      ),
    );
  });

  it('shows whoever writes another’s change within ten seconds, however many read along', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (people) => {
        expect(askingPace({ ...calm, units: 2, mayWrite: true, isWriting: true, othersWriting: 1, people })).toBe(8_000);
      }),
    );
  });

  it('stays within a tenth of what the smallest tenant has, for any number of readers and writers together', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 30 }),
        fc.boolean(),
        fc.nat(3_600_000),
        (readers, writers, isRunning, quietFor) => {
          const people = readers + writers;
          const reading = readers * unitsAMinute({ ...calm, people, isRunning, quietFor, othersWriting: writers });
          const writing =
            writers * unitsAMinute({ ...calm, units: 2, mayWrite: true, isWriting: true, othersWriting: writers - 1, people, isRunning, quietFor });
          // What is left is for opening the agenda, and for saying who writes.
          expect(reading + writing).toBeLessThanOrEqual(ONE_AGENDA * 0.65);
        },
      ),
    );
  });

  it('comes back later after each failure, and never before the service said', () => {
    fc.assert(
      fc.property(anyAsking, fc.double({ min: 0, max: 1, noNaN: true }), (asking, chance) => {
        const [wait, later] = [askingPace(asking)!, askingPace({ ...asking, failures: asking.failures + 1 })!];
        expect(later).toBeGreaterThanOrEqual(wait);
        if (asking.failures > 0 && asking.putOff !== null) {
          expect(spreadPace(wait, chance, asking.putOff)).toBeGreaterThanOrEqual(asking.putOff * 1000);
        }
      }),
    );
  });

  it('asks less where a page was left open, but not while the meeting runs', () => {
    const left = { ...calm, quietFor: 3_600_000 };
    expect(askingPace(left)).toBe(4 * askingPace(calm)!);
    expect(askingPace({ ...left, isRunning: true })).toBe(askingPace(calm));
  });

  it('never gives all pages one moment', () => {
    fc.assert(
      fc.property(anyAsking, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (asking, one, other) => {
        fc.pre(Math.abs(one - other) > 1e-6);
        const wait = askingPace({ ...asking, putOff: null })!;
        expect(spreadPace(wait, one)).not.toBe(spreadPace(wait, other));
      }),
    );
  });
});
