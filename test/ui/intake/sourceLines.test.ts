import { describe, expect, it } from 'vitest';
import { sourceLines } from '../../../src/ui/intake/sourceLines.ts';
import { direktionen, id } from './papers.ts';

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
});
