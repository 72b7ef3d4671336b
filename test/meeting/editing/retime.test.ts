import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockAt, minutesOf, parseClock, type ClockTime } from '../../../src/meeting/clock.ts';
import { dayLine } from '../../../src/meeting/programme.ts';
import { retime } from '../../../src/meeting/editing/retime.ts';

const at = (text: string) => parseClock(text);

describe('typing one of start, end and minutes', () => {
  const item = { start: at('9.00'), end: at('9.30'), minutes: 30 };

  it('moves the end with the start', () => {
    expect(retime(item, { start: at('10.00') })).toEqual({ start: '10:00', end: '10:30', minutes: 30 });
    expect(retime({ ...item, minutes: null }, { start: at('10.00') })).toEqual({ start: '10:00', end: '10:30', minutes: null });
  });

  it('moves the end with the duration, and the duration with the end', () => {
    expect(retime(item, { minutes: 45 })).toEqual({ start: '09:00', end: '09:45', minutes: 45 });
    expect(retime(item, { end: at('10.00') })).toEqual({ start: '09:00', end: '10:00', minutes: 60 });
  });

  it('leaves an end before the start for the findings to tell', () => {
    expect(retime(item, { end: at('8.00') })).toEqual({ start: '09:00', end: '08:00', minutes: 30 });
  });

  it('invents no end where none was printed', () => {
    expect(retime({ start: null, end: null, minutes: 20 }, { start: at('9.00') })).toEqual({ start: '09:00', end: null, minutes: 20 });
    expect(retime(item, { minutes: null })).toEqual({ start: '09:00', end: '09:30', minutes: null });
  });

  it('counts the minutes that pass, past midnight and where the clocks are changed', () => {
    const night = (date: string, endDate: string | null, start: string, end: string) => {
      const times = { date, endDate, start: at(start), end: at(end) };
      return dayLine({ date, items: [] }, times, null);
    };
    const watch = { start: at('1.30'), end: at('4.30'), minutes: 120 };
    expect(retime(watch, { end: at('5.30') }, night('2026-03-29', null, '1.00', '6.00'))).toMatchObject({ minutes: 180 });
    expect(retime(watch, { minutes: 60 }, night('2026-03-29', null, '1.00', '6.00'))).toMatchObject({ end: '03:30' });
    const evening = { start: at('23.00'), end: at('0.30'), minutes: 90 };
    expect(retime(evening, { end: at('4.00') }, night('2026-03-28', '2026-03-29', '22.00', '6.00'))).toMatchObject({ minutes: 240 });
    expect(retime(evening, { end: at('4.00') }, night('2026-04-03', '2026-04-04', '22.00', '6.00'))).toMatchObject({ minutes: 300 });
    expect(retime(evening, { start: at('23.30') }, night('2026-03-28', '2026-03-29', '22.00', '6.00'))).toMatchObject({ end: '01:00' });
  });

  it('lets a line flow again when its start is taken away: the printed end goes with it, the duration stays', () => {
    expect(retime(item, { start: null })).toEqual({ start: null, end: null, minutes: 30 });
    expect(retime({ ...item, minutes: null }, { start: null })).toEqual({ start: null, end: null, minutes: 30 });
    expect(retime({ ...item, end: null }, { start: null })).toEqual({ start: null, end: null, minutes: 30 });
  });
});

describe('whatever is typed', () => {
  const time = fc.option(fc.integer({ min: 0, max: 1439 }).map(clockAt), { nil: null });
  const span = fc.option(fc.integer({ min: 1, max: 240 }), { nil: null });
  const typed = fc.oneof(
    time.map((start) => ({ start })),
    time.map((end) => ({ end })),
    span.map((minutes) => ({ minutes })),
  );

  it('stands as typed, and never makes a contradiction where there was none', () => {
    fc.assert(
      fc.property(time, time, span, typed, (start, end, minutes, field) => {
        const agree = (slot: { start: ClockTime | null; end: ClockTime | null; minutes: number | null }) =>
          slot.start === null || slot.end === null || slot.minutes === null || minutesOf(slot.end) === (minutesOf(slot.start) + slot.minutes) % 1440;
        const before = { start, end, minutes };
        const after = retime(before, field);
        expect(after).toMatchObject(field);
        const backwards = after.start !== null && after.end !== null && minutesOf(after.end) <= minutesOf(after.start);
        if (agree(before) && !backwards) expect(agree(after)).toBe(true);
      }),
    );
  });
});
