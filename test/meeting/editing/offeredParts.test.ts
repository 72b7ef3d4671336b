import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../../src/meeting/agenda.ts';
import { partsOffered, writtenPart } from '../../../src/meeting/editing/offeredParts.ts';
import type { SectionForm } from '../../../src/meeting/profile.ts';
import { SECTION_ROLES } from '../../../src/meeting/words.ts';

const role = fc.constantFrom(...SECTION_ROLES);
const heading = fc.option(fc.constantFrom('Sagsgang', 'Bemærkninger'), { nil: null });
const form: fc.Arbitrary<SectionForm> = fc.record({ role, heading });
const section: fc.Arbitrary<Section> = fc.record({ role, heading, text: fc.constantFrom('a', 'b', 'c') });
const forms: readonly SectionForm[] = [
  { role: 'background', heading: 'Sagsfremstilling' },
  { role: 'finance', heading: 'Økonomi' },
  { role: 'recommendation', heading: 'Indstilling' },
];

describe('the parts of an item', () => {
  test('are those the body writes, in its order, around those that are written', () => {
    const written: readonly Section[] = [{ role: 'recommendation', heading: 'Vi indstiller', text: 'Ja' }];
    expect(partsOffered(written, forms).map(({ section: { heading: words }, place }) => [words, place])).toEqual([
      ['Sagsfremstilling', null],
      ['Økonomi', null],
      ['Vi indstiller', 0],
    ]);
  });
  test('of a body without any is one field to begin in', () => {
    expect(partsOffered([], [])).toMatchObject([{ section: { role: 'text', heading: null, text: '' }, place: null }]);
  });
  test('are written where they stand, keep their names, and are gone when nothing was written', () => {
    fc.assert(
      fc.property(fc.array(section, { maxLength: 5 }), fc.array(form, { maxLength: 5 }), fc.nat(), (sections, wanted, pick) => {
        const parts = partsOffered(sections, wanted);
        const part = parts[pick % parts.length]!;
        const after = writtenPart(sections, parts, part, 'ny');
        const again = partsOffered(after, wanted);
        // Nothing else is touched, and the part stands in the same place among all.
        expect(again.map(({ section: { text } }, at) => (at === parts.indexOf(part) ? 'ny' : text))).toEqual(
          parts.map(({ section: { text } }, at) => (at === parts.indexOf(part) ? 'ny' : text)),
        );
        if (part.place === null) expect(writtenPart(sections, parts, part, '')).toBe(sections);
      }),
    );
  });
});
