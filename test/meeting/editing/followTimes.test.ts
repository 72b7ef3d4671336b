import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agenda } from '../../../src/meeting/agenda.ts';
import { clockAt } from '../../../src/meeting/clock.ts';
import { clockOf, danishMidnight, isoDay } from '../../../src/meeting/danishTime.ts';
import { dayClock } from '../../../src/meeting/dayClock.ts';
import { timesFollowing, type Following } from '../../../src/meeting/editing/followTimes.ts';
import { checkAgenda } from '../../../src/meeting/findings.ts';
import type { Occasion } from '../../../src/meeting/meeting.ts';
import { agendaOf, at } from '../agendas.ts';

const instant = (day: string, clock: string): string =>
  new Date(Date.parse(danishMidnight(day)) + dayClock(day).elapsed(at(clock)) * 60_000).toISOString();
const occasion = (movedFrom: string | undefined, start: string, end: string): Occasion => ({
  iCalUId: 'u',
  start,
  end,
  standing: movedFrom === undefined ? 'planned' : 'moved',
  ...(movedFrom !== undefined && { movedFrom }),
});
const clocks = (found: Following | null) => found?.items.map(({ title, start, end }) => [title, start, end]);
const applied = (agenda: Agenda, found: Following): Agenda => ({
  ...agenda,
  items: agenda.items.map((item) => found.items.find(({ id }) => id === item.id) ?? item),
});

const day = '2026-09-03';
const programme = agendaOf(['1 Velkomst @09.00-09.20', '2 Budget @09.20-10.00', '> Bilag @09.30', 'Pause @10.00-10.15', '3 Evt @10.15-11.00']);

describe('times that follow a meeting that was moved', () => {
  test('keep their distance from its beginning, on the same day and on another', () => {
    for (const to of [day, '2026-09-04']) {
      const found = timesFollowing(programme, occasion(instant(day, '09.00'), instant(to, '13.30'), instant(to, '15.30')));
      expect(found).toMatchObject({ from: '09:00', to: '13:30' });
      expect(clocks(found)).toEqual([
        ['Velkomst', '13:30', '13:50'],
        ['Budget', '13:50', '14:30'],
        ['Bilag', '14:00', null],
        ['Pause', '14:30', '14:45'],
        ['Evt', '14:45', '15:30'],
      ]);
    }
  });

  test('are left alone where the meeting was not moved, only to another day, or they fit already', () => {
    expect(timesFollowing(programme, occasion(undefined, instant(day, '13.30'), instant(day, '15.30')))).toBeNull();
    expect(timesFollowing(programme, occasion(instant(day, '09.00'), instant('2026-11-03', '09.00'), instant('2026-11-03', '11.00')))).toBeNull();
    expect(timesFollowing(programme, occasion(instant(day, '08.00'), instant(day, '09.00'), instant(day, '11.00')))).toBeNull();
  });

  test('follow the last of several moves', () => {
    const found = timesFollowing(programme, occasion(instant(day, '08.00'), instant(day, '13.00'), instant(day, '15.00')));
    expect(clocks(found)?.[0]).toEqual(['Velkomst', '13:00', '13:20']);
  });

  test('of a meeting in several days follow on each of them', () => {
    const items = agendaOf(['1 A @09.00-12.00', '2 B @09.00-15.00']).items.map((item, at) => ({ ...item, day: at + 1 }));
    const agenda = { ...programme, endDate: '2026-09-04', items };
    const found = timesFollowing(agenda, occasion(instant(day, '09.00'), instant(day, '10.00'), instant('2026-09-04', '16.00')));
    expect(clocks(found)).toEqual([
      ['A', '10:00', '13:00'],
      ['B', '10:00', '16:00'],
    ]);
  });

  test('of a meeting past midnight, and one moved into the night in which the clocks are changed, last as long as before', () => {
    const night = agendaOf(['1 A @22.00-23.30', '2 B @23.30-01.00']);
    expect(clocks(timesFollowing(night, occasion(instant(day, '22.00'), instant(day, '23.00'), instant('2026-09-04', '02.00'))))).toEqual([
      ['A', '23:00', '00:30'],
      ['B', '00:30', '02:00'],
    ]);
    const early = agendaOf(['1 A @09.00-10.30', '2 B @10.30-12.00']);
    // On 29 March 2026 the clock goes from 02.00 to 03.00.
    const found = timesFollowing(early, occasion(instant(day, '09.00'), instant('2026-03-29', '01.00'), instant('2026-03-29', '05.00')));
    expect(clocks(found)).toEqual([
      ['A', '01:00', '03:30'],
      ['B', '03:30', '05:00'],
    ]);
  });

  test('a breakfast before the meeting goes along with it', () => {
    const agenda = agendaOf(['Morgenmad @08.30-09.00', '1 Velkomst @09.00-09.30', '2 Evt @09.30-11.00']);
    const found = timesFollowing(agenda, occasion(instant(day, '09.00'), instant(day, '13.00'), instant(day, '15.00')));
    expect(clocks(found)?.[1]).toEqual(['Velkomst', '13:00', '13:30']);
  });
});

test('any programme that fitted its meeting fits it after any move, and is offered nothing more', () => {
  const days = fc.constantFrom('2026-09-03', '2026-09-04', '2026-03-29', '2026-10-25', '2026-12-31');
  const step = fc.integer({ min: 1, max: 9 }).map((fives) => fives * 5);
  fc.assert(
    fc.property(
      days,
      days,
      fc.integer({ min: 60, max: 140 }),
      fc.integer({ min: 60, max: 140 }),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      (from, to, a, b, lengths) => {
        const [start, moved] = [a * 5, b * 5];
        let mark = start;
        const lines = lengths.map((minutes, place) => {
          const line = `${place + 1} Punkt @${clockAt(mark).replace(':', '.')}-${clockAt(mark + minutes).replace(':', '.')}`;
          mark += minutes;
          return line;
        });
        const agenda = agendaOf(lines, { date: from });
        const length = (mark - start) * 60_000;
        const begins = instant(to, clockAt(moved).replace(':', '.'));
        const told = occasion(instant(from, clockAt(start).replace(':', '.')), begins, new Date(Date.parse(begins) + length).toISOString());
        const found = timesFollowing(agenda, told);
        if (start === moved) {
          expect(found).toBeNull();
          return;
        }
        const after = applied({ ...agenda, date: to }, found!);
        const calendar = { date: to, endDate: null, start: clockAt(moved), end: clockAt(moved + mark - start) };
        expect(checkAgenda(after, calendar)).toEqual([]);
        expect(timesFollowing(after, told)).toBeNull();
      },
    ),
  );
});

test('so does one that goes on past midnight, into and out of the night in which an hour is missing', () => {
  const days = fc.constantFrom('2026-09-03', '2026-03-27', '2026-03-28', '2026-12-31');
  const step = fc.integer({ min: 1, max: 9 }).map((tens) => tens * 10);
  fc.assert(
    fc.property(
      days,
      days,
      fc.integer({ min: 252, max: 286 }),
      fc.integer({ min: 252, max: 286 }),
      fc.array(step, { minLength: 4, maxLength: 8 }),
      (from, to, a, b, lengths) => {
        const total = lengths.reduce((sum, minutes) => sum + minutes, 0);
        const times = (day: string, start: number) => {
          const begins = Date.parse(danishMidnight(day)) + start * 60_000;
          const [first, last] = [begins, begins + total * 60_000].map((each) => new Date(each).toISOString());
          return { start: first!, end: last! };
        };
        const [old, now] = [times(from, a * 5), times(to, b * 5)];
        fc.pre([old, now].every(({ start, end }) => isoDay(start) !== isoDay(end)));
        let mark = a * 5;
        const lines = lengths.map((minutes, place) => {
          const line = `${place + 1} Punkt @${[mark, (mark += minutes)].map((each) => dayClock(from).shows(each).replace(':', '.')).join('-')} /${minutes}`;
          return line;
        });
        const head = (told: { start: string; end: string }) => ({
          date: isoDay(told.start),
          endDate: isoDay(told.end),
          start: clockOf(told.start),
          end: clockOf(told.end),
        });
        const agenda = agendaOf(lines, head(old));
        expect(checkAgenda(agenda, head(old))).toEqual([]);
        const told = occasion(old.start, now.start, now.end);
        const found = timesFollowing(agenda, told);
        const after = found === null ? agenda : applied(agenda, found);
        expect(checkAgenda({ ...after, ...head(now) }, head(now))).toEqual([]);
        expect(timesFollowing(after, told)).toBeNull();
      },
    ),
  );
});
