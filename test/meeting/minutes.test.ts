import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClosed } from '../../src/meeting/agenda.ts';
import type { Treatment } from '../../src/meeting/meeting.ts';
import { missingOutcomes } from '../../src/meeting/minutes.ts';
import { minutesLines } from '../../src/meeting/minutesLines.ts';
import { joinByOpenness, splitByOpenness } from '../../src/meeting/openness.ts';
import { agendaOf, anyAgenda, treatmentsFor } from './agendas.ts';

const treated = (itemId: string, fields: Partial<Treatment> = {}): Treatment =>
  ({ itemId, openness: 'open', outcome: 'approved', decision: 'Godkendt.', publicDecision: '', notTreated: false, ...fields }) as Treatment;

describe('missing outcomes', () => {
  const agenda = agendaOf(['1 Nyt', '2 Økonomi', '> Regnskab', '> Frie midler', '3 Evt']);
  test('every item counts until it has an outcome or is marked as not treated', () => {
    expect(missingOutcomes(agenda, [])).toEqual(['item-1', 'item-2', 'item-5']);
    expect(
      missingOutcomes(agenda, [treated('item-1'), treated('item-2'), treated('item-5', { outcome: null, decision: '', notTreated: true })]),
    ).toEqual([]);
  });
  test('a parent is covered by all its sub-items, and only the missing sub-item is asked for', () => {
    expect(missingOutcomes(agenda, [treated('item-1'), treated('item-3'), treated('item-4'), treated('item-5')])).toEqual([]);
    expect(missingOutcomes(agenda, [treated('item-1'), treated('item-3'), treated('item-5')])).toEqual(['item-4']);
  });
  test('a decision of blanks is none; breaks need none', () => {
    expect(missingOutcomes(agendaOf(['1 Nyt']), [treated('item-1', { outcome: null, decision: '  ' })])).toEqual(['item-1']);
    const pause = agendaOf(['Pause']);
    expect(missingOutcomes({ ...pause, items: [{ ...pause.items[0]!, kind: 'break' }] }, [])).toEqual([]);
  });
});

describe('nothing closed leaks', () => {
  const marked = anyAgenda.map((agenda) => ({
    ...agenda,
    items: agenda.items.map((item, index) => ({
      ...item,
      neutralTitle: item.neutralTitle,
      title: `HEMMELIG-${index}`,
      presenters: [`HEMMELIG-${index}`],
      sections: [{ role: 'text' as const, heading: null, text: `HEMMELIG-${index}` }],
      attachments: [{ number: null, title: `HEMMELIG-${index}`, documentId: null, openness: 'open' as const, url: null }],
    })),
  }));

  test('what outsiders read of a closed item is its number, neutral title and public decision', () => {
    fc.assert(
      fc.property(
        marked.chain((agenda) =>
          treatmentsFor(agenda).map((treatments) => ({ agenda, treatments: treatments.map((t, i) => ({ ...t, decision: `HEMMELIG-${i}` })) })),
        ),
        ({ agenda, treatments }) => {
          const lines = minutesLines(agenda, treatments, 'outside');
          agenda.items.forEach((item, index) => {
            if (!isClosed(agenda.items, item) && treatments[index]!.openness === 'open') return;
            expect(JSON.stringify(lines.filter((line) => line.itemId === item.id))).not.toContain('HEMMELIG');
          });
        },
      ),
    );
  });

  test('the open part of a closed item holds none of its content, and both parts together are the item again', () => {
    fc.assert(
      fc.property(marked, (agenda) => {
        for (const item of agenda.items) {
          const { open, closed } = splitByOpenness(agenda.items, item);
          if (isClosed(agenda.items, item)) {
            expect(JSON.stringify(open)).not.toContain('HEMMELIG');
            expect(joinByOpenness(open, closed)).toMatchObject({ title: item.title, presenters: item.presenters, sections: item.sections });
          } else expect(joinByOpenness(open, closed)).toEqual(item);
        }
      }),
    );
  });

  test('sub-items of a closed item are closed too', () => {
    const agenda = agendaOf(['1 Sag (lukket)', '> Underpunkt']);
    expect(minutesLines(agenda, [], 'outside').map((line) => line.title)).toEqual(['', '']);
    expect(minutesLines(agenda, [], 'circle').map((line) => line.title)).toEqual(['Sag', 'Underpunkt']);
  });
});
