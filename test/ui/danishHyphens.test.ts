import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partsOf } from '../../src/ui/kit/danishHyphens.ts';

it('cuts long Danish words where they may part', () => {
  expect(partsOf('Ejendomsadministrationsudvalget').join('-')).toMatch(/^Ejen-doms.*tions-ud/);
  expect(partsOf('Nyt fra borgmesteren').join('-')).toMatch(/^Nyt fra borg-/);
});

it('leaves short words and addresses whole', () => {
  expect(partsOf('Budget 2027, kort')).toEqual(['Budget 2027, kort']);
  expect(partsOf('Se https://fjordby.example/kommunikationsstrategi/2027 nu')).toContain('https://fjordby.example/kommunikationsstrategi/2027');
  expect(partsOf('ulla.skarvad@kommunikation.example')).toContain('ulla.skarvad@kommunikation.example');
});

it('keeps every sign of the text', () => {
  const words = fc.array(fc.constantFrom('Kommunikationsstrategi', 'a\u00adb', 'hovedudvalgsmøde', '@', 'https://x.y', ' ', '\n', '<b>', '&shy;'));
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    words.map((all) => all.join(' ')),
    words.map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(partsOf(text).join('')).toBe(text);
    }),
  );
});
