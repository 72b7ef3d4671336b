import { describe, expect, it } from 'vitest';
import { parseClock } from '../../../src/meeting/clock.ts';
import { retime } from '../../../src/ui/intake/retime.ts';

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
    expect(retime(item, { start: null })).toEqual({ start: null, end: '09:30', minutes: 30 });
  });
});
