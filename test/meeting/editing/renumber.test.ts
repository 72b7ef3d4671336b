import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renumber } from '../../../src/meeting/editing/renumber.ts';
import { plainNumbering, type Numbering } from '../../../src/meeting/numbering.ts';
import { agendaOf, anyOutline } from '../agendas.ts';
import { anyNumbering } from './edits.ts';

const paper = agendaOf(['Nyt', 'Budget', '> Drift', '> Anlæg', 'Evt']).items;
const numbers = (numbering: Partial<Numbering>, items = paper) => renumber(items, { ...plainNumbering, ...numbering }).map((item) => item.number);

describe('numbering anew', () => {
  it('counts each level in its own signs', () => {
    expect(numbers({})).toEqual(['1', '2', '2.a', '2.b', '3']);
    expect(numbers({ levels: ['decimal'], behind: '.' })).toEqual(['1.', '2.', '2.1.', '2.2.', '3.']);
    expect(numbers({ levels: ['roman', 'letter'], between: null, behind: ')' })).toEqual(['I)', 'II)', 'a)', 'b)', 'III)']);
    expect(numbers({ levels: ['decimal', null], from: 45 })).toEqual(['45', '46', null, null, '47']);
  });

  it('passes breaks over unless they are counted', () => {
    const withBreak = paper.map((item, index) => (index === 1 ? { ...item, kind: 'break' as const } : item)).filter((item) => item.parentId === null);
    expect(numbers({}, withBreak)).toEqual(['1', null, '2']);
    expect(numbers({ breaks: true }, withBreak)).toEqual(['1', '2', '3']);
  });

  it('begins again with a day or a block where that is the way', () => {
    const days = paper.map((item, index) => ({ ...item, day: index < 4 ? 1 : 2 }));
    expect(numbers({ restart: 'day' }, days)).toEqual(['1', '2', '2.a', '2.b', '1']);
    const blocks = paper.map((item, index) => ({ ...item, block: index < 1 ? 'BLOK 1' : 'BLOK 2' }));
    expect(numbers({ restart: 'block' }, blocks)).toEqual(['1', '1', '1.a', '1.b', '2']);
  });

  it('writes nothing but numbers, and nothing the second time', () => {
    fc.assert(
      fc.property(anyOutline, anyNumbering, ({ items }, numbering) => {
        const once = renumber(items, numbering);
        expect(once.map((item) => ({ ...item, number: null }))).toEqual(items.map((item) => ({ ...item, number: null })));
        expect(renumber(once, numbering)).toBe(once);
      }),
    );
  });

  it('repeats no number where it never begins again and every level is counted', () => {
    fc.assert(
      fc.property(anyOutline, fc.constantFrom('', '.', ')'), ({ items }, behind) => {
        const given = renumber(items, { ...plainNumbering, behind }).flatMap((item) => item.number ?? []);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });
});
