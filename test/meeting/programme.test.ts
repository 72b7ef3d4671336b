import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agenda } from '../../src/meeting/agenda.ts';
import { clockAt, minutesOf } from '../../src/meeting/clock.ts';
import { applyEdit } from '../../src/meeting/editing/edit.ts';
import { mendsOf, type Mend } from '../../src/meeting/editing/mend.ts';
import { moveItem } from '../../src/meeting/editing/move.ts';
import { reflow, withTimes } from '../../src/meeting/editing/reflow.ts';
import { checkAgenda } from '../../src/meeting/findings.ts';
import type { FindingCode } from '../../src/meeting/finding.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { MeetingTimes } from '../../src/meeting/programme.ts';
import { scheduleOf } from '../../src/meeting/timing.ts';
import { agendaOf, anyOutline, at } from './agendas.ts';

const newId = () => asItemId('new');
const meeting = (start: string, end: string, more: Partial<MeetingTimes> = {}): MeetingTimes => ({
  date: '2026-09-03',
  endDate: null,
  start: at(start),
  end: at(end),
  ...more,
});
const codes = (agenda: Agenda, calendar?: MeetingTimes) => checkAgenda(agenda, calendar).map(({ code }) => code);
const mendsFor = (agenda: Agenda, code: FindingCode, calendar: MeetingTimes | null = null): readonly Mend[] => {
  const finding = checkAgenda(agenda, calendar ?? agenda).find((found) => found.code === code);
  if (!finding) throw new Error(`No ${code}`);
  return mendsOf(finding, agenda, newId, calendar);
};
const after = (agenda: Agenda, mend: Mend | undefined): Agenda => (mend?.kind === 'edits' ? mend.edits.reduce(applyEdit, agenda) : agenda);
const times = (agenda: Agenda) => agenda.items.map((item) => `${item.title} ${scheduleOf(agenda).get(item.id)?.start ?? '–'}`);

describe('a line that moved', () => {
  const paper = agendaOf(['1 Nyt @09.00-09.30', '2 Budget @09.30-10.15', 'Pause @10.15-10.30', '3 Status @10.30-11.00']);
  it('has a finding, and "Regn tiderne om" counts everything anew', () => {
    const moved = { ...paper, items: moveItem(paper.items, paper.items[1]!.id, -1) };
    expect(codes(moved)).toContain('orderOfTimes');
    const mend = mendsFor(moved, 'orderOfTimes')[0];
    expect(mend).toMatchObject({ kind: 'edits', way: 'retime' });
    expect(times(after(moved, mend))).toEqual(['Budget 09:00', 'Nyt 09:45', 'Pause 10:15', 'Status 10:30']);
    expect(codes(after(moved, mend)).filter((code) => !code.startsWith('number'))).toEqual([]);
  });
  it('goes for a break as well, however far it moved', () => {
    const pause = paper.items[2]!.id;
    const moved = { ...paper, items: moveItem(moveItem(paper.items, pause, -1), pause, -1) };
    const mended = after(moved, mendsFor(moved, 'orderOfTimes')[0]);
    expect(times(mended)).toEqual(['Pause 09:00', 'Nyt 09:15', 'Budget 09:45', 'Status 10:30']);
    expect(codes(mended)).toEqual([]);
  });
  it('leaves a typed time that is still in its turn, and lets what only has a start begin in the order of the page', () => {
    const lunch = agendaOf(['A @09.00-09.30', 'B @09.30-10.00', 'Frokost @12.00-12.30']);
    const moved = { ...lunch, items: moveItem(lunch.items, lunch.items[0]!.id, 1) };
    expect(times(after(moved, mendsFor(moved, 'orderOfTimes')[0]))).toEqual(['B 09:00', 'A 09:30', 'Frokost 12:00']);
    const bare = agendaOf(['A @09.00', 'B @09.30', 'C @10.30']);
    const swapped = { ...bare, items: moveItem(bare.items, bare.items[0]!.id, 1) };
    expect(times(after(swapped, mendsFor(swapped, 'orderOfTimes')[0]))).toEqual(['B 09:00', 'A 10:00', 'C 10:30']);
  });
  it('takes what stands under it along', () => {
    const nested = agendaOf(['A @09.00-10.00', '>A1 @09.00-09.20', '>A2 @09.20-10.00', 'B @10.00-10.30']);
    const moved = { ...nested, items: moveItem(nested.items, nested.items[0]!.id, 1) };
    expect(times(after(moved, mendsFor(moved, 'orderOfTimes')[0]))).toEqual(['B 09:00', 'A 09:30', 'A1 09:30', 'A2 09:50']);
  });
});

describe('a new break', () => {
  it('that overlaps what comes after it is a finding, mended without making another', () => {
    const paper = agendaOf(['Nyt @09.00-09.30', 'Budget @09.30-10.00', 'Status @10.00-10.30']);
    const agenda = applyEdit(paper, {
      kind: 'add',
      after: paper.items[0]!.id,
      newId: newId(),
      itemKind: 'break',
      fields: { title: 'Pause', minutes: 10 },
    });
    expect(codes(agenda)).toEqual(['overlap']);
    expect(times(after(agenda, mendsFor(agenda, 'overlap')[0]))).toEqual(['Nyt 09:00', 'Pause 09:30', 'Budget 09:40', 'Status 10:10']);
  });
});

describe('a programme and its meeting', () => {
  it('that lies on another time of the day is told, and moved to the meeting', () => {
    const agenda = agendaOf(['A @11.30-12.00', 'B @12.00-12.30']);
    const calendar = meeting('16.00', '17.00');
    expect(codes(agenda, calendar)).toEqual(['beforeStart']);
    const [shift, event] = mendsFor(agenda, 'beforeStart', calendar);
    expect(times(after(agenda, shift))).toEqual(['A 16:00', 'B 16:30']);
    expect(event).toMatchObject({ kind: 'event', way: 'eventStart', time: '11:30' });
  });
  it('that begins half an hour early or late is told', () => {
    expect(codes(agendaOf(['A @08.30-09.30']), meeting('09.00', '10.00'))).toEqual(['beforeStart']);
    expect(codes(agendaOf(['A @09.30-10.00']), meeting('09.00', '10.00'))).toEqual(['startsLate']);
    expect(codes(agendaOf(['A @08.30-09.00 /30', 'B /30'], { start: at('08.30') }), meeting('09.00', '10.00'))).toEqual(['beforeStart']);
  });
  it('that ends later is shrunk in proportion, or goes without its break, or the meeting ends later', () => {
    const agenda = agendaOf(['A @09.00-10.00', 'Pause @10.00-10.30', 'B @10.30-11.00']);
    const items = agenda.items.map((item, index) => (index === 1 ? { ...item, kind: 'break' as const } : item));
    const calendar = meeting('09.00', '10.30');
    const mends = mendsFor({ ...agenda, items }, 'pastEnd', calendar);
    expect(mends.map((mend) => (mend.kind === 'open' ? 'open' : mend.way))).toEqual(['shrink', 'dropBreak', 'eventEnd']);
    expect(times(after({ ...agenda, items }, mends[0]))).toEqual(['A 09:00', 'Pause 09:45', 'B 10:10']);
    expect(times(after({ ...agenda, items }, mends[1]))).toEqual(['A 09:00', 'B 10:00']);
  });
  it('of which nobody knows the clock is told by its sum', () => {
    const agenda = agendaOf(['A /40', 'B', 'C /50']);
    const calendar = meeting('09.00', '10.00');
    expect(codes(agenda, calendar)).toEqual(['tooLong']);
    expect(after(agenda, mendsFor(agenda, 'tooLong', calendar)[0]).items.map(({ minutes }) => minutes)).toEqual([26, null, 33]);
  });
  it('of two days is held against both of them', () => {
    const paper = agendaOf(['A @08.30-09.30', 'B @12.00-13.00', 'C @12.30-13.30']);
    const agenda = { ...paper, items: paper.items.map((item, index) => ({ ...item, day: [1, 1, 2][index]! })) };
    const calendar = meeting('09.00', '13.00', { endDate: '2026-09-04' });
    expect(codes(agenda, calendar)).toEqual(['beforeStart', 'gap', 'pastEnd']);
    expect(codes({ ...agenda, items: agenda.items.map((item) => ({ ...item, day: 3 })) }, calendar)).toContain('dayOutside');
  });
  it('over midnight is one programme', () => {
    const agenda = agendaOf(['A @22.00-23.30', 'B @23.30-00.30', 'C @00.30-01.00']);
    expect(codes(agenda, meeting('22.00', '01.00', { endDate: '2026-09-04' }))).toEqual([]);
    expect(codes(agenda, meeting('22.00', '00.30', { endDate: '2026-09-04' }))).toEqual(['pastEnd']);
  });
});

describe('other contradictions', () => {
  it('a missing block is told and closed up', () => {
    const paper = agendaOf(['A', 'B', 'C', 'D']);
    const blocks = ['BLOK 2', 'BLOK 3: MIDDAG', 'BLOK 5', 'BLOK 6'];
    const agenda = { ...paper, items: paper.items.map((item, index) => ({ ...item, block: blocks[index]! })) };
    expect(codes(agenda)).toEqual(['blockMissing']);
    const mended = after(agenda, mendsFor(agenda, 'blockMissing')[0]);
    expect(mended.items.map(({ block }) => block)).toEqual(['BLOK 2', 'BLOK 3: MIDDAG', 'BLOK 4', 'BLOK 5']);
  });
  it('parts that lie outside their item, or take longer than it', () => {
    expect(codes(agendaOf(['A @09.00-10.00', '>A1 @08.30-08.50']))).toEqual(['outsideParent']);
    const sums = agendaOf(['A @09.00-09.30 /30', '>A1 /20', '>A2 /20']);
    expect(codes(sums)).toEqual(['sumOfParts']);
    expect(after(sums, mendsFor(sums, 'sumOfParts')[0]).items[0]).toMatchObject({ minutes: 40, end: '09:40' });
  });
  it('a skipped number in whatever way it is written', () => {
    const paper = agendaOf(['A', 'B']);
    for (const [one, two, mended] of [
      ['1.', '3.', '2.'],
      ['Punkt 1:', 'Punkt 3:', 'Punkt 2:'],
      ['34)', '36)', '35)'],
    ] as const) {
      const agenda = { ...paper, items: paper.items.map((item, index) => ({ ...item, number: [one, two][index]! })) };
      expect(after(agenda, mendsFor(agenda, 'numberMissing')[0]).items[1]?.number).toBe(mended);
    }
  });
  it('an end before the start, and an item between two that has no time', () => {
    expect(codes(agendaOf(['A @10.00-09.00']))).toEqual(['endBeforeStart']);
    expect(codes(agendaOf(['A @10.00-10.30', 'B', 'C @09.00']))).toEqual(['orderOfTimes']);
  });
});

const calendars = fc.record({
  start: fc.integer({ min: 0, max: 1000 }),
  length: fc.integer({ min: 15, max: 420 }),
  days: fc.integer({ min: 1, max: 3 }),
});
const calendarOf = ({ start, length, days }: { start: number; length: number; days: number }): MeetingTimes => ({
  date: '2026-09-03',
  endDate: days === 1 ? null : `2026-09-0${2 + days}`,
  start: clockAt(start),
  end: clockAt(start + length),
});

it('a day made shorter leaves a line its minute where the paper printed one time as its start and its end', () => {
  const [first, second] = agendaOf(['A @00.06-00.06', 'B @00.06-00.16']).items;
  const agenda = { ...agendaOf([]), items: [{ ...first!, minutes: 1 }, second!] };
  const mend = mendsFor(agenda, 'pastEnd', meeting('00.00', '00.15')).find((offered) => offered.kind === 'edits' && offered.way === 'shrink');
  expect(after(agenda, mend).items.map(({ end, minutes }) => [end, minutes])).toEqual([
    ['00:06', 1],
    ['00:15', null],
  ]);
});

describe('whatever the agenda and the calendar', () => {
  it('a mend that edits removes its finding, leaves no line without a minute, and loses no words but a break it names', () => {
    fc.assert(
      fc.property(anyOutline, calendars, (agenda, when) => {
        const calendar = calendarOf(when);
        for (const finding of checkAgenda(agenda, calendar)) {
          for (const mend of mendsOf(finding, agenda, newId, calendar)) {
            if (mend.kind !== 'edits') continue;
            const mended = after(agenda, mend);
            expect(checkAgenda(mended, calendar).some(({ code, itemId }) => code === finding.code && itemId === finding.itemId)).toBe(false);
            expect(mended.items.every(({ minutes }) => minutes === null || minutes > 0)).toBe(true);
            const gone = agenda.items.filter(({ id }) => !mended.items.some((item) => item.id === id));
            expect(gone.length).toBe(mend.way === 'dropBreak' ? 1 : 0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every finding has a way on', () => {
    fc.assert(
      fc.property(anyOutline, calendars, (agenda, when) => {
        const calendar = calendarOf(when);
        for (const finding of checkAgenda(agenda, calendar)) expect(mendsOf(finding, agenda, newId, calendar)).not.toEqual([]);
      }),
    );
  });

  it('times counted anew stand in order, without overlaps, as long as they were', () => {
    fc.assert(
      fc.property(anyOutline, (agenda) => {
        const day = agenda.items[0]?.day ?? null;
        const level = agenda.items.filter((item) => item.parentId === null && item.day === day);
        const counted = reflow(agenda, agenda, level, agenda.start);
        if (counted === null) return;
        const now = withTimes(agenda, agenda, counted);
        const ids = new Set(level.map(({ id }) => id));
        const found = checkAgenda(now).filter(
          ({ code, itemId }) => (code === 'orderOfTimes' || code === 'overlap') && itemId !== null && ids.has(itemId),
        );
        expect(found).toEqual([]);
        for (const item of level) {
          const other = now.items.find(({ id }) => id === item.id);
          expect(other?.minutes).toBe(item.minutes);
          if (item.minutes === null && item.start && item.end && item.end > item.start && other?.start && other.end)
            expect(minutesOf(other.end) - minutesOf(other.start)).toBe(minutesOf(item.end) - minutesOf(item.start));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counting anew what stands right changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), (lengths) => {
        let clock = 540;
        const lines = lengths.map((length, index) => {
          const line = `${index + 1} Punkt @${clockAt(clock).replace(':', '.')}-${clockAt(clock + length).replace(':', '.')}`;
          clock += length;
          return line;
        });
        const agenda = agendaOf(lines, { start: at('09.00') });
        expect(reflow(agenda, agenda, agenda.items, agenda.start)?.size).toBe(0);
        expect(checkAgenda(agenda)).toEqual([]);
      }),
    );
  });
});
