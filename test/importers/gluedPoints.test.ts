// Points and labels whose number, title or value stands where it does not belong: glued, above, behind, in the line before.
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/importers/importText.ts';
import type { ImportedPaper } from '../../src/importers/paper.ts';
import { lostLines } from './words.ts';

function read(text: string): ImportedPaper {
  const paper = importText(text);
  expect(lostLines(text, paper)).toEqual([]);
  return paper;
}

const head = 'Referat af møde i Trafikrådet\nTirsdag den 3. marts 2026 kl. 16.00-18.00\n\n';
const points = (paper: ImportedPaper) => paper.items.map(({ number, title }) => [number, title]);
const three = [
  ['1', 'Godkendelse af dagsorden'],
  ['2', 'Ny bro ved åen'],
  ['3', 'Eventuelt'],
];

it.each([
  ['Indholdsfortegnelse1. Godkendelse af dagsorden'],
  ['Afbud: Mona Thuesen (er vi enige om dagen?). 1. Godkendelse af dagsorden'],
  ['Der er kaffe i lokalet. 1. Godkendelse af dagsorden'],
])('the first point in the line before: %s', (line) => {
  const paper = read(`${head}${line}\n\nGodkendt.\n\n2. Ny bro ved åen\n\nRådet vedtog den brede bro.\n\n3. Eventuelt\n\nIntet.\n`);
  expect(points(paper)).toEqual(three);
});

it('the first point told, glued to the last one listed', () => {
  const paper = read(
    `${head}1. Godkendelse af dagsorden\n2. Ny bro ved åen\n3. Eventuelt1. Godkendelse af dagsorden\n\nSagsfremstilling\nDagsordenen sendes ud otte dage før.\n\n` +
      'Beslutning\nDagsordenen blev godkendt.\n',
  );
  expect(points(paper)).toEqual(three);
  expect(paper.items[0]?.decision).toBe('Dagsordenen blev godkendt');
});

it('a contents list without stops before points with them', () => {
  const paper = read(
    `${head}Indhold:\n\n36 Godkendelse af dagsorden\n37 Ny bro ved åen\n38 Eventuelt\n\nMedlemmer:\nLene Vadgaard\nPoul Kringelholm\n\n` +
      '36. Godkendelse af dagsorden\n\nSagsfremstilling\nDagsordenen er sendt ud.\n\nBeslutning\nGodkendt.\n',
  );
  expect(points(paper)).toEqual(three.map(([, title], i) => [`${36 + i}`, title]));
  expect(paper.items[0]?.decision).toBe('Godkendt');
  expect(paper.participants).toEqual(['Lene Vadgaard', 'Poul Kringelholm']);
});

it.each([
  ['1 - Title', (i: number, title: string) => `${i} - ${title}`],
  ['Sag nr. 1 under its title', (i: number, title: string) => `${title}\nSag nr. ${i}\n`],
])('%s', (_, heading) => {
  const told = ['Indstilling:\nGodkendes.\n\nBeslutning\nGodkendt.', 'Beslutning\nRådet vedtog den brede bro.', 'Beslutning\nIntet.'];
  const paper = read(`${head}${three.map(([, title], i) => `${heading(i + 1, title ?? '')}\n${told[i] ?? ''}\n`).join('\n')}`);
  expect(points(paper)).toEqual(three);
  expect(paper.items[1]?.decision).toBe('Rådet vedtog den brede bro');
});

it('Pkt. 2 (name) over the title', () => {
  const paper = read(
    `${head}Pkt. 1\nGodkendelse af dagsorden\n\nGodkendt.\n\nPkt. 2 (Lene)\nNy bro ved åen\n\nRådet så tegningerne.\n\nPkt. 3\nEventuelt\n`,
  );
  expect(points(paper)).toEqual(three);
  expect(paper.items[1]?.presenters).toEqual(['Lene']);
});

describe('cells copied without a blank between them', () => {
  it('number, minutes and title', () => {
    // "15" is 1 and 5: words are not compared here.
    const paper = importText(
      `${head}Punkt 15 minGodkendelse af dagsorden\nGodkendt.\nPunkt 210 minNy bro ved åen\nRådet så tegningerne.\nPunkt 3120 minEventuelt\nIntet.\n`,
    );
    expect(points(paper)).toEqual(three);
    expect(paper.items.map(({ minutes }) => minutes)).toEqual([5, 10, 120]);
  });

  it('labels and their values', () => {
    const paper = read('Mandag d. 2. marts 2026, kl. 10:15\nMødestedRådssalen\nUdvalgFjordby Seniorråd\n\n1. Regnskab\n\n2. Eventuelt\n');
    expect(paper).toMatchObject({ location: 'Rådssalen', body: 'Fjordby Seniorråd', date: '2026-03-02', start: '10:15' });
  });

  it('times and titles', () => {
    const paper = read('Program for temadag den 3. marts 2026\n\n9.00-9.30Kaffe og brød\n9.30-10.15Havnen i dag\n10.15-11.00Havnen i morgen\n');
    expect(paper.items.map(({ start, end, title }) => [start, end, title])).toEqual([
      ['09:00', '09:30', 'Kaffe og brød'],
      ['09:30', '10:15', 'Havnen i dag'],
      ['10:15', '11:00', 'Havnen i morgen'],
    ]);
  });
});

it.each(['4.', '4', '4 ', '4 - '])('a point in another form between its neighbours: %s', (number) => {
  const title = number.endsWith(' ') ? `${number}Skilte ved skolen` : `${number}\nSkilte ved skolen`;
  const paper = read(
    `${head}1. Regnskab\nGodkendt.\n\n2. Ny bro\nVedtaget.\n\n3. Lys\nUdsat.\n\n${title}\nRådet så kortet.\n\n5. Eventuelt\nIntet.\n`,
  );
  expect(points(paper)).toEqual([
    ['1', 'Regnskab'],
    ['2', 'Ny bro'],
    ['3', 'Lys'],
    ['4', 'Skilte ved skolen'],
    ['5', 'Eventuelt'],
  ]);
});

it('points without headings begin where the sections begin anew', () => {
  const point = (summary: string, decision: string) =>
    `Resume\n\n${summary} Sagen har været i høring hos naboerne.\n\nIndstilling\n\nForvaltningen indstiller, at\n\n 1. Rådet godkender forslaget.\n 2. Sagen sendes videre.\n\nBeslutning\n\n${decision}\n\n`;
  const paper = read(
    `Referat\n\nTrafikrådet, tirsdag d. 3. marts 2026, kl. 16:00\n\n${point('Rådet skal godkende dagsordenen.', 'Godkendt.')}` +
      `${point('Vejen ved skolen foreslås lukket om morgenen.', 'Rådet vedtog forslaget.')}${point('Der mangler lys på stien.', 'Udsat.')}`,
  );
  expect(paper.items.map(({ number, title, decision }) => [number, title, decision])).toEqual([
    [null, 'Rådet skal godkende dagsordenen', 'Godkendt'],
    [null, 'Vejen ved skolen foreslås lukket om morgenen', 'Rådet vedtog forslaget'],
    [null, 'Der mangler lys på stien', 'Udsat'],
  ]);
  expect(paper.items[0]?.recommendation).toBe('Forvaltningen indstiller, at Rådet godkender forslaget');
});
