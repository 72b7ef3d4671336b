import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isHttps, shownAddress } from '../../src/meeting/linkAddress.ts';
import { withoutHiddenSigns } from '../../src/meeting/hiddenSigns.ts';

const HIDDEN = '\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200B\u200E\u200F\u061C\u2060\uFEFF\u0000\u0007\u001B\u0085\u009F\uFFF9';

test('signs that hide or turn others go, and nothing else does', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom(...HIDDEN))), (parts) => {
      const written = parts.map(([words, sign]) => `${words}${sign}`).join('');
      const shown = withoutHiddenSigns(written);
      for (const sign of HIDDEN) expect(shown).not.toContain(sign);
      expect(withoutHiddenSigns(shown)).toBe(shown);
    }),
  );
});
test.each(['Godkendt', 'linje 1\nlinje 2\tog 3', '👩🏽‍💻 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ☕️ 🇩🇰', 'sags\u00ADbehandling', 'نامه\u200Cها', 'שלום'])(
  'what people write stays: %s',
  (words) => {
    expect(withoutHiddenSigns(words)).toBe(words);
  },
);
test('a decision turned round reads as it is stored', () => {
  expect(withoutHiddenSigns('\u202Etdnekdog ekkI\u202C')).toBe('tdnekdog ekkI');
});

test.each([
  ['https://fjordby.example/a', true],
  ['HTTPS://fjordby.example', true],
  ['http://fjordby.example', false],
  ['https:fjordby.example', false],
  [' https://fjordby.example', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['file://server/budget.xlsx', false],
  ['\\\\server\\budget.xlsx', false],
  ['/budget', false],
  ['', false],
])('%s is a link: %s', (url, is) => {
  expect(isHttps(url)).toBe(is);
  expect(shownAddress(url)).toEqual(is ? { link: url, words: null } : { link: null, words: url === '' ? null : url });
});
