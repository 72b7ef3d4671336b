import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceLines } from '../../../src/ui/intake/sourceLines.ts';
import { direktionen, id, intakeOf } from './papers.ts';

describe('the paper beside the result', () => {
  it('lights a sub-item rather than its parent on a line both claim', () => {
    const lines = sourceLines(direktionen());
    expect(lines.map((line) => line.itemId)).toEqual([null, id('a'), id('b'), id('b1'), id('p'), null, id('c')]);
  });

  it('marks the lines that found no place', () => {
    expect(
      sourceLines(direktionen())
        .filter((line) => line.unplaced)
        .map((line) => line.text),
    ).toEqual(['Husk kage']);
  });

  it('survives a span beyond the end of the paper', () => {
    const paper = direktionen();
    expect(sourceLines({ ...paper, sourceOf: { [id('a')]: { fromLine: 7, toLine: 9_000_000, sure: 1 } } })).toHaveLength(7);
  });

  it('cuts a line into the words of its fields', () => {
    const source = '3. Kl. 9.45: Ventetider v. Ane Kratholm';
    const at = (words: string) => {
      const from = source.indexOf(words);
      return [{ from, to: from + words.length, fromLine: 1, toLine: 1, sure: 1 }];
    };
    const [line] = sourceLines(
      intakeOf([], {
        source,
        fieldSources: { [id('a')]: { number: at('3'), start: at('9.45'), title: at('Ventetider v. Ane Kratholm'), presenters: at('Ane Kratholm') } },
      }),
    );
    expect(line?.itemId).toBe(id('a'));
    expect(line?.parts.filter((part) => part.field !== null).map(({ text, field }) => [text, field])).toEqual([
      ['3', 'number'],
      ['9.45', 'time'],
      ['Ventetider v. ', 'title'],
      ['Ane Kratholm', 'presenters'],
    ]);
  });

  it('the parts of a line are the line, whatever spans are claimed', () => {
    const span = fc.record({
      from: fc.nat(80),
      to: fc.nat(80),
      fromLine: fc.integer({ min: 0, max: 9 }),
      toLine: fc.integer({ min: 0, max: 9 }),
      sure: fc.constant(1),
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.array(span, { maxLength: 6 }), (title, start) => {
        const paper = direktionen();
        for (const line of sourceLines({ ...paper, fieldSources: { [id('a')]: { title }, [id('b')]: { start } } }))
          expect(line.parts.map((part) => part.text).join('')).toBe(line.text);
      }),
    );
  });
});
