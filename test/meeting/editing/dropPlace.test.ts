import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../src/meeting/editing/edit.ts';
import { dropPlace } from '../../../src/meeting/editing/dropPlace.ts';
import { asItemId } from '../../../src/meeting/ids.ts';
import { inOutlineOrder } from '../../../src/meeting/outline.ts';
import { agendaOf, anyOutline } from '../agendas.ts';

const drop = (lines: string[], dragged: number, on: number) => {
  const agenda = agendaOf(lines);
  const place = dropPlace(agenda.items, asItemId(`item-${dragged}`), asItemId(`item-${on}`));
  const after = place ? applyEdit(agenda, { kind: 'moveTo', itemId: asItemId(`item-${dragged}`), place }) : agenda;
  return after.items.map(({ title, parentId }) => (parentId === null ? title : `>${title}`));
};

describe('a line that is dropped on another', () => {
  it('stands behind it when it came from above, and before it when it came from below', () => {
    expect(drop(['A', 'B', 'C'], 1, 2)).toEqual(['B', 'A', 'C']);
    expect(drop(['A', 'B', 'C'], 3, 1)).toEqual(['C', 'A', 'B']);
    expect(drop(['A', 'B', 'C'], 3, 2)).toEqual(['A', 'C', 'B']);
  });

  it('takes the level of what it is dropped on', () => {
    expect(drop(['A', '>A1', '>A2', 'B'], 4, 2)).toEqual(['A', '>B', '>A1', '>A2']);
    expect(drop(['A', '>A1', '>A2', 'B'], 2, 4)).toEqual(['A', '>A2', 'B', 'A1']);
  });

  it('moves nothing but itself and what is under it, wherever it is dropped', () => {
    fc.assert(
      fc.property(anyOutline, fc.nat(13), fc.nat(13), (agenda, one, other) => {
        const [dragged, on] = [agenda.items[one], agenda.items[other]];
        if (!dragged || !on) return;
        const place = dropPlace(agenda.items, dragged.id, on.id);
        const after = place ? applyEdit(agenda, { kind: 'moveTo', itemId: dragged.id, place }) : agenda;
        expect(inOutlineOrder(after.items)).toBe(true);
        expect(after.items.map(({ id }) => id).sort()).toEqual(agenda.items.map(({ id }) => id).sort());
      }),
    );
  });
});
