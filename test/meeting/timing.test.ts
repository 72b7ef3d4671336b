import { describe, expect, test } from 'vitest';
import { itemInHand, scheduleOf } from '../../src/meeting/timing.ts';
import { agendaOf, at } from './agendas.ts';

const printed = (lines: string[], start = '08.30') => {
  const agenda = agendaOf(lines, { start: at(start) });
  return agenda.items.map((item) => {
    const slot = scheduleOf(agenda).get(item.id)!;
    return `${slot.start ?? '–'} ${slot.end ?? '–'}${slot.derived ? ' flyder' : ''}`;
  });
};

describe('the clock of an agenda', () => {
  test('durations flow from the start of the meeting', () => {
    expect(printed(['1 Nyt /20', '2 Budget /30'])).toEqual(['08:30 08:50 flyder', '08:50 09:20 flyder']);
  });
  test('a typed time pins its item, and gaps are kept', () => {
    expect(printed(['1 Nyt /20', '2 Pause @10.00-10.15', '3 Evt /5'])).toEqual(['08:30 08:50 flyder', '10:00 10:15', '10:15 10:20 flyder']);
  });
  test('after an item without an end the clock is unknown until the next pinned time', () => {
    expect(printed(['1 Oplæg @12.30', '2 Debat', '3 Pause @13.20'])).toEqual(['12:30 –', '– –', '13:20 –']);
  });
  test('a new day does not begin where the day before ended', () => {
    const agenda = agendaOf(['Middag @18.30-20.00', 'Opsamling /15']);
    const items = agenda.items.map((item, index) => ({ ...item, day: index + 1 }));
    expect(scheduleOf({ ...agenda, items }).get(items[1]!.id)).toEqual({ start: null, end: null, derived: false });
  });
});

describe('the item in hand', () => {
  const agenda = agendaOf(['1 Nyt @08.30-08.50', '2 Budget @08.50-09.20', '3 Evt @10.00-10.05']);
  test.each([
    ['08.00', null],
    ['08.30', 'Nyt'],
    ['09.19', 'Budget'],
    ['09.40', 'Budget'],
    ['12.00', 'Evt'],
  ])('at %s it is %s', (now, title) => {
    expect(itemInHand(agenda, at(now))?.title ?? null).toBe(title);
  });
  test.each([
    ['22.30', 'Velkomst'],
    ['00.30', 'Øvelsen'],
    ['05.30', 'Evaluering'],
  ])('of a night at %s it is %s', (now, title) => {
    const head = { date: '2026-09-03', endDate: '2026-09-04', start: at('22.00'), end: at('06.00') };
    const night = agendaOf(['1 Velkomst /60', '2 Øvelsen /300', '3 Evaluering @04.00-06.00'], head);
    expect(itemInHand(night, at(now))?.title).toBe(title);
  });
});
