import { describe, expect, it } from 'vitest';
import { asItemId } from '../../src/meeting/ids.ts';
import { initialsOf, writersAt } from '../../src/meeting/writers.ts';

describe('initials', () => {
  it.each([
    ['Ane Kratholm', 'AK'],
    ['Ulla van der Skarvad', 'US'],
    ['Åse', 'Å'],
    ['åse østergaard (ekstern)', 'ÅØ'],
    ['Kratholm, Ane', 'KA'],
    ['', '?'],
    ['42', '?'],
  ])('of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

it('names each person once at an item', () => {
  const [one, other] = [asItemId('1'), asItemId('2')];
  const writers = [
    { id: 'u', name: 'Ulla Skarvad', itemId: one },
    { id: 'u', name: 'Ulla Skarvad', itemId: one },
    { id: null, name: 'Ane Kratholm', itemId: one },
    { id: 'a', name: 'Asger Mølbjerg', itemId: other },
  ];
  expect(writersAt(writers, one).map(({ name }) => name)).toEqual(['Ane Kratholm', 'Ulla Skarvad']);
});
