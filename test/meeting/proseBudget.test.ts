import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTooHeavy } from '../../src/meeting/proseBudget.ts';
import { anyProse } from '../exporters/anyProse.ts';

const SIZE = 60_000;
const filled = (part: string, size = SIZE) => part.repeat(Math.ceil(size / part.length)).slice(0, size);

describe('what reading a text would cost', () => {
  test('whatever people write is read', () => {
    fc.assert(fc.property(anyProse, (text) => !isTooHeavy(text)));
  });

  test.each([
    [
      'paragraphs',
      filled('Direktionen **drøftede** sagen og *besluttede* at [sende](https://fjordby.example/a) den videre til udvalget for økonomi.\n\n'),
    ],
    ['a long list', filled('- et punkt med noget tekst, som et punkt nu har\n', 40_000)],
    ['a list in a list in a list', filled('- a\n  - under a, og her står der lidt mere\n    - under det igen, med nogle flere ord\n', 30_000)],
    ['a table of four columns', `| a | b | c | d |\n|---|---|---|---|\n${filled('| Børn & Unge | 96.000 kr. | **x** | y |\n', 10_000)}`],
    ['a long quotation', filled('> som der stod i brevet fra ministeriet om sagen\n', 40_000)],
    ['a rule of dashes', filled('Tekst\n\n- - - - - - - - - - - - - - - -\n\n', 2_000)],
    ['a paragraph without an end', filled('ord og flere ord, som ikke holder op ', SIZE)],
  ])('a paper of ordinary length is read: %s', (_what, text) => {
    expect(isTooHeavy(text)).toBe(false);
  });

  test.each([
    ['marks that may begin or end', '*a_'],
    ['strokes', 'a~~b~'],
    ['quotes in quotes', '>'],
    ['quotes in quotes with room', '> '],
    ['numbers in numbers', '1. '],
    ['quotes and lists', '>- '],
    ['brackets', '[a]('],
    ['closing brackets', ']('],
    ['pictures', '![a'],
    ['headings underlined', 'a\n=\n'],
    ['headings underlined in a quote', '> a\n> =\n'],
    ['notes in notes', '[^a]: '],
    ['addresses set apart', '[a]: x\n'],
    ['lines of nothing', '|\n'],
    ['marks hidden behind a bullet that is none', '\t- *a_*b_*c_\n'],
    ['columns', '|a'],
    ['fences', '```\n'],
  ])('60,000 signs of nothing but these are not: %s', (_what, part) => {
    expect(isTooHeavy(filled(part))).toBe(true);
  });

  test('a table of 2,000 columns, and lists that stand ever further in, are not read', () => {
    expect(isTooHeavy(`${filled('- ')}a`)).toBe(true);
    const row = `${filled('|a', 4_000)}|\n`;
    expect(isTooHeavy(`${row}${filled('|-', 4_000)}|\n${filled(row, 50_000)}`)).toBe(true);
    expect(isTooHeavy(Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'))).toBe(true);
  });

  /*
   * What the reader of CommonMark is slow at, counted rather than timed: marks of one paragraph squared, underlines squared, depth. A text that is let
   * through holds little of each, whatever signs it is made of.
   */
  test('any signs repeated any number of times: what is let through has few marks in a paragraph, and nothing deep', () => {
    const sign = fc.constantFrom(...'*_~[]()!<>`|-+#=&\\:\n \t1.a^"\''.split(''));
    const part = fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join(''));
    const text = fc.tuple(part, part, fc.nat(1000)).map(([one, other, ends]) => filled(`${one.repeat(1 + (ends % 7))}${other}`, SIZE));
    fc.assert(
      fc.property(text, (source) => {
        if (isTooHeavy(source)) return;
        const longest = Math.max(...source.split(/\n[ \t]*(?=\n|#|[-+*] )/).map((block) => (block.match(/\*+|_+|~+|[[\]]/g) ?? []).length));
        expect(longest).toBeLessThan(1_300);
        const deepest = Math.max(...source.split('\n').map((line) => (/^(?:[ \t]*>)*/.exec(line)?.[0].match(/>/g) ?? []).length));
        expect(deepest).toBeLessThanOrEqual(10);
        expect((source.match(/^[ \t>]*(?:=+|-+)[ \t]*$/gm) ?? []).length).toBeLessThan(1_001);
      }),
      { numRuns: 300 },
    );
  });
});
