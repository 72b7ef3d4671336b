import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAgenda } from '../../src/meeting/findings.ts';
import { agendaOf, anyAgenda, at } from './agendas.ts';

const codes = (lines: string[], head = {}) => checkAgenda(agendaOf(lines, head)).map((finding) => `${finding.code} ${finding.itemId}`);

describe('findings', () => {
  test('a duration that disagrees with its range, with the range as the mend', () => {
    const [finding] = checkAgenda(agendaOf(['2 Fælles retning @08.20-08.50 /40']));
    expect(finding).toMatchObject({ code: 'durationMismatch', values: { printed: '40', span: '30' }, mend: { fields: { minutes: 30 } } });
  });
  test('an overlap is mended by beginning when the item before ends', () => {
    const [finding] = checkAgenda(agendaOf(['2 Retning @08.20-08.50', '3 Sygefravær @08.45-09.30']));
    expect(finding).toMatchObject({ code: 'overlap', itemId: 'item-2', mend: { fields: { start: '08:50' } } });
  });
  test('a gap, a jump in numbers and a repeated number are told at their lines', () => {
    expect(codes(['3 A @08.00-08.30', '5 B @09.00-09.10', '6 C', '6 D'])).toEqual(['gap item-2', 'numberMissing item-2', 'numberRepeated item-4']);
  });
  test('numbers that begin anew in a new block are no fault', () => {
    const agenda = agendaOf(['1 A', '2 B', '1 C']);
    const items = agenda.items.map((item, index) => ({ ...item, block: index < 2 ? 'BLOK 1' : 'BLOK 2' }));
    expect(checkAgenda({ ...agenda, items })).toEqual([]);
  });
  test('an agenda that runs past the planned end', () => {
    expect(codes(['7 Fællesfoto @11.30-12.00'], { end: at('11.30') })).toEqual(['pastEnd item-1']);
  });
  test('a clean agenda has none', () => {
    expect(codes(['1 Nyt @08.30-08.50 /20', '2 Budget @08.50-09.20 /30'], { start: at('08.30'), end: at('09.20') })).toEqual([]);
  });
  test('a mend removes the finding it belongs to, and nothing throws', () => {
    fc.assert(
      fc.property(anyAgenda, (agenda) => {
        for (const { code, itemId, mend } of checkAgenda(agenda)) {
          if (!mend) continue;
          const items = agenda.items.map((item) => (item.id === mend.itemId ? { ...item, ...mend.fields } : item));
          expect(checkAgenda({ ...agenda, items }).some((left) => left.code === code && left.itemId === itemId)).toBe(false);
        }
      }),
    );
  });
});
