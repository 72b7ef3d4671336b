import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesApart } from '../../src/meeting/namesApart.ts';

const ane = { name: 'Ane Kratholm', email: 'akr@fjordby.example' };
const other = { name: 'ane  kratholm', email: 'ane.kratholm@fjordby.example' };
const poul = { name: 'Poul Kringelholm', email: null };

test('a name that one has stands alone; of two, each with the address', () => {
  const nameOf = namesApart([ane, other, poul]);
  expect([ane, other, poul].map(nameOf)).toEqual([
    'Ane Kratholm (akr@fjordby.example)',
    'ane  kratholm (ane.kratholm@fjordby.example)',
    'Poul Kringelholm',
  ]);
});
test('whoever has no name is called by the address, and no two are called the same', () => {
  expect(namesApart([{ name: ' ', email: 'x@fjordby.example' }])({ name: ' ', email: 'x@fjordby.example' })).toBe('x@fjordby.example');
  const person = fc.record({ name: fc.constantFrom('Jens Hansen', 'jens hansen', 'Bo'), email: fc.constantFrom('a@x.example', 'b@x.example', null) });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 6 }), (people) => {
      const names = people.map(namesApart(people));
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }),
  );
});
