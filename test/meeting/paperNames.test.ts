import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAboutName, MOST_PAPER_BYTES, numberedName, paperFolder, paperProblem, takenName, titleOfName } from '../../src/meeting/paperNames.ts';

const problemOf = (name: string, size = 10) => paperProblem({ name, size });

describe('names that SharePoint refuses', () => {
  test.each([
    ['Bilag 1: budget.pdf', 'signs'],
    ['a/b.docx', 'signs'],
    ['hvad?.pdf', 'signs'],
    [' Bilag.pdf', 'ends'],
    ['Bilag.', 'ends'],
    ['CON', 'reserved'],
    ['com1.pdf', 'reserved'],
    ['.lock', 'reserved'],
    ['desktop.ini', 'reserved'],
    ['~$Bilag.docx', 'reserved'],
    ['a_vti_b.pdf', 'reserved'],
    ['side.aspx', 'kind'],
    [`${'a'.repeat(300)}.pdf`, 'tooLong'],
    ['', 'empty'],
  ])('%s: %s', (name, problem) => expect(problemOf(name)).toBe(problem));

  test('what a Danish secretary calls papers is taken as it is', () => {
    for (const name of ['Bilag 1 – Budget 2027 (udkast) æøå.pdf', 'Økonomi & drift #3 50%.xlsx', "Kommunens 'plan'.docx", 'uden ending']) {
      expect(problemOf(name)).toBeNull();
      expect(takenName(name)).toBe(name);
    }
  });

  test('a file over the limit is told by its size', () => expect(problemOf('a.pdf', MOST_PAPER_BYTES + 1)).toBe('tooLarge'));

  test('whatever it is called, the nearest name is taken, and so are those numbered after it', () => {
    const signs = fc.constantFrom(...'ab æ.:*?"<>|/\\~$_vti_\u0007CON1 ');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(signs, { maxLength: 260 }).map((each) => each.join('')),
        ),
        fc.integer({ min: 1, max: 99 }),
        (name, number) => {
          const near = takenName(name);
          const problem = problemOf(near);
          expect(problem === null || !isAboutName(problem)).toBe(true);
          expect(takenName(near)).toBe(near);
          expect(/["*:<>?/\\|]/.test(numberedName(near, number))).toBe(false);
          expect(problemOf(paperFolder('2026-11-30', name))).not.toBe('signs');
        },
      ),
    );
  });

  test('a title is the name without its ending', () => {
    expect(titleOfName('Bilag 1.b.pdf')).toBe('Bilag 1.b');
    expect(titleOfName('.pdf')).toBe('.pdf');
  });
});
