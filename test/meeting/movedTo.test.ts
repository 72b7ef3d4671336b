import { describe, expect, test } from 'vitest';
import { parseClock } from '../../src/meeting/clock.ts';
import { movedTo } from '../../src/meeting/movedTo.ts';

const at = (text: string) => new Date(text).toISOString();

describe('a meeting that ends at another time', () => {
  test.each([
    ['later the same day', '2026-12-03T09:00+01:00', '2026-12-03T12:00+01:00', '13:30', '2026-12-03T13:30+01:00'],
    ['the day after, where it would end before it begins', '2026-12-03T09:00+01:00', '2026-12-03T12:00+01:00', '08:00', '2026-12-04T08:00+01:00'],
    ['before midnight, where it went past it', '2026-12-03T22:00+01:00', '2026-12-04T02:00+01:00', '23:30', '2026-12-03T23:30+01:00'],
    ['past midnight still', '2026-12-03T22:00+01:00', '2026-12-04T02:00+01:00', '01:00', '2026-12-04T01:00+01:00'],
    ['before the midnight it ended at', '2026-12-03T20:00+01:00', '2026-12-04T00:00+01:00', '23:00', '2026-12-03T23:00+01:00'],
    ['on the last of several days', '2026-12-03T09:00+01:00', '2026-12-04T12:00+01:00', '09:00', '2026-12-04T09:00+01:00'],
    ['in the night the clocks go back', '2026-10-24T22:00+02:00', '2026-10-25T04:00+01:00', '23:00', '2026-10-24T23:00+02:00'],
  ])('%s', (_what, start, end, time, wanted) => {
    expect(movedTo({ start: at(start), end: at(end) }, 'eventEnd', parseClock(time)!)).toEqual({ start: at(start), end: at(wanted) });
  });
});
