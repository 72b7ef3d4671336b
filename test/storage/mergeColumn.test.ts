import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/meeting/agenda.ts';
import { mergeFields, textColumnsOf } from '../../src/storage/merge.ts';
import { mergeLines, mergeSections } from '../../src/storage/mergeColumn.ts';
import { readSections, writeSections } from '../../src/storage/sectionText.ts';

describe('lines', () => {
  const base = 'Indledning\n\n- løn\n- drift\n\nAfslutning';
  test('changes of different lines go together', () => {
    expect(mergeLines(base, base.replace('løn', 'løn og pension'), base.replace('Afslutning', 'Slut'))).toBe(
      'Indledning\n\n- løn og pension\n- drift\n\nSlut',
    );
  });
  test('the same lines changed differently are a clash, the same change made twice is not', () => {
    expect(mergeLines(base, base.replace('løn', 'a'), base.replace('løn', 'b'))).toBeNull();
    expect(mergeLines(base, base.replace('løn', 'a'), base.replace('løn', 'a'))).toBe(base.replace('løn', 'a'));
  });
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '', '__proto__', 'constructor'), { maxLength: 6 }).map((lines) => lines.join('\n'));
  test('what only one of us changed is that; it does not matter who is me', () => {
    fc.assert(
      fc.property(text, text, text, (was, mine, theirs) => {
        expect(mergeLines(was, mine, was)).toBe(mine);
        expect(mergeLines(was, was, theirs)).toBe(theirs);
        expect(mergeLines(was, mine, theirs)).toBe(mergeLines(was, theirs, mine));
      }),
    );
  });
  test('no line that one of us added is lost where they go together', () => {
    fc.assert(
      fc.property(text, fc.nat(6), fc.nat(6), (was, mine, theirs) => {
        const withLine = (at: number, line: string) => was.split('\n').toSpliced(at, 0, line).join('\n');
        const merged = mergeLines(was, withLine(mine, 'MIN'), withLine(theirs, 'DERES'));
        if (merged !== null) expect(merged.split('\n')).toEqual(expect.arrayContaining(['MIN', 'DERES']));
      }),
    );
  });
});

describe('sections', () => {
  const section = (role: Section['role'], text: string, heading: string | null = null): Section => ({ role, heading, text });
  const base = [section('purpose', 'a', 'Formål'), section('finance', 'b'), section('text', 'c')];
  const merged = (mine: Section[], theirs: Section[]) => {
    const text = mergeSections(writeSections(base), writeSections(mine), writeSections(theirs));
    return text === null ? null : readSections(text);
  };
  test('two sections never stand in each other’s way, though their lines are neighbours', () => {
    expect(merged([section('purpose', 'mit', 'Formål'), base[1]!, base[2]!], [base[0]!, section('finance', 'deres'), base[2]!])).toEqual([
      section('purpose', 'mit', 'Formål'),
      section('finance', 'deres'),
      section('text', 'c'),
    ]);
  });
  test('a heading and its text go together; one added and one taken away as well', () => {
    expect(merged([section('purpose', 'a', 'Hensigt'), base[1]!, base[2]!], [section('purpose', 'nyt', 'Formål'), base[1]!, base[2]!])).toEqual([
      section('purpose', 'nyt', 'Hensigt'),
      base[1],
      base[2],
    ]);
    expect(merged([section('summary', 'kort'), ...base], [base[0]!, base[1]!])).toEqual([section('summary', 'kort'), base[0], base[1]]);
  });
  test('one that I changed and they took away is a clash; so is the same line', () => {
    expect(merged([base[0]!, section('finance', 'mit'), base[2]!], [base[0]!, base[2]!])).toBeNull();
    expect(merged([base[0]!, section('finance', 'mit'), base[2]!], [base[0]!, section('finance', 'deres'), base[2]!])).toBeNull();
  });
});

test('a clash in a text column is told with both texts; papers are never mixed line by line', () => {
  const texts = textColumnsOf('DagsordenPunkter');
  expect(() => mergeFields({ Sections: 'a' }, { Sections: 'mit' }, { Sections: 'deres' }, texts)).toThrowError(
    expect.objectContaining({ name: 'Conflict', fields: [{ field: 'Sections', mine: 'mit', theirs: 'deres' }] }),
  );
  expect(() => mergeFields({ Papers: '[\n1,\n2\n]' }, { Papers: '[\n0,\n2\n]' }, { Papers: '[\n1,\n3\n]' }, texts)).toThrow();
});
