import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newItem } from '../../src/meeting/agenda.ts';
import { agendaDisclosures, disclosureSign, disclosuresIn } from '../../src/meeting/disclosure.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { agendaOf, anyAgenda } from './agendas.ts';

const found = (text: string) => disclosuresIn(text).map(({ kind, words }) => `${kind} ${words}`);
const two = (number: number) => String(number).padStart(2, '0');

/** Any day somebody can be born on, with the seventh digit of its century. */
const birthday = fc
  .record({ day: fc.date({ min: new Date('1937-01-01'), max: new Date('2036-12-31'), noInvalidDate: true }), rest: fc.integer({ min: 0, max: 999 }) })
  .map(({ day, rest }) => {
    const date = `${two(day.getUTCDate())}${two(day.getUTCMonth() + 1)}${two(day.getUTCFullYear() % 100)}`;
    return { date, serial: `${day.getUTCFullYear() < 2000 ? '1' : '4'}${String(rest).padStart(3, '0')}` };
  });

describe('personal numbers', () => {
  test('of every birthday are found, with or without a check digit that fits, however the dash is written', () => {
    fc.assert(
      fc.property(
        birthday,
        fc.constantFrom('-', '', ' ', '–', ' - ', '\u2011', '\u00a0'),
        fc.constantFrom('', 'vedr. ', '(', 'CPR: ', 'Borgeren '),
        ({ date, serial }, dash, before) => {
          expect(found(`${before}${date}${dash}${serial}.`)).toEqual([`cpr ${date}${dash}${serial}`]);
        },
      ),
    );
  });
  test('are none where the date is no date', () => {
    fc.assert(
      fc.property(fc.constantFrom('3202', '3102', '3104', '0013', '1500', '3013', '9912'), fc.integer({ min: 0, max: 999_999 }), (date, rest) => {
        expect(found(`Se ${date}${String(rest).padStart(6, '0')}`)).toEqual([]);
      }),
    );
    expect(found('290201-1234 og 290200-4123')).toEqual(['cpr 290200-4123']);
  });
  test('that were given in place of one are found', () => expect(found('610190-1234')).toEqual(['cpr 610190-1234']));
  test.each([
    'Sagsnr. 1203241234',
    'Dok.nr. 0101901234',
    'EAN 0101901234567',
    'Journal 27.35.04-G01-12-24',
    'Sag 2024-010190-1234',
    'den 12.03.24 kl. 1400',
    'mødet 12.03.24-14.03.24',
    '101 010 1234 kr.',
    '010190 1234 kr.',
    'kr. 010190 1234',
    '5488120',
    'https://fjordby.example/sag/0101901234/bilag',
    'CVR 29189447',
    '§ 17, stk. 4',
    '2026-09-03',
    '1.200.000 kr.',
    '20260903',
    '54881205',
    'budget 2024 2025',
    '05.38.50.10',
    '2200 3500 4100 kr.',
    '23 45 12 34 56 78',
  ])('and telephone numbers are not seen in %s', (text) => expect(found(text)).toEqual([]));
});

describe('telephone numbers', () => {
  test.each(['+45 22 33 44 55', '22 33 44 55', '22-33-44-55', '2233 4455', '+4522334455', '0045 22334455'])('%s', (number) =>
    expect(found(`Kontakt Ane på ${number}, tak`)).toEqual([`phone ${number}`]),
  );
  test.each(['tlf. 22334455', 'Mobil: 22.33.44.55', 'ring til 22334455'])('%s, because it is called one', (text) =>
    expect(found(text)[0]).toMatch(/^phone 22/),
  );
  test('of eight digits in any grouping of two are found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000_000, max: 99_999_999 }), (number) => {
        const grouped = String(number).replace(/(\d\d)(?=\d)/g, '$1 ');
        expect(found(`nr. ${grouped}`).filter((each) => !each.startsWith('cpr'))).toEqual([`phone ${grouped}`]);
      }),
    );
  });
});

describe('addresses and words of health', () => {
  test('an address is found, also in a link', () => {
    expect(found('skriv til ane.kratholm@fjordby.example.')).toEqual(['email ane.kratholm@fjordby.example']);
    expect(found('[Ane](mailto:ane@fjordby.example)')).toEqual(['email ane@fjordby.example']);
  });
  test.each(['Afbud på grund af sygdom', 'Poul er sygemeldt', 'Rikke er langtidssygemeldt', 'har fået en diagnose', 'er gravid', 'on sick leave'])(
    '%s',
    (text) => expect(disclosuresIn(text)[0]?.kind).toBe('health'),
  );
  test.each([
    'Sygefravær i 3. kvartal',
    'Demensplan 2027',
    'Misbrugscenteret',
    'Behandling af sagen',
    'Kræftplan IV',
    'Sundhedspolitik',
    'Handicaprådet',
    'Psykiatrihandlingsplan',
  ])('%s is a matter, and nobody’s', (text) => expect(found(text)).toEqual([]));
});

describe('an agenda', () => {
  test('tells at which item, and of a closed one only what everybody sees', () => {
    const agenda = agendaOf(['1 Klage fra 010190-1234', '2 Personsag 020290-1234 (lukket)']);
    const [first, second] = agenda.items;
    expect(agendaDisclosures(agenda)).toEqual([{ itemId: first!.id, kind: 'cpr', words: '010190-1234' }]);
    const neutral = { ...agenda, items: [first!, { ...second!, neutralTitle: 'Sygemeldt medarbejder' }] };
    expect(agendaDisclosures(neutral).map(({ itemId, kind }) => [itemId, kind])).toEqual([
      [first!.id, 'cpr'],
      [second!.id, 'health'],
    ]);
  });
  test('never tells what stands in the title, the texts or the papers of a closed item, or under one', () => {
    fc.assert(
      fc.property(anyAgenda, (agenda) => {
        const marked = {
          ...agenda,
          items: agenda.items.map((item) => ({
            ...item,
            openness: 'closed' as const,
            title: 'x 010190-1234',
            sections: [{ role: 'text' as const, heading: null, text: '010190-1234' }],
          })),
        };
        expect(agendaDisclosures(marked)).toEqual([]);
      }),
    );
  });
  test('never throws, and tells words that stand in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { words, at } of disclosuresIn(text)) expect(text.slice(at, at + words.length)).toBe(words);
      }),
    );
  });
  test('an accepted one is known at its item and nowhere else, and the sign holds nothing of it', () => {
    const item = newItem(asItemId('a'));
    const one = { itemId: item.id, kind: 'cpr' as const, words: '010190-1234' };
    expect(disclosureSign(one)).toBe(disclosureSign({ ...one, words: '0101901234' }));
    expect(disclosureSign(one)).not.toBe(disclosureSign({ ...one, itemId: asItemId('b') }));
    expect(disclosureSign(one)).not.toContain('0101');
  });
});
