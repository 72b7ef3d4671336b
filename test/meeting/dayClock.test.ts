import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockAt, minutesOf } from '../../src/meeting/clock.ts';
import { dayClock } from '../../src/meeting/dayClock.ts';
import { checkAgenda } from '../../src/meeting/findings.ts';
import { scheduleOf } from '../../src/meeting/timing.ts';
import { agendaOf, at } from './agendas.ts';

describe('the clock of a day', () => {
  it('is an ordinary one but where the clocks are changed', () => {
    expect([dayClock(null).length, dayClock('2026-09-03').length]).toEqual([1440, 1440]);
    expect([dayClock('2026-03-29').length, dayClock('2026-10-25').length]).toEqual([1380, 1500]);
  });

  it('shows again what it was asked for, in any night', () => {
    const day = fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-25', '2027-03-28', '2026-06-01');
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const clock = dayClock(date);
        const isMissing = clock.length < 1440 && minute >= 120 && minute < 180;
        expect(minutesOf(clock.shows(clock.elapsed(clockAt(minute))))).toBe(isMissing ? 180 + Math.max(0, minute - 180) : minute);
      }),
    );
  });

  it('never goes back', () => {
    fc.assert(
      fc.property(fc.constantFrom('2026-03-29', '2026-10-25', '2026-06-01'), fc.integer({ min: 0, max: 1438 }), (date, minute) => {
        const { elapsed } = dayClock(date);
        expect(elapsed(clockAt(minute + 1))).toBeGreaterThanOrEqual(elapsed(clockAt(minute)));
      }),
    );
  });
});

describe('an agenda over a night in which the clocks are changed', () => {
  const starts = (date: string) => {
    const agenda = agendaOf(['1 Nattevagt /60', '2 Overlevering /60', '3 Morgen /30'], { date, start: at('01.30'), end: null });
    return [...scheduleOf(agenda).values()].map(({ start }) => start);
  };
  it('counts minutes that pass', () => {
    expect(starts('2026-03-28')).toEqual(['01:30', '02:30', '03:30']);
    expect(starts('2026-03-29')).toEqual(['01:30', '03:30', '04:30']);
    expect(starts('2026-10-25')).toEqual(['01:30', '02:30', '02:30']);
  });

  it('tells an hour that is not there, on a weekend of two days too', () => {
    const codes = (date: string) =>
      checkAgenda(agendaOf(['1 Vagt @01.30-03.30 /120'], { date, start: at('01.30'), end: at('03.30') })).map(({ code }) => code);
    expect(codes('2026-03-28')).toEqual([]);
    expect(codes('2026-03-29')).toEqual(['durationMismatch']);
  });

  it('holds the second day against its own clock', () => {
    const paper = agendaOf(['1 Ankomst @14.00-15.00', '2 Afslutning @11.00-12.00'], {
      date: '2026-03-28',
      endDate: '2026-03-29',
      start: at('14.00'),
      end: at('12.00'),
    });
    const items = paper.items.map((item, index) => ({ ...item, day: index + 1 }));
    expect(checkAgenda({ ...paper, items })).toEqual([]);
  });
});
