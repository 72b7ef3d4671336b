import { describe, expect, it } from 'vitest';
import { newItem } from '../../../src/meeting/agenda.ts';
import { diffAgendas } from '../../../src/meeting/agendaDiff.ts';
import { overExisting } from '../../../src/ui/intake/overExisting.ts';
import { direktionen, id, intakeOf } from './papers.ts';

describe('a paper over an agenda that exists', () => {
  const existing = {
    ...direktionen().agenda,
    chair: 'Asger Mølbjerg',
    location: 'Lokale 1.07',
    items: direktionen().agenda.items.map((item) => (item.id === id('c') ? { ...item, neutralTitle: 'Personalesag' } : item)),
  };

  it('leaves what a paper does not print', () => {
    const paper = intakeOf([newItem(id('x'), { number: '3', title: 'Personsag', openness: 'closed' })]);
    const { agenda } = overExisting(paper, existing);
    expect(agenda).toMatchObject({ chair: 'Asger Mølbjerg', location: 'Lokale 1.07' });
    expect(agenda.items[0]).toMatchObject({ id: id('c'), neutralTitle: 'Personalesag' });
  });

  it('the same paper again changes nothing', () => {
    const again = intakeOf(
      direktionen().agenda.items.map((item) => ({ ...item, id: id(`${item.id}!`), parentId: item.parentId && id(`${item.parentId}!`) })),
    );
    expect(diffAgendas(existing, overExisting(again, existing).agenda)).toEqual([]);
  });
});
