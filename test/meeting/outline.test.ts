import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newItem, type Agenda, type AgendaItem } from '../../src/meeting/agenda.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { blockLevel, dayOf, linesOf, outlineOf, sectionLevel } from '../../src/meeting/outline.ts';
import { shownTitle } from '../../src/meeting/shownTitle.ts';

const agendaOf = (items: AgendaItem[]): Agenda => ({
  title: 'Møde i direktionen',
  date: '2025-04-22',
  endDate: null,
  start: null,
  end: null,
  location: null,
  chair: null,
  items,
});
const item = (id: string, fields: Partial<Omit<AgendaItem, 'id'>> = {}) => newItem(asItemId(id), { title: id, ...fields });
const idsOf = (agenda: Agenda) => linesOf(outlineOf(agenda)).map((line) => line.item.id);

/** Any list of items, also with parents that are missing, come later or go in circles. */
const anyItems = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 15 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc
          .record({ parent: fc.option(fc.integer({ min: 0, max: 30 })), day: fc.constantFrom(null, 1, 2), block: fc.constantFrom(null, 'A', 'B') })
          .map((fields) =>
            item(String(number), { parentId: fields.parent === null ? null : asItemId(String(fields.parent)), day: fields.day, block: fields.block }),
          ),
      ),
    ),
  );

describe('the page', () => {
  it('shows every item exactly once, whatever its parents are', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        expect(idsOf(agendaOf(items)).sort()).toEqual(items.map((each) => each.id).sort());
      }),
    );
  });

  it('keeps the printed order when sub-items stand after their parents', () => {
    const agenda = agendaOf([item('1'), item('1.a', { parentId: asItemId('1') }), item('1.b', { parentId: asItemId('1') }), item('2')]);
    expect(idsOf(agenda)).toEqual(['1', '1.a', '1.b', '2']);
    expect(outlineOf(agenda)[0]?.entries[0]?.children).toHaveLength(2);
  });

  it('prints day headings only when there is more than one day, and blocks under them', () => {
    const seminar = outlineOf(
      agendaOf([
        item('Ankomst', { day: 1 }),
        item('Velkomst', { day: 1, block: 'Session 1' }),
        item('Økonomi', { day: 1, block: 'Session 1' }),
        item('Morgenmad', { day: 2 }),
      ]),
    );
    expect(seminar.map(({ newDay, day, block, entries }) => [newDay, day, block, entries.length])).toEqual([
      [true, 1, null, 1],
      [false, 1, 'Session 1', 2],
      [true, 2, null, 1],
    ]);
    expect(blockLevel(seminar)).toBe(3);
    expect(sectionLevel(seminar)).toBe(4);
    const oneDay = outlineOf(agendaOf([item('1', { day: 1 })]));
    expect(oneDay[0]?.newDay).toBe(false);
    expect(sectionLevel(oneDay)).toBe(2);
  });

  it('knows the date of the second day, also across a month', () => {
    expect(dayOf({ date: '2026-01-31' }, 2)).toBe('2026-02-01');
    expect(dayOf({ date: null }, 2)).toBeNull();
  });
});

describe('a closed item', () => {
  const [chapter] = outlineOf(
    agendaOf([
      item('Afskedigelse', { openness: 'closed', neutralTitle: 'Personalesag' }),
      item('Bilag til sagen', { parentId: asItemId('Afskedigelse') }),
    ]),
  );
  const [closed] = chapter?.entries ?? [];
  const [below] = closed?.children ?? [];

  it('shows its own title inside the circle only, and closes its sub-items', () => {
    expect(closed && shownTitle(closed, true)).toBe('Afskedigelse');
    expect(closed && shownTitle(closed, false)).toBe('Personalesag');
    expect(below && shownTitle(below, false)).toBeNull();
  });

  it.each(['Lukket punkt', ' lukket punkt. ', 'LUKKET PUNKT:', 'Closed item'])(
    'given “%s” as its neutral title has none: the mark says that',
    (neutralTitle) => {
      const item = closed!.item;
      expect(shownTitle({ item: { ...item, neutralTitle }, closed: true }, false)).toBeNull();
      expect(shownTitle({ item: { ...item, neutralTitle }, closed: true }, true)).toBe('Afskedigelse');
      expect(shownTitle({ item: { ...item, title: neutralTitle }, closed: false }, false)).toBe(neutralTitle);
      expect(shownTitle({ item: { ...item, neutralTitle: `${neutralTitle} om løn` }, closed: true }, false)).toBe(`${neutralTitle} om løn`);
    },
  );
});
