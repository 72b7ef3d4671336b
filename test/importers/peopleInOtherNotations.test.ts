// Who was there, who was not and why, who stood in, who chaired and who spoke: the forms Danish papers print it in.
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

type Absent = [name: string, note: string | null, substitute: string | null];
const absences = (paper: ImportedPaper): Absent[] => paper.apologies.map(({ name, note, substitute }) => [name, note, substitute]);

const palle = 'Palle Ebbesø';
const karla = 'Karla Vindeby';
const frank = 'Frank Havgaard';
const samira = 'Samira Elhøj';
const esben = 'Esben Rørmose';
const lise = 'Lise Nørreskov';

describe('a list of those present', () => {
  it.each<[string, string, string[], Absent[]]>([
    [
      'one a line with a blank line between, the state after the office',
      `Deltagere:\n\n${palle} (C), Formand\n\n${karla} (A), Næstformand- afbud\n\n${frank} (V)\n\n${esben} (Ø) - afbud`,
      [palle, frank],
      [
        [karla, null, null],
        [esben, null, null],
      ],
    ],
    [
      'without a label, with initials',
      `${palle} – PE\n${karla} – KV\n${frank} – FH (afbud)\n${esben} – ER`,
      [palle, karla, esben],
      [[frank, null, null]],
    ],
    [
      'without a label, with parties',
      `${palle} (C) - formand\n${karla} (A)\n${frank} (V)\n${samira} (A) - afbud pga. rejse`,
      [palle, karla, frank],
      [[samira, 'rejse', null]],
    ],
    [
      'in two paragraphs, the second from the administration',
      `Deltagere\n\n${palle}, ${karla} og ${frank}\n\nFra Havneforvaltningen: Rikke Vindum, Mona Thuesen\n\nAfbud\n\n${esben}`,
      [palle, karla, frank, 'Rikke Vindum', 'Mona Thuesen'],
      [[esben, null, null]],
    ],
    [
      'in columns run together, with organisations',
      `Medlemmer:\n\n${karla} DH ${samira} DH\n${frank} Esben S. Rørmose\nHenny K. Damsbo Dorthe Kornmark DH\n\nFraværende:\n${frank}`,
      [karla, samira, 'Esben S. Rørmose', 'Henny K. Damsbo', 'Dorthe Kornmark'],
      [[frank, null, null]],
    ],
    [
      'with clauses after the names',
      `Tilstede: ${palle} (Rideklubben), ${karla} (Fjordby Kommune) for ${samira}, ${esben} (Kyst) deltog i punkterne 1-2 og 4, Mona Thuesen (praktikant) samt ${lise}.\n\nIkke tilstede: ${frank} (Kyst), ${samira} (Fjordby Kommune)`,
      [palle, karla, esben, 'Mona Thuesen', lise],
      [
        [frank, null, null],
        [samira, null, karla],
      ],
    ],
    [
      'of two groups, each with its verb',
      `Fra rådet deltog: ${palle} (formand), ${karla} og ${frank}.\nEndvidere deltog: Rikke Vindum.`,
      [palle, karla, frank, 'Rikke Vindum'],
      [],
    ],
    [
      'with shortened names, a whole meeting and guests of one point',
      `Fra rådet deltog: ${palle} (formand), Karla Chr. Vindeby, C.C. Havgaard og ${samira}.\nEndvidere deltog: havnechef Torkil Bækhøj og sekretariatschef Mona Thuesen i hele mødet. Revisor ${lise} samt økonomichef Rikke Vindum deltog i behandlingen af punkt 2.`,
      [palle, 'Karla Chr. Vindeby', 'C.C. Havgaard', samira, 'Torkil Bækhøj', 'Mona Thuesen'],
      [],
    ],
    [
      'run together on one line, another column behind',
      `På rådsmødet deltog: ${palle} (Formand) Karla K. Vindeby ${frank} Henrik Strand-Holm Valgt af kommunen Dansk Fuglelaug\nFra Kysten deltog: Mona Thuesen Per Gyvelbo (under pkt. 4) Rikke Vindum (referent)`,
      [palle, 'Karla K. Vindeby', frank, 'Henrik Strand-Holm', 'Mona Thuesen', 'Rikke Vindum'],
      [],
    ],
    [
      'under the body itself',
      `Udvalget: ${palle}, ${karla}\nAdministrationen: Rikke Vindum, Mona Thuesen`,
      [palle, karla, 'Rikke Vindum', 'Mona Thuesen'],
      [],
    ],
    [
      'with two commas a line',
      `Medlemmer\n${palle}, Fjordby Sejlklub, formand\n${karla}, Fjordby Roklub\n${frank}, Fjordby Havn`,
      [palle, karla, frank],
      [],
    ],
    ['in a sentence', `I mødet deltog ${palle}, ${karla} og ${frank}.\n${samira} var fraværende.`, [palle, karla, frank], [[samira, null, null]]],
    ['in brackets of a sentence', `Til stede var 31 medlemmer, heraf 3 fra bestyrelsen (${palle}, ${karla} og ${frank}).`, [palle, karla, frank], []],
    ['on top of the members', `Rådets medlemmer:\n${palle}\n${karla}\n\nØvrige deltagere:\nRikke Vindum`, [palle, karla, 'Rikke Vindum'], []],
  ])('%s', (_, list, present, absent) => {
    const paper = read(head + list + points);
    expect(paper.participants).toEqual(present);
    expect(absences(paper)).toEqual(absent);
    expect(paper.items.map(({ title }) => title)).toEqual(['Godkendelse af dagsorden', 'Badebroen']);
  });

  it('names the chair after the name', () => {
    expect(read(`${head}Deltagere:\n\n${palle} (C), Formand\n\n${karla} (A), Næstformand\n\n${frank} (V)${points}`).chair).toBe(palle);
  });

  it('is not the speakers of a programme', () => {
    const paper = read(
      `Program for temadag 3. marts 2026\n\n${palle}, fyrmester\n${karla}, lods\n${frank}, dykker\n\n10.00 Velkomst\n10.15 Havet\n11.00 Slut\n`,
    );
    expect(paper.participants).toEqual([]);
  });
});

describe('those absent', () => {
  it.each<[string, string, Absent[]]>([
    [
      'in groups',
      `Fraværende:\nForældrevalgte: Afbud fra ${esben}.\nElevrepræsentanter: ${samira}, ${frank} (ferie).`,
      [
        [esben, null, null],
        [samira, null, null],
        [frank, 'ferie', null],
      ],
    ],
    [
      'with parts of the meeting and organisations for a remark',
      `Fraværende:\n${samira} (A), sag 41-47\n${frank} (Fjordby Cyklistforbund)\n${esben} (Kursus)`,
      [
        [samira, null, null],
        [frank, null, null],
        [esben, 'Kursus', null],
      ],
    ],
    [
      'with somebody instead of one of them',
      `Afbud fra: ${samira} og ${esben}, i stedet for ${samira} deltog ${lise}.`,
      [
        [samira, null, lise],
        [esben, null, null],
      ],
    ],
    ['replaced by another', `Afbud: ${samira}, erstattet af ${lise}`, [[samira, null, lise]]],
  ])('%s', (_, list, absent) => {
    expect(absences(read(head + list + points))).toEqual(absent);
  });

  it.each<[string, string, string[], Absent[]]>([
    [
      'as a point with the names in its heading',
      `1. Fraværende: ${esben}\n\n2. Badebroen\nRådet vedtog den brede bro.\n`,
      ['Fraværende', 'Badebroen'],
      [[esben, null, null]],
    ],
    [
      'as a point with the names below',
      `1. Afbud\n${samira} og ${esben}.\n\n2. Badebroen\nRådet vedtog den brede bro.\n`,
      ['Afbud', 'Badebroen'],
      [
        [samira, null, null],
        [esben, null, null],
      ],
    ],
    [
      'in prose as the meeting is opened, with what hindered them',
      `1. Velkomst\nFormanden bød velkommen til ${karla} (Havnen), der mødte som suppleant for ${samira}. Der forelå afbud fra næstformand ${esben} grundet en tidligere aftale, ${frank} (Molen), der i sidste øjeblik blev forhindret grundet lokale- og båndproblemer samt ${lise} på grund af sygdom.\n\n2. Badebroen\nRådet vedtog den brede bro.\n`,
      ['Velkomst', 'Badebroen'],
      [
        [esben, 'en tidligere aftale', null],
        [frank, 'lokale- og båndproblemer', null],
        [lise, 'sygdom', null],
        [samira, null, karla],
      ],
    ],
    [
      'with a stand-in called by a later point',
      `1. Afbud\nDer er afbud fra ${samira}.\n\n2. Indkaldelse af stedfortræder\n1. stedfortræder på listen, ${lise}, indkaldes som følge af afbud fra ${samira}.\n\n3. Badebroen\nRådet vedtog den brede bro.\n`,
      ['Afbud', 'Indkaldelse af stedfortræder', 'Badebroen'],
      [[samira, null, lise]],
    ],
  ])('%s', (_, text, titles, absent) => {
    const paper = read(head + text);
    expect(paper.items.map(({ title }) => title)).toEqual(titles);
    expect(absences(paper)).toEqual(absent);
  });

  it.each([
    [`${karla} ankommer klokken 9.30.\n\nAfbud fra: ${samira} og ${frank}.\n\nRådet besluttede at godkende den.`, 'Rådet besluttede at godkende den'],
    [`Ikke til stede: ${karla} (A)\n\nGodkendt.`, 'Godkendt'],
    [`Fraværende: ${karla} (A)\nGodkendt.`, 'Godkendt'],
    [`Deltog ikke: ${karla}.\n\nGodkendt.`, 'Godkendt'],
    [`${karla} var inhabil og deltog ikke i behandlingen. Udsat.`, 'Udsat'],
    [`Godkendt.\n\n${karla} var fraværende.`, 'Godkendt'],
  ])('told under Beslutning are no decision: %s', (said, decision) => {
    const paper = read(`${head}1. Dagsorden\n\nBeslutning\n\n${said}\n\n2. Badebroen\n\nBeslutning\n\nGodkendt.\n`);
    expect(paper.items[0]?.decision).toBe(decision);
  });
});

describe('who chairs', () => {
  it.each([
    ['1. Karla fra nr. 12 blev valgt som dirigent\n', 'Karla'],
    [`1. Valg af dirigent\nBestyrelsen foreslog ${karla}, Fjordby Sejlklub.\nValgt med applaus.\n`, karla],
    [`1. Valg af dirigent\nBestyrelsen foreslog ${karla} som dirigent og hun blev valgt.\n`, karla],
    [`1. Valg af ordstyrer\nForsamlingen pegede på ${karla}, som blev valgt.\n`, karla],
    [`1. Velkomst\n${karla} påtog sig hvervet som dirigent.\n`, karla],
  ])('%s', (first, chair) => {
    expect(
      read(`Referat af generalforsamling i Grundejerforeningen Mågen 3. marts 2026\n\n${first}\n2. Beretning\nBeretningen blev godkendt.\n`).chair,
    ).toBe(chair);
  });

  it('is not told by a board being constituted', () => {
    const paper = read(
      `${head}Konstituering:\n\nFormand: ${palle}\nNæstformand: ${karla}\nKasserer: ${frank}\n\n1. Badebroen\nRådet vedtog den brede bro.\n`,
    );
    expect(paper.chair).toBeNull();
  });
});

describe('who speaks', () => {
  it.each<[string, string, string[]]>([
    [`(${karla})\n\nNyt fra havnen`, 'Nyt fra havnen', [karla]],
    [`Nyt fra havnen, ${karla}:`, 'Nyt fra havnen', [karla]],
    [`Regnskab, ${karla} og ${frank}:`, 'Regnskab', [karla, frank]],
    ['Oplæg v/ Fjordby Havn: styring af den nye mole', 'styring af den nye mole', ['Fjordby Havn']],
    [`Badevand, v/ ${palle} (Friluftsrådet) og Skarvad (lods)`, 'Badevand', [palle, 'Skarvad']],
    [`Valg af revisor (bestyrelsen indstiller genvalg af ${karla})`, `Valg af revisor (bestyrelsen indstiller genvalg af ${karla})`, []],
    [`Ensomhed\nOplæg v. ${karla} og ${frank} (30 min)`, 'Ensomhed', [karla, frank]],
  ])('%s', (heading, title, presenters) => {
    const paper = read(`${head}1. ${heading}\nRådet talte om det.\n\n2. Badebroen\nRådet vedtog den brede bro.\n`);
    expect(paper.items[0]?.title).toBe(title);
    expect(paper.items[0]?.presenters).toEqual(presenters);
  });

  it('in a sentence behind the title of a slot', () => {
    const paper = read(
      `Program for temadag 3. marts 2026\n\n10.00: Havet er stort. Hvorfor og for hvem. ${palle}, fyrmester\n10.30: Livet på molen. Teamleder ${karla} fortæller om vinteren.\n11.00: Frokost\n`,
    );
    expect(paper.items.map(({ title, presenters }) => [title, presenters])).toEqual([
      ['Havet er stort', [palle]],
      ['Livet på molen', [karla]],
      ['Frokost', []],
    ]);
  });
});
