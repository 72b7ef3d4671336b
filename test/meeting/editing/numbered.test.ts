import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agenda } from '../../../src/meeting/agenda.ts';
import { applyEdit, type AgendaEdit } from '../../../src/meeting/editing/edit.ts';
import { mendsOf } from '../../../src/meeting/editing/mend.ts';
import { numbered } from '../../../src/meeting/editing/numbered.ts';
import { nextNumber, numberingFollowed, numberingOf } from '../../../src/meeting/editing/numberingOf.ts';
import { renumber } from '../../../src/meeting/editing/renumber.ts';
import { checkAgenda } from '../../../src/meeting/findings.ts';
import { asItemId } from '../../../src/meeting/ids.ts';
import { NUMBERINGS } from '../../../src/meeting/numberings.ts';
import { agendaOf, anyOutline } from '../agendas.ts';

const numbers = ({ items }: Agenda) => items.map(({ number }) => number);
const add = (after: string | null): AgendaEdit => ({
  kind: 'add',
  after: after === null ? null : asItemId(after),
  newId: asItemId('new'),
  itemKind: 'item',
});
const after = (agenda: Agenda, edit: AgendaEdit, follow: boolean) => numbered(agenda, edit, follow).reduce(applyEdit, agenda);
const written = (lines: string[], given: (string | null)[]) => {
  const agenda = agendaOf(lines);
  return { ...agenda, items: agenda.items.map((item, index) => ({ ...item, number: given[index] ?? null })) };
};

describe('the number of a new line', () => {
  it('is the first in an empty agenda, and the next after that', () => {
    const one = after(agendaOf([]), add(null), true);
    expect(numbers(one)).toEqual(['1']);
    expect(numbers(after({ ...one, items: one.items.map((item) => ({ ...item, id: asItemId('a') })) }, add('a'), true))).toEqual(['1', '2']);
  });

  it.each([
    [
      ['1.', '2.', '3.'],
      ['1.', '2.', '3.', '4.'],
    ],
    [
      ['Punkt 1:', 'Punkt 2:', 'Punkt 3:'],
      ['Punkt 1:', 'Punkt 2:', 'Punkt 3:', 'Punkt 4:'],
    ],
    [
      ['34', '35', '36'],
      ['34', '35', '36', '37'],
    ],
    [
      ['1)', null, '2)'],
      ['1)', null, '2)', '3)'],
    ],
  ])('goes on as %j', (given, wanted) => {
    const agenda = written(['A', 'B', 'C'], given);
    expect(numbers(after(agenda, add('item-3'), true))).toEqual(wanted);
    expect(numbers(after(agenda, add('item-3'), false))).toEqual(wanted);
  });

  it('pushes the others on while the agenda is written by hand, and leaves printed ones alone until somebody asks', () => {
    const agenda = written(['A', 'B', 'C'], ['1.', '2.', '3.']);
    expect(numbers(after(agenda, add('item-1'), true))).toEqual(['1.', '2.', '3.', '4.']);
    const printed = after(agenda, add('item-1'), false);
    expect(numbers(printed)).toEqual(['1.', '2.', '2.', '3.']);
    const finding = checkAgenda(printed).find(({ code }) => code === 'numberRepeated')!;
    const [mend] = mendsOf(finding, { ...printed, items: printed.items.map((item) => ({ ...item, title: item.title || 'Nyt' })) }, () =>
      asItemId('x'),
    );
    expect(mend).toMatchObject({ kind: 'edits', way: 'renumber' });
  });

  it('follows a move, a removal and a line that is nested, "5.a"', () => {
    const agenda = written(['A', 'B', '>B1', 'C'], ['5', '6', '6.a', '7']);
    expect(numbers(after(agenda, { kind: 'move', itemId: asItemId('item-1'), by: 1 }, true))).toEqual(['5', '5.a', '6', '7']);
    expect(numbers(after(agenda, { kind: 'remove', itemId: asItemId('item-1') }, true))).toEqual(['5', '5.a', '6']);
    expect(numbers(after(agenda, { kind: 'indent', itemId: asItemId('item-4') }, true))).toEqual(['5', '6', '6.a', '6.b']);
  });

  it('never touches numbers that follow no way', () => {
    const agenda = written(['A', 'B', 'C'], ['1', '7', 'Sag 45']);
    expect(numbers(after(agenda, { kind: 'move', itemId: asItemId('item-1'), by: 1 }, true))).toEqual(['7', '1', 'Sag 45']);
  });

  it('knows what comes after', () => {
    expect(['5.a', '1.', 'Punkt 2:', '1.1', 'x', null].map(nextNumber)).toEqual(['5.b', '2.', 'Punkt 3:', null, 'y', null]);
  });
});

describe('a way of numbering', () => {
  it('is read off the agenda it was written in, whichever it is', () => {
    fc.assert(
      fc.property(
        anyOutline,
        fc.constantFrom(...NUMBERINGS.filter(({ levels }) => levels[0] === 'decimal')),
        fc.integer({ min: 1, max: 90 }),
        (agenda, way, from) => {
          const items = renumber(
            agenda.items.map((item) => ({ ...item, number: null })),
            { ...way, from },
          );
          if (items.every(({ kind }) => kind === 'break')) return;
          if (!items.some((item) => item.parentId === null && item.number !== null)) return;
          expect(numberingFollowed(items)).not.toBeNull();
          expect(renumber(items, numberingOf(items)!, true)).toBe(items);
        },
      ),
    );
  });

  it('keeps what has no number without one, and asks nothing of the others', () => {
    fc.assert(
      fc.property(anyOutline, fc.constantFrom(...NUMBERINGS), (agenda, way) => {
        const bare = agenda.items.filter(({ number }) => number === null).map(({ id }) => id);
        const now = renumber(agenda.items, way, true);
        expect(now.filter(({ id }) => bare.includes(id)).every(({ number }) => number === null)).toBe(true);
        expect(now.map(({ id }) => id)).toEqual(agenda.items.map(({ id }) => id));
      }),
    );
  });
});
