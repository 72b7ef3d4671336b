import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agenda, AgendaItem } from '../../src/meeting/agenda.ts';
import type { ItemId } from '../../src/meeting/ids.ts';
import { findSaid, itemInHandAt, likelyBeginning, saidAt, withQuotation, type SpokenLine } from '../../src/meeting/transcript.ts';

const id = (name: string) => name as ItemId;
const at = (clock: string) => `2026-12-03T${clock}:00.000Z`;
const treatments = [
  { itemId: id('1'), startedAt: at('08:02'), endedAt: at('08:10') },
  { itemId: id('2'), startedAt: at('08:10'), endedAt: at('08:30') },
  { itemId: id('3'), startedAt: at('08:40') },
  { itemId: id('4') },
];
const line = (minutes: number, words = 'ord', speaker: string | null = 'Ane Kratholm'): SpokenLine => ({ at: minutes * 60_000, speaker, words });

describe('what was said lies under the item that was in hand', () => {
  test('from when the meeting came to it until it went on; in a break under none; while it is still in hand to the end', () => {
    const said = [line(0), line(8), line(27), line(30), line(50), line(500)];
    const under = (itemId: string) => saidAt(said, treatments, at('08:02'), id(itemId)).map(({ at: ms }) => ms / 60_000);
    expect(under('1')).toEqual([0]);
    expect(under('2')).toEqual([8, 27]);
    expect(under('3')).toEqual([50, 500]);
    expect(under('4')).toEqual([]);
    expect(itemInHandAt(treatments, Date.parse(at('08:35')))).toBeNull();
    expect(itemInHandAt(treatments, Date.parse(at('08:01')))).toBeNull();
  });

  test('an item within another is the one that counts: what the meeting came to last', () => {
    const nested = [
      { itemId: id('a'), startedAt: at('08:00'), endedAt: at('09:00') },
      { itemId: id('b'), startedAt: at('08:20'), endedAt: at('08:30') },
    ];
    expect(itemInHandAt(nested, Date.parse(at('08:25')))).toBe('b');
    expect(itemInHandAt(nested, Date.parse(at('08:45')))).toBe('a');
  });

  test('begins with the first item, or when the meeting was to begin', () => {
    expect(likelyBeginning(treatments, at('08:00'))).toBe(at('08:02'));
    expect(likelyBeginning([{ itemId: id('1') }], at('08:00'))).toBe(at('08:00'));
  });

  test('each line lies under one item at most, whatever times were noted', () => {
    const minute = fc.integer({ min: 0, max: 600 });
    const noted = fc.record({ start: minute, stay: fc.option(minute, { nil: null }) });
    fc.assert(
      fc.property(fc.array(noted, { maxLength: 8 }), fc.array(minute, { maxLength: 30 }), (spans, moments) => {
        const zero = Date.parse(at('08:00'));
        const iso = (minutes: number) => new Date(zero + minutes * 60_000).toISOString();
        const times = spans.map(({ start, stay }, place) => ({
          itemId: id(String(place)),
          startedAt: iso(start),
          endedAt: stay === null ? undefined : iso(start + stay),
        }));
        const said = moments.map((minutes) => line(minutes));
        const placed = times.flatMap(({ itemId }) => saidAt(said, times, at('08:00'), itemId));
        const covered = said.filter(({ at: ms }) =>
          times.some(({ startedAt, endedAt }) => Date.parse(startedAt) <= zero + ms && !(endedAt && zero + ms >= Date.parse(endedAt))),
        );
        expect(placed.length).toBe(covered.length);
      }),
    );
  });
});

describe('searching', () => {
  const item = (name: string, openness: 'open' | 'closed') => ({ id: id(name), kind: 'item', parentId: null, openness }) as unknown as AgendaItem;
  const agenda: Pick<Agenda, 'items'> = { items: [item('1', 'open'), item('2', 'closed')] };
  const where = { agenda, treatments, beginning: at('08:02') };
  const said = [line(1, 'Taget skal skiftes til foråret'), line(10, 'TAGET på den lukkede sag'), line(33, 'Taget igen', null)];

  test('finds all the words, in whatever case, in what is said and who says it', () => {
    expect(findSaid(said, where, 'taget FORÅRET', id('1'))).toEqual([said[0]]);
    expect(findSaid(said, where, 'kratholm skiftes', id('1'))).toEqual([said[0]]);
    expect(findSaid(said, where, '   ', id('1'))).toEqual([]);
  });

  test('what was said at a closed item is found only while it is in hand', () => {
    expect(findSaid(said, where, 'taget', id('1'))).toEqual([said[0], said[2]]);
    expect(findSaid(said, where, 'taget', id('2'))).toEqual(said);
  });
});

test('a quotation is added below the notes, with who said it', () => {
  expect(withQuotation('', line(0, 'Ja.'))).toBe('> Ane Kratholm: Ja.');
  expect(withQuotation('Husk bilag.\n', line(0, 'Nej.', null))).toBe('Husk bilag.\n\n> Nej.');
});
