import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/meeting/agenda.ts';
import { partsOffered } from '../../src/meeting/editing/offeredParts.ts';
import { checkAgenda } from '../../src/meeting/findings.ts';
import { homeworkOf, isHomework, readHomework, withHomework, withoutHomework, writeHomework, type Homework } from '../../src/meeting/homework.ts';
import { comingBack } from '../../src/meeting/agendaProposal.ts';
import { agendaOf, fileOf, words } from './agendas.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Words that look like what is written behind them. */
const tricky = fc.constantFrom(
  'Ring (ansvarlig: Per)',
  'Per, frist: 3. maj 2026',
  '(frist: 3. maj 2026)',
  '3. december 2026',
  '1) først',
  '- et strøg',
  '[ ] kryds',
  'a_b og _c_',
  'Læs https://fjordby.example/a_b?x=1&y=2',
  'owner: me, due: 4 May 2026',
);
const line = fc.oneof(words, tricky).map(oneLine);
const owner = fc.option(
  line.filter((name) => name !== ''),
  { nil: null },
);
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const homework: fc.Arbitrary<Homework> = fc.record({ what: line.filter((what) => what !== ''), owner, due: fc.option(day, { nil: null }) });
const several = fc.array(homework, { maxLength: 4 });
const language = fc.constantFrom('da' as const, 'en' as const);
const section: fc.Arbitrary<Section> = fc.record({
  role: fc.constantFrom('background' as const, 'text' as const),
  heading: fc.constantFrom('Sagsgang', 'Økonomi', null),
  text: words,
});

const BUDGET: readonly Homework[] = [
  { what: 'Læs bilag 2', owner: 'Ane Kratholm', due: '2026-12-03' },
  { what: 'Indhent tal', owner: null, due: '2026-12-01' },
  { what: 'Tag stilling', owner: 'Poul Kringelholm, direktør', due: null },
  { what: 'Kom', owner: null, due: null },
];

describe('homework', () => {
  test('stands in the item’s text as anybody would write it, in the body’s language', () => {
    expect(writeHomework(BUDGET, 'da')).toBe(
      [
        '- Læs bilag 2 (ansvarlig: Ane Kratholm, frist: 3. december 2026)',
        '- Indhent tal (frist: 1. december 2026)',
        '- Tag stilling (ansvarlig: Poul Kringelholm, direktør)',
        '- Kom',
      ].join('\n'),
    );
    expect(writeHomework(BUDGET.slice(0, 1), 'en')).toBe('- Læs bilag 2 (owner: Ane Kratholm, due: 3 December 2026)');
  });

  test('is read back as it was written, whatever the words, also among other sections', () => {
    fc.assert(
      fc.property(several, language, fc.array(section, { maxLength: 3 }), (list, written, others) => {
        expect(readHomework(writeHomework(list, written))).toEqual(list);
        const sections = withHomework(others, list, written);
        expect(homeworkOf({ sections })).toEqual(list);
        expect(withHomework(sections, list, 'da')).toEqual(sections);
        expect(withoutHomework(sections)).toEqual(others);
        expect(withHomework(sections, [], 'da')).toEqual(others);
      }),
    );
  });

  test('that was written by hand as a line or a list is read; another text under the heading is a text, and is written as one', () => {
    const of = (text: string): Section => ({ role: 'text', heading: 'Forberedelse', text });
    expect(homeworkOf({ sections: [of('Læs bilag 2 hjemmefra.')] })).toEqual([{ what: 'Læs bilag 2 hjemmefra.', owner: null, due: null }]);
    expect(homeworkOf({ sections: [of('* Læs\n\n* Skriv (frist: snart)')] }).map(({ what }) => what)).toEqual(['Læs', 'Skriv (frist: snart)']);
    for (const text of ['Læs\n\nSkriv', '- Læs **det hele**', '- Læs\n  - og mere', 'x'.repeat(2_001)]) {
      expect(isHomework(of(text))).toBe(false);
      expect(partsOffered([of(text)], []).map(({ section: { text: shown } }) => shown)).toEqual([text]);
    }
    expect(partsOffered([of('- Læs')], [{ role: 'text', heading: 'Forberedelse' }])).toMatchObject([{ section: { heading: null, text: '' } }]);
  });

  test('a day that is none is a part of the words', () => {
    expect(readHomework('- Læs (frist: 31. februar 2026)')).toEqual([{ what: 'Læs (frist: 31. februar 2026)', owner: null, due: null }]);
  });

  test('due after the meeting is a finding at its item; due on its last day is none', () => {
    const items = agendaOf(['1 Budget', '2 Eventuelt']).items.map((item, at) =>
      at === 0 ? { ...item, sections: withHomework([], BUDGET, 'da') } : item,
    );
    const found = (date: string, endDate: string | null) =>
      checkAgenda({ ...agendaOf([]), date, endDate, items }).filter(({ code }) => code === 'homeworkLate');
    expect(found('2026-12-02', null)).toMatchObject([{ itemId: items[0]?.id, values: { day: '2026-12-03' }, mend: null }]);
    expect(found('2026-12-02', '2026-12-03')).toEqual([]);
    expect(found('2026-12-03', null)).toEqual([]);
  });

  test('belongs to one meeting: an item that comes back comes without it', async () => {
    const agenda = agendaOf(['1 Budget']);
    const [item] = agenda.items;
    const sections = withHomework([{ role: 'background', heading: null, text: 'Sagen' }], BUDGET, 'da');
    const file = fileOf(
      { ...agenda, items: [{ ...item!, sections }] },
      { treatments: [{ itemId: item!.id, openness: 'open', outcome: 'deferred', decision: '', publicDecision: '', notTreated: false }] },
    );
    const back = await comingBack(file, 'Mødet', { id: null, name: 'Ane', email: null }, '2026-12-04T08:00:00Z');
    expect(back.map(({ text }) => text)).toEqual(['Sagen']);
  });
});
