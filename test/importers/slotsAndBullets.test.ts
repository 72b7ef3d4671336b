// Two levels of points, minutes in bullets, points that share a title: invented papers in notations real ones take.
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/importers/importText.ts';
import type { ImportedItem, ImportedPaper } from '../../src/importers/paper.ts';
import { lostLines } from './words.ts';

function read(text: string): ImportedPaper {
  const paper = importText(text);
  expect(lostLines(text, paper)).toEqual([]);
  return paper;
}

const points = (items: readonly ImportedItem[]) => items.map(({ number, title, start }) => [number, title, start]);

describe('programmes with numbered points', () => {
  it('keeps an agenda that goes on over several slots among the slots', () => {
    const paper = read(`Program for Fjordby Sejlforenings årsmøde
Lørdag den 6. marts 2027

09.30 – 10.00 Registrering og kaffe
10.00 – 12.00 Velkomst

1. Valg af dirigent
2. Bestyrelsens beretning

12.00 – 13.00 Frokost
13.00 – 15.00

3. Regnskab for 2026
4. Indkomne forslag
5. Valg af formand

15.00 – 15.30 Kaffe og opbrud
`);
    expect(paper.kind).toBe('programme');
    expect(points(paper.items)).toEqual([
      [null, 'Registrering og kaffe', '09:30'],
      [null, 'Velkomst', '10:00'],
      ['1', 'Valg af dirigent', null],
      ['2', 'Bestyrelsens beretning', null],
      [null, 'Frokost', '12:00'],
      ['3', 'Regnskab for 2026', '13:00'],
      ['4', 'Indkomne forslag', null],
      ['5', 'Valg af formand', null],
      [null, 'Kaffe og opbrud', '15:00'],
    ]);
    expect(paper.items[5]?.end).toBe('15:00');
  });

  it('reads labels with bullets under a time alone as points with sub-points', () => {
    const paper = read(`Program for Fjordby Landboforening
Lørdag den 7. marts 2027

09.00 – 09.30 Kaffe
09.30 – 10.00 Velkomst
10.00 – 11.30

Årsmøder:

- Mælk
- Planteavl

Temamøder:

- Unge i landbruget
- Fra mark til bord

11.30 – 12.30 Frokost
`);
    expect(points(paper.items)).toEqual([
      [null, 'Kaffe', '09:00'],
      [null, 'Velkomst', '09:30'],
      [null, 'Årsmøder', '10:00'],
      [null, 'Temamøder', null],
      [null, 'Frokost', '11:30'],
    ]);
    expect(paper.items[2]?.children.map(({ title }) => title)).toEqual(['Mælk', 'Planteavl']);
    expect(paper.items[3]?.children.map(({ title }) => title)).toEqual(['Unge i landbruget', 'Fra mark til bord']);
  });

  it('puts an agenda printed after the programme under the slot that is the meeting', () => {
    const paper = read(`Generalforsamling i Fjordby Roklub
Torsdag den 4. februar 2027 kl. 17.30

Program
Kl. 17.30 Fælles spisning
Kl. 18.15 Generalforsamling
Kl. 20.30 Kaffe og lagkage

Tilmelding til spisning senest den 1. februar.

Dagsorden for generalforsamlingen
1. Valg af dirigent
2. Formandens beretning
3. Regnskab
4. Kontingent
5. Eventuelt
`);
    expect(paper.kind).toBe('programme');
    expect(points(paper.items)).toEqual([
      [null, 'Fælles spisning', '17:30'],
      [null, 'Generalforsamling', '18:15'],
      [null, 'Kaffe og lagkage', '20:30'],
    ]);
    expect(points(paper.items[1]?.children ?? [])).toEqual([
      ['1', 'Valg af dirigent', null],
      ['2', 'Formandens beretning', null],
      ['3', 'Regnskab', null],
      ['4', 'Kontingent', null],
      ['5', 'Eventuelt', null],
    ]);
  });
});

describe('minutes in bullets', () => {
  it('reads a point from each bullet that opens with its subject', () => {
    const paper = read(`Referat af bestyrelsesmøde i Fjordby Idrætsforening den 6. oktober 2026

Til stede var Ulla, Poul og Mona.

 • Godkendelse af referat af mødet den 18.8.2026: Godkendt.
 • Badminton: opkrævning bliver sendt ud i oktober. Poul skriver til hjemmesiden.
 • Gymnastik: holdene starter op i uge 43.
 • Hal-2.etage-køkken:
 • Fester: der er bestilt musik til høstfesten.
 • Diverse:
`);
    expect(paper.kind).toBe('minutes');
    expect(paper.location).toBeNull();
    expect(paper.items.map(({ title }) => title)).toEqual([
      'Godkendelse af referat af mødet den 18.8.2026',
      'Badminton',
      'Gymnastik',
      'Hal-2.etage-køkken',
      'Fester',
      'Diverse',
    ]);
    expect(paper.items[0]?.decision).toBe('Godkendt');
    expect(paper.items[1]?.text).toContain('Poul skriver til hjemmesiden.');
  });

  it('leaves bullets that tell of the meeting itself to the head', () => {
    const paper = read(`Referat af møde i Fjordby Havnelaug

 • Dato: 6. oktober 2026
 • Sted: Havnekontoret
 • Nordmolen: arbejdet går i gang i maj.
 • Kranen: Rikke undersøger prisen.
 • Toiletter: der bliver gjort rent hver dag.
 • Skilte: nye skilte er bestilt.
`);
    expect(paper.date).toBe('2026-10-06');
    expect(paper.location).toBe('Havnekontoret');
    expect(paper.items.map(({ title }) => title)).toEqual(['Nordmolen', 'Kranen', 'Toiletter', 'Skilte']);
  });
});

describe('points that share a title', () => {
  it('keeps each closed point of the list', () => {
    const paper = read(`Dagsorden for Havneudvalget
Tirsdag den 4. maj 2027

PUNKTER

1. Endeligt regnskab for havnen
2. Godkendelse af budgetproces
3. Lukket punkt
4. Lukket punkt
5. Ny kran på nordmolen


1. Endeligt regnskab for havnen

BAGGRUND FOR SAGEN
Regnskabet er opgjort og viser et lille overskud.

2. Godkendelse af budgetproces

BAGGRUND FOR SAGEN
Processen er lagt.

5. Ny kran på nordmolen

BAGGRUND FOR SAGEN
Den gamle kran er slidt.
`);
    expect(paper.items.map(({ number, title, closed }) => [number, title, closed])).toEqual([
      ['1', 'Endeligt regnskab for havnen', false],
      ['2', 'Godkendelse af budgetproces', false],
      ['3', 'Lukket punkt', true],
      ['4', 'Lukket punkt', true],
      ['5', 'Ny kran på nordmolen', false],
    ]);
  });
});

describe('a paper in one paragraph', () => {
  it('finds points named and set off by a dash', () => {
    const paper = read(
      `Afdelingsmøde i Fjordby Boligforening Dato: 20. september 2026 Deltagere: Ulla, Mona og Poul Dagsorden: - Punkt 1. – Opfølgning efter sidste møde. Alle var enige om at holde en god stemning i afdelingen. - Punkt 2. – Fordeling af roller. Mona er tovholder for de fælles arrangementer, og Poul ser til pavillonen. - Punkt 3. forslag til arrangementer. Fælles rengøring med kaffe bagefter. - Punkt 4. Diverse Klager over andre beboere sendes til kontoret.`,
    );
    expect(paper.date).toBe('2026-09-20');
    expect(paper.items.map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Opfølgning efter sidste møde'],
      ['2', 'Fordeling af roller'],
      ['3', 'forslag til arrangementer'],
      ['4', 'Diverse'],
    ]);
    expect(paper.items[0]?.text.trim()).toMatch(/afdelingen\.$/);
  });
});
