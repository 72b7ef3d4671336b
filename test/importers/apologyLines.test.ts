import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absenceNotes, ABSENCE_NOTATIONS, type AbsenceNotation, type Noted } from '../../src/exporters/absenceNotes.ts';
import { readApologies, type ReadApology } from '../../src/importers/apologyLines.ts';
import { importText } from '../../src/importers/importText.ts';
import { parseClock } from '../../src/meeting/clock.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { ExcusedScope } from '../../src/meeting/meeting.ts';

const whole = { kind: 'meeting' } as const;
const item = (number: string) => ({ itemId: asItemId(number), number, title: 'Budget', openness: 'open' as const });
const clock = (text: string) => ({ clock: parseClock(text)! });
const sentences: readonly AbsenceNotation[] = ['afterName', 'told', 'prevented', 'tookNoPart'];

const parts: readonly (readonly [ExcusedScope, ReadApology['part']])[] = [
  [whole, null],
  [{ kind: 'items', items: [item('3')] }, { items: ['3'] }],
  [{ kind: 'items', items: [item('3'), item('5.a')] }, { items: ['3', '5.a'] }],
  [
    { kind: 'part', arrives: clock('10.00'), leaves: null },
    { arrives: { clock: '10:00' }, leaves: null },
  ],
  [
    { kind: 'part', arrives: { item: item('4') }, leaves: clock('11.30') },
    { arrives: { number: '4' }, leaves: { clock: '11:30' } },
  ],
  [
    { kind: 'part', arrives: null, leaves: { item: item('2') } },
    { arrives: null, leaves: { number: '2' } },
  ],
];
const people = ['Ane Kratholm', 'Lene Vadgaard', 'Poul Kringelholm', 'Rikke Vindum'];

describe('every notation of absence', () => {
  test('is written from apologies and read back: who, who instead, and for how much', () => {
    const entry = fc.record({
      part: fc.constantFrom(...parts),
      substitute: fc.constantFrom(null, 'Torkil Bækhøj', 'Inge Sandholt'),
      mark: fc.constantFrom(undefined, 'V', 'AKR'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...ABSENCE_NOTATIONS), fc.array(entry, { minLength: 1, maxLength: 4 }), (notation, entries) => {
        const noted = entries.map(({ part: [scope], substitute, mark }, place): Noted => ({ name: people[place]!, scope, substitute, mark }));
        const expected = entries.map(({ part: [, part], substitute }, place) =>
          sentences.includes(notation) ? { name: people[place]!, substitute: null, part: null } : { name: people[place]!, substitute, part },
        );
        expect(readApologies(absenceNotes(noted, notation)), absenceNotes(noted, notation)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test.each(ABSENCE_NOTATIONS.filter((notation) => notation !== 'afterName' && notation !== 'withApology'))(
    '%s: is read where it stands in a paper',
    (notation) => {
      const noted: Noted[] = ['Ane Kratholm', 'Lene Vadgaard'].map((name) => ({ name, scope: whole, substitute: null }));
      const paper = `Direktionen\nDagsorden den 4. maj 2026 kl. 9.00-12.00\n${absenceNotes(noted, notation)}\n${notation === 'point' ? '2' : '1'}. Godkendelse af dagsorden\n3. Budget\n`;
      expect(importText(paper).apologies.map(({ name }) => name)).toEqual(['Ane Kratholm', 'Lene Vadgaard']);
    },
  );
});

describe('a list that is pasted', () => {
  test('is read with shortened names, and without the reasons', () => {
    expect(readApologies('Afbud: Ane K., Lene V. (suppleant Torkil Bækhøj), Poul Kringelholm (ferie)')).toEqual([
      { name: 'Ane K', substitute: null, part: null },
      { name: 'Lene V', substitute: 'Torkil Bækhøj', part: null },
      { name: 'Poul Kringelholm', substitute: null, part: null },
    ]);
  });

  test('is read as the minutes of Copenhagen’s committees write it: excused until, and from', () => {
    expect(readApologies('Poul Kringelholm (til kl. 18.40 i punkt 2), Lene Vadgaard (fra kl. 21.33 i punkt 12)')).toEqual([
      { name: 'Poul Kringelholm', substitute: null, part: { arrives: { clock: '18:40' }, leaves: null } },
      { name: 'Lene Vadgaard', substitute: null, part: { arrives: null, leaves: { clock: '21:33' } } },
    ]);
    expect(readApologies('Ane Kratholm ankommer klokken 13.00')).toEqual([
      { name: 'Ane Kratholm', substitute: null, part: { arrives: { clock: '13:00' }, leaves: null } },
    ]);
  });

  test('whatever is pasted, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => Array.isArray(readApologies(text))),
      { numRuns: 60 },
    );
  });
});
