import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText } from '../../src/meeting/cut.ts';

const signs = (text: string) => [...new Intl.Segmenter('da', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

test('a text is cut between signs as a reader sees them, and no earlier than it must be', () => {
  const text = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.constantFrom('👩🏽‍💻', '🇩🇰', 'é', '☕️', 'å')), { maxLength: 40 });
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 60 }), (parts, most) => {
      const whole = parts.join('');
      const cut = cutText(whole, most);
      const all = signs(whole);
      expect(cut.length).toBeLessThanOrEqual(most);
      const count = signs(cut).length;
      expect(cut).toBe(all.slice(0, count).join(''));
      if (cut !== whole) expect(cut.length + (all[count] ?? '').length).toBeGreaterThan(most);
    }),
  );
});
test('an emoji at the end is there whole or not at all', () => {
  expect(cutText(`${'x'.repeat(199)}👩🏽‍💻`, 200)).toBe('x'.repeat(199));
  expect(cutText(`${'x'.repeat(193)}👩🏽‍💻`, 200)).toBe(`${'x'.repeat(193)}👩🏽‍💻`);
});
