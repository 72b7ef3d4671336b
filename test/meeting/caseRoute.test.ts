import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HISTORY_HEADINGS, isDecided, papersOf, sectionsOfText, textOfSections, withHistory } from '../../src/meeting/caseRoute.ts';
import { newItem, type Section } from '../../src/meeting/agenda.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { OUTCOME_CODES } from '../../src/meeting/words.ts';

const line = { outcome: null, decision: '', notTreated: false } as const;
const wordsOf = ({ heading }: Section) => heading;
const words = fc.stringMatching(/^[a-zæøå ]{1,20}$/).filter((text) => text.trim() === text && text !== '');

describe('a body has decided', () => {
  test.each(OUTCOME_CODES.map((outcome) => [outcome] as const))('or not: %s', (outcome) => {
    expect(isDecided({ ...line, outcome })).toBe(!['deferred', 'returned', 'dismissed', 'withdrawn'].includes(outcome));
  });
  test('by words alone, never where it was not treated, and by the last of several', () => {
    expect(isDecided(line)).toBe(false);
    expect(isDecided({ ...line, decision: 'Godkendt' })).toBe(true);
    expect(isDecided({ ...line, decision: 'Godkendt', notTreated: true })).toBe(false);
    expect(isDecided({ ...line, outcome: 'deferred', further: [{ outcome: 'approved', decision: '' }] })).toBe(true);
    expect(isDecided({ ...line, outcome: 'approved', further: [{ outcome: 'deferred', decision: '' }] })).toBe(false);
  });
});

describe('what was said elsewhere', () => {
  test('stands in one section, the last, however many bodies an item has been to', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), fc.array(words, { maxLength: 3 }), (told, others) => {
        const own = others.map((text): Section => ({ role: 'text', heading: null, text }));
        const all = told.reduce<readonly Section[]>((sections, text) => withHistory(sections, HISTORY_HEADINGS.da, text), own);
        expect(all.filter(({ heading }) => heading === HISTORY_HEADINGS.da)).toHaveLength(1);
        expect(all.at(-1)).toEqual({ role: 'text', heading: HISTORY_HEADINGS.da, text: told.join('\n\n') });
        expect(all.slice(0, -1)).toEqual(own);
      }),
    );
  });
  test('survives being kept as one text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { maxLength: 4 }), words, (parts, told) => {
        const sections = parts.map(([heading, text]): Section => ({ role: 'text', heading: `${heading}x`, text }));
        const whole = withHistory(sections, HISTORY_HEADINGS.en, told);
        expect(sectionsOfText(textOfSections(whole, wordsOf))).toEqual(whole);
      }),
    );
  });
  test('is not found in what somebody proposed here, nor in a fenced block', () => {
    expect(sectionsOfText('## Min egen\n\nTekst')).toEqual([{ role: 'background', heading: null, text: '## Min egen\n\nTekst' }]);
    expect(sectionsOfText('```\n## Sagsgang\n```')).toHaveLength(1);
    expect(sectionsOfText(' ')).toEqual([]);
  });
});

test('papers that are closed are not named outside, and an address cannot end its link', () => {
  const paper = { number: null, documentId: null, openness: 'open', url: 'https://fjordby.example/a b>c' } as const;
  const item = newItem(asItemId('a'), {
    attachments: [
      { ...paper, title: 'Kort [1]' },
      { ...paper, title: 'HEMMELIG', openness: 'closed' },
    ],
  });
  expect(papersOf(item, false)).toBe('- [Kort  1 ](<https://fjordby.example/a%20b%3Ec>)');
  expect(papersOf(item, true)).toContain('HEMMELIG');
});
