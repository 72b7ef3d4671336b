// Papers that lost their line breaks: pages of a PDF or pasted text on one line.
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/importers/importText.ts';
import type { ImportedPaper } from '../../src/importers/paper.ts';
import { lostLines } from './words.ts';

function read(text: string): ImportedPaper {
  const paper = importText(text);
  expect(lostLines(text, paper)).toEqual([]);
  return paper;
}

const points = (paper: ImportedPaper) => paper.items.map(({ number, title }) => [number, title]);

describe('a whole paper on one line', () => {
  const header =
    'REFERAT Emne: Møde i Fjordby Museumsråd Dato og tidspunkt: Tirsdag den 3. marts 2026, kl. 16 Sted: Rådhuset, lokale 2 Referent: Ulla Skarvad';
  const present = 'Fra rådet deltog: Lene Vadgaard, Poul Kringelholm og Rikke Vindum Afbud: Mona Thuesen';
  const list = ['Godkendelse af dagsorden', 'Nyt magasin på havnen', 'Åbningstider i sommerferien', 'Eventuelt'];

  it.each<[string, (i: number) => string]>([
    ['1. Title', (i) => `${i + 1}. `],
    ['1) Title', (i) => `${i + 1}) `],
    ['Punkt 1: Title', (i) => `Punkt ${i + 1}: `],
  ])('%s', (_, before) => {
    const paper = read(`${header} ${present} Dagsorden: ${list.map((title, i) => `${before(i)}${title}`).join(' ')}\n`);
    expect(points(paper)).toEqual(list.map((title, i) => [`${i + 1}`, title]));
    expect(paper).toMatchObject({ date: '2026-03-03', start: '16:00', location: 'Rådhuset, lokale 2', title: 'Møde i Fjordby Museumsråd' });
    expect(paper.participants).toEqual(['Lene Vadgaard', 'Poul Kringelholm', 'Rikke Vindum']);
    expect(paper.apologies.map(({ name }) => name)).toEqual(['Mona Thuesen']);
  });

  it('goes on over pages, with answers to the points', () => {
    const paper = read(
      `Transkript\n\n1 ${header} Dagsorden: 1. ${list[0] ?? ''} 2. ${list[1] ?? ''}\n\n` +
        `2 3. ${list[2] ?? ''} 4. ${list[3] ?? ''} Ad 1. ${list[0] ?? ''} Dagsordenen blev godkendt. ` +
        `Ad 2. ${list[1] ?? ''} Rådet besluttede at leje den gamle pakhal, og at Rikke Vindum forhandler med havnen om lejen.\n`,
    );
    expect(points(paper)).toEqual(list.map((title, i) => [`${i + 1}`, title]));
    expect(paper.items[0]?.decision).toBe('Dagsordenen blev godkendt');
    expect(paper.noise.map(({ text }) => text)).toEqual(expect.arrayContaining(['1', '2']));
  });

  it('keeps times, letters and types of the points', () => {
    const paper = read(
      'Mødet holdes tirsdag den 3. marts 2026 i Havnehuset med følgende dagsorden: 1. Drift kl. 17:15 18:30 a. Nye lamper på kajen (B) b. Renhold (O) ' +
        '2. Økonomi kl. 18:30 18:50 a. Regnskab (O) b. Budget (B) 3. Eventuelt Punkterne er mærket (B) beslutning eller (O) orientering.\n',
    );
    expect(paper.items.map(({ number, title, start, end }) => [number, title, start, end])).toEqual([
      ['1', 'Drift', '17:15', '18:30'],
      ['2', 'Økonomi', '18:30', '18:50'],
      ['3', 'Eventuelt', null, null],
    ]);
    expect(paper.items[0]?.children.map(({ number, title, type }) => [number, title, type])).toEqual([
      ['a', 'Nye lamper på kajen', 'decision'],
      ['b', 'Renhold', 'information'],
    ]);
    expect(paper.location).toBe('Havnehuset');
  });

  it('tells a title from the sentence that ran into it', () => {
    const paper = read(
      `${header} ${present} Dagsorden 1. Budget 2027 Rikke Vindum gennemgik hovedtallene. Rådet vedtog forslaget. ` +
        '2. Nyt magasin Formanden orienterede om planerne. 3. Eventuelt Intet.\n',
    );
    expect(points(paper)).toEqual([
      ['1', 'Budget 2027'],
      ['2', 'Nyt magasin'],
      ['3', 'Eventuelt'],
    ]);
    expect(paper.items[0]?.decision).toBe('Rådet vedtog forslaget');
  });

  it('tells the sections of a point by their words', () => {
    const paper = read(
      `${header} ${present} 1. Nyt magasin Resume Magasinet er fyldt. Sagsfremstilling Der er plads i pakhallen. Beslutning i Fjordby Museumsråd den 03-03-2026 ` +
        'Rådet vedtog forslaget. 2. Åbningstider Resume Der kommer flere gæster om aftenen. Beslutning i Fjordby Museumsråd den 03-03-2026 Udsat. 3. Eventuelt\n',
    );
    expect(paper.items.map(({ number, title, decision }) => [number, title, decision])).toEqual([
      ['1', 'Nyt magasin', 'Rådet vedtog forslaget'],
      ['2', 'Åbningstider', 'Udsat'],
      ['3', 'Eventuelt', null],
    ]);
  });

  it('tells the slots of a programme by times that rise', () => {
    const paper = read(
      'Temadag om havnen Tirsdag den 3. marts 2026 kl. 9.00-15.00 Rådhuset, lokale 2 Kl. 9.00-9.30 Kaffe og brød Kl. 9.30-10.15 Havnen i dag v/ Lene Vadgaard ' +
        'Kl. 10.15-12.00 Gruppearbejde om havnens brug Kl. 12.00-13.00 Frokost Kl. 13.00-15.00 Havnen i morgen v/ Poul Kringelholm\n',
    );
    expect(paper.items.map(({ start, end, title }) => [start, end, title])).toEqual([
      ['09:00', '09:30', 'Kaffe og brød'],
      ['09:30', '10:15', 'Havnen i dag'],
      ['10:15', '12:00', 'Gruppearbejde om havnens brug'],
      ['12:00', '13:00', 'Frokost'],
      ['13:00', '15:00', 'Havnen i morgen'],
    ]);
  });

  it('counts cases from any number', () => {
    const paper = read(
      `${header} ${present} SAG NR. 96 Godkendelse af dagsorden Godkendt. SAG NR. 97 Nyt magasin på havnen Vedtaget. SAG NR. 98 Åbningstider i sommerferien Udsat.\n`,
    );
    expect(paper.items.map(({ number }) => number)).toEqual(['96', '97', '98']);
  });

  it('leaves numbered sentences inside a point of an ordinary paper alone', () => {
    const paper = read(
      'Referat af møde i Trafikrådet den 3. marts 2026\n\n1. Godkendelse af dagsorden\nGodkendt.\n\n2. Ny bro\n' +
        'Der er tre muligheder. 1. Den brede bro i træ, som koster mest. 2. Den smalle bro i stål, som holder længst. 3. En færge, som kan sejle hele året, ' +
        'når isen ikke ligger for tykt i havnen.\n\n3. Eventuelt\nIntet.\n',
    );
    expect(points(paper)).toEqual([
      ['1', 'Godkendelse af dagsorden'],
      ['2', 'Ny bro'],
      ['3', 'Eventuelt'],
    ]);
    expect(paper.items[1]?.children).toEqual([]);
  });
});

it('a list in the sentence that announces it', () => {
  const paper = read(
    'Indkaldelse til generalforsamling\n\nFjordby Roklub holder generalforsamling torsdag den 12. marts 2026 kl. 19.00 i klubhuset med følgende dagsorden: ' +
      '1. Valg af dirigent. 2. Formandens beretning. 3. Regnskab. 4. Eventuelt.\n\nForslag skal være formanden i hænde senest otte dage før.\n',
  );
  expect(points(paper)).toEqual([
    ['1', 'Valg af dirigent'],
    ['2', 'Formandens beretning'],
    ['3', 'Regnskab'],
    ['4', 'Eventuelt'],
  ]);
  expect(paper.location).toBe('klubhuset');
});

it('several labels on one line of the head', () => {
  const paper = read(
    'Bestyrelsesmøde\n\nDato: 3. marts 2026 Tid: kl. 19.00-21.00 Sted: Klubhuset\nTil stede: Lene Vadgaard, Poul Kringelholm Afbud: Mona Thuesen\n\n1. Regnskab\n2. Eventuelt\n',
  );
  expect(paper).toMatchObject({ date: '2026-03-03', start: '19:00', end: '21:00', location: 'Klubhuset' });
  expect(paper.participants).toEqual(['Lene Vadgaard', 'Poul Kringelholm']);
  expect(paper.apologies.map(({ name }) => name)).toEqual(['Mona Thuesen']);
});
