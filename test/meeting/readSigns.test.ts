import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newItem } from '../../src/meeting/agenda.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { newsSince, readAgenda, withRead } from '../../src/meeting/readSigns.ts';
import { agendaOf, anyAgenda, at } from './agendas.ts';

const agenda = agendaOf(['1 Budget @09.00', '2 Havnen', '3 Personsag (lukket)']);
const [first, second, third] = agenda.items;
const read = readAgenda(agenda, false);

describe('what is new since an agenda was read', () => {
  test('is nothing where nothing has changed, for any agenda', () => {
    fc.assert(
      fc.property(anyAgenda, fc.boolean(), (any, insider) => {
        expect(newsSince(readAgenda(any, insider), any, insider)).toEqual({ items: [], removed: 0 });
      }),
    );
  });
  test('is told by item and field; a new number is none', () => {
    const now = {
      items: [
        newItem(asItemId('new'), { title: 'Nyt' }),
        { ...first!, number: '2', start: at('10.00') },
        { ...second!, number: '3', title: 'Lystbådehavnen', sections: [{ role: 'text' as const, heading: null, text: 'x' }] },
      ],
    };
    expect(newsSince(read, now, false)).toEqual({
      items: [
        { itemId: 'new', kind: 'added', fields: [] },
        { itemId: first!.id, kind: 'changed', fields: ['time'] },
        { itemId: second!.id, kind: 'changed', fields: ['title', 'text'] },
      ],
      removed: 1,
    });
  });
  test('is not that one has come into the closed circle, or left it', () => {
    const inside = {
      items: [first!, second!, { ...third!, title: 'Klage over NN', sections: [{ role: 'text' as const, heading: null, text: 'x' }] }],
    };
    expect(newsSince(read, inside, true).items).toEqual([]);
    expect(newsSince(readAgenda(inside, true), agenda, false).items).toEqual([]);
    expect(newsSince(readAgenda(inside, true), { items: [first!, second!, { ...inside.items[2]!, sections: [] }] }, true).items).toHaveLength(1);
  });
  test('is that an item was closed, and nothing of what it said', () => {
    const now = { items: [first!, { ...second!, openness: 'closed' as const, title: '' }, third!] };
    expect(newsSince(read, now, false).items).toEqual([{ itemId: second!.id, kind: 'changed', fields: ['openness'] }]);
  });
  test('goes item by item as they are read', () => {
    const now = { items: [{ ...first!, title: 'a' }, { ...second!, title: 'b' }, third!] };
    const after = withRead(read, now, new Set([first!.id]));
    expect(newsSince(after, now, false).items.map(({ itemId }) => itemId)).toEqual([second!.id]);
  });
  test('is told by signs that hold no word of it', () => expect(JSON.stringify(read)).not.toMatch(/Budget|Havnen|Personsag/));
});
