import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionId, foldTreatment, joinDecisions, placeOfDecision, treatmentUnder } from '../../src/meeting/decisions.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Treatment } from '../../src/meeting/meeting.ts';
import { isSettled } from '../../src/meeting/minutes.ts';
import { minutesLines } from '../../src/meeting/minutesLines.ts';
import { forecastOf } from '../../src/meeting/pace.ts';
import { PHRASES, phrasesFor } from '../../src/meeting/phrases.ts';
import { ITEM_TYPES } from '../../src/meeting/words.ts';
import { agendaOf, at } from './agendas.ts';

const row = (id: string, decision: string): Treatment => ({
  itemId: asItemId(id),
  openness: 'open',
  outcome: null,
  decision,
  publicDecision: '',
  notTreated: false,
});

describe('decisions as rows', () => {
  const ids = fc.constantFrom('item-1', 'item-2', 'a~b', 'x');
  const rows = fc.uniqueArray(fc.tuple(ids, fc.integer({ min: 1, max: 30 })), { selector: ([id, nth]) => `${id} ${nth}` });

  it('come together under their items in any order, each under its own id, and none is lost', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const joined = joinDecisions(all.map(([id, nth]) => row(decisionId(asItemId(id), nth), `${id} ${nth}`)));
        for (const [id, nth] of all) expect(treatmentUnder(joined, decisionId(asItemId(id), nth))?.decision).toBe(`${id} ${nth}`);
        expect(new Set(joined.map(({ itemId }) => itemId)).size).toBe(joined.length);
        for (const { further = [] } of joined) {
          const numbers = further.map(({ itemId }) => placeOfDecision(itemId).nth);
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('that are written in place of one leave the others', () => {
    const joined = joinDecisions([row('a', 'Et'), row('a~2', 'To'), row('a~3', 'Tre')]);
    expect(foldTreatment(joined, row('a', 'Nyt'))).toMatchObject([{ decision: 'Nyt', further: [{ decision: 'To' }, { decision: 'Tre' }] }]);
    expect(foldTreatment(joined, row('a~2', 'Nyt'))).toMatchObject([{ decision: 'Et', further: [{ decision: 'Nyt' }, { decision: 'Tre' }] }]);
  });

  it('settle an item by any of them, and print in their order, without empty ones', () => {
    const agenda = agendaOf(['1 Budget']);
    const id = agenda.items[0]!.id;
    const treatments = joinDecisions([row(`${id}~3`, 'Sidst'), row(`${id}~2`, ' '), row(id, '')]);
    expect(isSettled(treatments[0])).toBe(true);
    expect(minutesLines(agenda, treatments, 'circle')).toMatchObject([{ decision: '', further: [{ decision: 'Sidst' }] }]);
    expect(minutesLines(agenda, joinDecisions([row(id, 'Et')]), 'circle')[0]).not.toHaveProperty('further');
  });
});

describe('phrases', () => {
  it('are all there for every kind of item, each once, the likely ones first', () => {
    for (const type of [...ITEM_TYPES, null]) {
      const { likely, others } = phrasesFor(type);
      expect([...likely, ...others].sort()).toEqual([...PHRASES].sort());
    }
    expect(phrasesFor('decision').likely[0]).toBe('approved');
    expect(phrasesFor('discussion').likely[0]).toBe('discussed');
    expect(phrasesFor('information').likely[0]).toBe('noted');
  });
});

describe('the end of the day', () => {
  const slot = (start: string, end: string) => ({ start: at(start), end: at(end), derived: false });

  it('moves by what the item in hand takes beyond its time, and back by what it saved', () => {
    const [first, rest] = [slot('10.00', '10.30'), [slot('10.30', '11.00'), slot('11.15', '12.00')]];
    expect(forecastOf(first, rest, at('10.00'), at('10.10'))).toEqual({ end: '12:00', minutes: 0 });
    expect(forecastOf(first, rest, at('10.00'), at('10.45'))).toEqual({ end: '12:15', minutes: 15 });
    expect(forecastOf(first, rest, at('09.50'), at('09.55'))).toEqual({ end: '11:50', minutes: -10 });
    expect(forecastOf(first, [], null, at('10.40'))).toEqual({ end: '10:40', minutes: 10 });
    expect(forecastOf({ start: null, end: null, derived: false }, rest, null, at('10.00'))).toBeNull();
    expect(forecastOf(first, rest, null, null)).toBeNull();
  });
});
