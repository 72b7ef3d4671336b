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

  it('goes on into the next day, whose clocks may be changed', () => {
    const saturday = dayClock('2026-03-28');
    expect([saturday.length, saturday.tomorrow(at('01.30')), saturday.tomorrow(at('03.00'))]).toEqual([1440, 1530, 1560]);
    expect([1439, 1440, 1559, 1560].map((minute) => saturday.shows(minute))).toEqual(['23:59', '00:00', '01:59', '03:00']);
    expect(dayClock('2026-03-29').shows(1380)).toBe('00:00');
    // What no meeting lasts for is counted as well, and at once.
    expect(dayClock('2026-03-28').shows(1e12)).toMatch(/^\d\d:\d\d$/);
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

  it('counts them from the evening before, and from a time that is fixed in the night', () => {
    const clocks = (date: string, endDate: string, lines: string[]) =>
      [...scheduleOf(agendaOf(lines, { date, endDate, start: at('22.00'), end: at('06.00') })).values()].map(({ start }) => start);
    const flowing = ['1 Velkomst /60', '2 Scenariet /120', '3 Øvelsen /120', '4 Evaluering /60'];
    expect(clocks('2026-03-27', '2026-03-28', flowing)).toEqual(['22:00', '23:00', '01:00', '03:00']);
    expect(clocks('2026-03-28', '2026-03-29', flowing)).toEqual(['22:00', '23:00', '01:00', '04:00']);
    expect(clocks('2026-10-24', '2026-10-25', flowing)).toEqual(['22:00', '23:00', '01:00', '02:00']);
    const fixed = ['1 Velkomst @22.00 /60', '2 Øvelsen @01.00 /120', '3 Evaluering /60'];
    expect(clocks('2026-03-27', '2026-03-28', fixed)).toEqual(['22:00', '01:00', '03:00']);
    expect(clocks('2026-03-28', '2026-03-29', fixed)).toEqual(['22:00', '01:00', '04:00']);
    expect(clocks('2026-03-29', '2026-03-30', fixed)).toEqual(['22:00', '01:00', '03:00']);
  });

  it('finds no contradiction in what fits, and tells what runs over', () => {
    const codes = (minutes: number) => {
      const lines = ['1 Velkomst /60', '2 Scenariet /120', '3 Øvelsen /120', 'Pause @04.00-04.15', `4 Evaluering /${minutes}`];
      const agenda = agendaOf(lines, { date: '2026-03-28', endDate: '2026-03-29', start: at('22.00'), end: at('06.00') });
      return checkAgenda(agenda).map(({ code }) => code);
    };
    expect(codes(105)).toEqual([]);
    expect(codes(110)).toEqual(['pastEnd']);
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
