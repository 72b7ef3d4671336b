// Lists of people in looser forms: one a line with the state before or after, groups told by letters, absentees on the same line. All our own.
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/importers/importText.ts';
import type { ImportedPaper } from '../../src/importers/paper.ts';
import { lostLines } from './words.ts';

function read(text: string): ImportedPaper {
  const paper = importText(text);
  expect(lostLines(text, paper)).toEqual([]);
  return paper;
}

const head = 'Referat af møde i Strandrådet\nTirsdag den 3. marts 2026 kl. 16.00-18.00\n\n';
const points = '\n\n1. Godkendelse af dagsorden\nDagsordenen blev godkendt.\n\n2. Badebroen\nRådet vedtog den brede bro.\n';
const people = (list: string) => {
  const { chair, participants, apologies } = read(head + list + points);
  return { chair, participants, absent: apologies.map(({ name, substitute }) => (substitute === null ? name : `${name} (${substitute})`)) };
};

describe('one person a line', () => {
  it('with two officers on the first line, the state before or after, and pupils by their class', () => {
    const list = [
      'Palle Ebbesø, formand Karla Vindeby, næstformand',
      'Frank Havgaard, forældrerepræsentant',
      'Afbud Samira Elhøj, forældrerepræsentant',
      'Esben Rørmose, forældrerepræsentant, afbud',
      'Freja 7.B, elevrådsrepræsentant',
      'Torkil 9A, elevrådsrepræsentant, afbud',
      'Henny Damsbo, medlem, medarbejderrep. Afbud',
      'Poul Kringelholm, skoleleder',
    ];
    for (const between of ['\n', '\n\n'])
      expect(people(`Deltagere:\n\n${list.join(between)}`)).toEqual({
        chair: 'Palle Ebbesø',
        participants: ['Palle Ebbesø', 'Karla Vindeby', 'Frank Havgaard', 'Freja', 'Poul Kringelholm'],
        absent: ['Samira Elhøj', 'Esben Rørmose', 'Torkil', 'Henny Damsbo'],
      });
  });
});

describe('groups of people', () => {
  it('told by letters, with the absentees on the line of the last', () => {
    const list = 'Deltagere\n\nTAP: Karla Vindeby, Frank Havgaard\n\nSTU: Samira Elhøj\n\nLED: Rikke Vindum Afbud: Ph.d.-skoleleder Mona Thuesen';
    expect(people(list)).toMatchObject({
      participants: ['Karla Vindeby', 'Frank Havgaard', 'Samira Elhøj', 'Rikke Vindum'],
      absent: ['Mona Thuesen'],
    });
  });
});

describe('absence', () => {
  it('is told of a first name that no list knows, but not of an office', () => {
    const told = (name: string) => people(`Fremmødt er Karla, Frank og Poul. ${name} har meldt afbud.`);
    expect(told('Gutte')).toMatchObject({ participants: ['Karla', 'Frank', 'Poul'], absent: ['Gutte'] });
    for (const other of ['Formanden', 'Har']) expect(told(other).absent).toEqual([]);
  });

  it.each([
    ['a remark', 'Bemærkninger:\nAfbud fra Esben Rørmose stedfortræder Lise Nørreskov. Afbud fra Frank Havgaard suppleant: Samira Elhøj'],
    ['a list', 'Afbud: Esben Rørmose (Ø) stedfortræder Lise Nørreskov, Frank Havgaard suppleant er Samira Elhøj'],
  ])('names the stand-in right behind the absentee in %s', (_, list) => {
    expect(people(`Til stede: Karla Vindeby, Palle Ebbesø\n\n${list}`).absent).toEqual([
      'Esben Rørmose (Lise Nørreskov)',
      'Frank Havgaard (Samira Elhøj)',
    ]);
  });

  it('under a decision is not the decision', () => {
    const text = `${head}1. Badebroen\nBeslutning:\nAfbud fra Esben Rørmose stedfortræder Lise Nørreskov\n\nRådet vedtog den brede bro.\n\n2. Eventuelt\nIntet.\n`;
    expect(read(text).items[0]?.decision).toBe('Rådet vedtog den brede bro');
  });
});
