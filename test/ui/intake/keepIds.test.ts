import { describe, expect, it } from 'vitest';
import { newItem } from '../../../src/meeting/agenda.ts';
import { keepIds } from '../../../src/ui/intake/overExisting.ts';
import { direktionen, id, intakeOf } from './papers.ts';

describe('reading a paper in over an agenda that exists', () => {
  it('keeps the ids of the items that are the same, so that what hangs on them stays', () => {
    const fresh = intakeOf(
      [
        newItem(id('x'), { number: '2', title: 'Budget.' }),
        newItem(id('y'), { number: '1', title: 'Nyt punkt' }),
        newItem(id('z'), { parentId: id('x'), title: 'teknisk  budget' }),
      ],
      { sourceOf: { [id('x')]: { fromLine: 1, toLine: 1, sure: 1 } } },
    );
    const kept = keepIds(fresh, direktionen().agenda);
    expect(kept.agenda.items.map((item) => [item.id, item.parentId])).toEqual([
      [id('b'), null],
      [id('y'), null],
      [id('b1'), id('b')],
    ]);
    expect(kept.sourceOf[id('b')]).toBeDefined();
  });

  it('gives each old item to one new one only', () => {
    const twice = intakeOf([newItem(id('x'), { title: 'Budget' }), newItem(id('y'), { title: 'Budget' })]);
    expect(keepIds(twice, direktionen().agenda).agenda.items.map((item) => item.id)).toEqual([id('b'), id('y')]);
  });
});
