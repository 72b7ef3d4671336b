// Which numbers are the points where a paper counts more than its points, and what became of each.
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/importers/importText.ts';
import type { ImportedItem, ImportedPaper } from '../../src/importers/paper.ts';
import { lostLines } from './words.ts';

function read(text: string): ImportedPaper {
  const paper = importText(text);
  expect(lostLines(text, paper)).toEqual([]);
  return paper;
}

const points = (items: readonly ImportedItem[]) => items.map(({ number, title }) => [number, title]);

describe('numbers that are no points', () => {
  const outer = ['Godkendelse af dagsorden', 'Orientering fra direktionen', 'Ny bro ved åen', 'Valg til havneudvalget'];
  const numbered = outer.map((title, i) => [`${i + 1}`, title]);

  it('a list printed further in under a point, begun anew, holds its sub-points', () => {
    const paper = read(
      `Dagsorden for Havnerådet 3. marts 2026\n\n 1. ${outer[0]}\n\n 2. ${outer[1]}\n\n  1. Status på kajen\n  2. Ny kran\n  3. Lystbådene\n 3. ${outer[2]}\n\n 4. ${outer[3]}\n`,
    );
    expect(points(paper.items)).toEqual(numbered);
    expect(points(paper.items[1]?.children ?? [])).toEqual([
      ['1', 'Status på kajen'],
      ['2', 'Ny kran'],
      ['3', 'Lystbådene'],
    ]);
  });

  it('sentences in a list under the last point take nothing from the points', () => {
    const list = outer.map((title, i) => ` ${i + 1}. ${title}`).join('\n');
    const paper = read(
      `Dagsorden for Havnerådet 3. marts 2026\n\n${list}\n  1. Udvalget består af tre medlemmer.\n  2. To af dem er på valg.\n  3. Rådet vælger selv sin formand.\n  4. Suppleanten er ikke på valg.\n`,
    );
    expect(points(paper.items)).toEqual(numbered);
  });

  it('links to what belongs to a point name its number only', () => {
    const paper = read(
      `Dagsorden for Havnerådet 3. marts 2026\n\n${outer.map((title, i) => `${i + 1}. ${title}\nPunkt ${i + 1}. Sagsfremstilling / Punkt ${i + 1}, bilag 1\n`).join('\n')}`,
    );
    expect(points(paper.items)).toEqual(numbered);
  });

  it('"Ad 1" inside a point answers the list of its recommendation', () => {
    const paper = read(
      `Referat af møde i Havnerådet 3. marts 2026\n\n41. ${outer[2]}\n\nIndstilling\nForvaltningen indstiller, at\n1. broen bygges\n2. broen males\n\nTeknikudvalget, 2. februar 2026:\nAd 1\nAnbefales.\nAd 2\nAnbefales ikke.\n\nBeslutning\nRådet vedtog den brede bro.\n\n42. ${outer[3]}\n\nBeslutning\nUdsat.\n`,
    );
    expect(points(paper.items)).toEqual([
      ['41', outer[2]],
      ['42', outer[3]],
    ]);
    expect(paper.items.map(({ decision }) => decision)).toEqual(['Rådet vedtog den brede bro', 'Udsat']);
  });
});

describe('lists led in by a colon', () => {
  it('at the same margin take no number from the points', () => {
    const paper = read(
      'Referat fra møde i Havnerådet 3. marts 2026\n\n1. Godkendelse af dagsorden\nGodkendt.\n2. Nye opgaver\nRådet drøftede opgaverne:\n1. Maling af kajen\n2. Smøring af kranen\n3. Skilte\nDet blev besluttet at begynde med kajen.\n3. Havnefest\nFesten holdes i juni.\n4. Eventuelt\nIntet.\n',
    );
    expect(paper.items.map(({ title }) => title)).toEqual(['Godkendelse af dagsorden', 'Nye opgaver', 'Havnefest', 'Eventuelt']);
  });
});

describe('a list first and the points after it', () => {
  it('with page numbers in a column, going on from earlier meetings', () => {
    const paper = read(
      'Havneudvalget\nBeslutningsprotokol\n\nDato: 10.03.2026\n\nIndholdsfortegnelse\n                                        Side\n47. Godkendelse af dagsorden               3\n48. Ny kaj                                 4\n49. Ny kran                                6\n\n47. Godkendelse af dagsorden\n\nHavneudvalget, 10. marts 2026, pkt. 47:\nGodkendt.\n\n48. Ny kaj\n\nSagsfremstilling\nKajen er gammel.\n\nØkonomiudvalget, 3. februar 2026, pkt. 12:\nAnbefales.\n\nHavneudvalget, 10. marts 2026, pkt. 48:\nKajen bygges i 2027.\n',
    );
    expect(paper.items.map(({ number, title, decision }) => [number, title, decision])).toEqual([
      ['47', 'Godkendelse af dagsorden', 'Godkendt'],
      ['48', 'Ny kaj', 'Kajen bygges i 2027'],
      ['49', 'Ny kran', null],
    ]);
  });

  it('two listed points of one title stay two', () => {
    const paper = read(
      'Referat af møde i Havneudvalget 3. marts 2026\n\n1. Ny kaj\n2. Eventuelt\n3. LUKKET PUNKT - Eventuelt\n\n1. Ny kaj\n\nKajen blev godkendt.\n',
    );
    expect(paper.items.map(({ number, title, closed }) => [number, title, closed])).toEqual([
      ['1', 'Ny kaj', false],
      ['2', 'Eventuelt', false],
      ['3', 'Eventuelt', true],
    ]);
  });

  it('finds the only point told, in another notation', () => {
    const paper = read(
      'Havnerådet\n\nTirsdag den 3. marts 2026\n\nIndhold\n71 Høring om ny kaj\n72 Ny kran\n73 Takster for både\n\nGodkendelse af dagsorden:\nGodkendt\n\nFraværende:\nPalle Ebbesø\n\n71. Høring om ny kaj\n\nSagsfremstilling\nHavnerådet skal svare på høringen.\n\nBeslutning\nRådet støtter forslaget.\n',
    );
    expect(points(paper.items)).toEqual([
      ['71', 'Høring om ny kaj'],
      ['72', 'Ny kran'],
      ['73', 'Takster for både'],
    ]);
    expect([paper.kind, paper.items[0]?.decision]).toEqual(['minutes', 'Rådet støtter forslaget']);
    expect(paper.apologies.map(({ name }) => name)).toEqual(['Palle Ebbesø']);
  });
});

describe('a paper is minutes', () => {
  it.each<[string, string]>([
    [
      'where "Dagsorden:" only names the list of points',
      'Referat fra møde i Havnerådet 3. marts 2026\n\nDagsorden:\n\n1. Ny kaj\n\nRådet er enige om, at kajen skal være bred.\n\n2. Eventuelt\n\nIntet.\n',
    ],
    [
      'where Beslutning has a text, though no word says Referat',
      'Havnerådet 3. marts 2026\n\nPkt. 1. Ny kaj\n\nIndstilling:\nTil godkendelse.\n\nBeslutning:\nGodkendt.\n\nPkt. 2. Ny kran\n\nBeslutning:\nOle og Bente deltager.\n',
    ],
    ['where points stand with an outcome alone', 'Møde i Havnerådet 3. marts 2026\n\nPkt. 1. Ny kaj\n\nUdsættes\n\nPkt. 2. Ny kran\n\nUdgår\n'],
  ])('%s', (_, text) => {
    const paper = read(text);
    expect(paper.kind).toBe('minutes');
    expect(paper.items[0]?.decision).not.toBeNull();
  });

  it('not where decisions are still to be written, or quoted', () => {
    const empty = read('Dagsorden for Havnerådet 3. marts 2026\n\n1. Ny kaj\n\nBeslutning:\n\n2. Ny kran\n\nBeslutning:\n-\n\n3. Eventuelt\n');
    expect([empty.kind, empty.items.map(({ decision }) => decision)]).toEqual(['agenda', [null, null, null]]);
  });
});

describe('times on lines of their own', () => {
  it('belong to the point above where the first point has its time under it', () => {
    const paper = read(
      'Referat 3. marts 2026\n\nPkt. 1\n\nGodkendelse af dagsorden\n\nKl. 18.30-18.35\n\nBeslutning\n\nPkt. 2\n\nNy kaj\n\nKl. 18.35-18.50\n\nOrientering og drøftelse\n\nUdsættes\n\nPAUSE\n\nKl. 18.50-19.00\n\nPkt. 3\n\nEventuelt\n\n19.00-19.10\n\nUdgår\n',
    );
    expect(paper.items.map(({ title, start, end, type }) => [title, start, end, type])).toEqual([
      ['Godkendelse af dagsorden', '18:30', '18:35', 'decision'],
      ['Ny kaj', '18:35', '18:50', 'information'],
      ['PAUSE', '18:50', '19:00', 'break'],
      ['Eventuelt', '19:00', '19:10', null],
    ]);
    expect(paper.items[1]?.decision).toBe('Udsættes');
  });

  it('are the meeting’s where only the first point has one over it', () => {
    const paper = read(
      'Referat af møde i Havnerådet 3. marts 2026\n\nKl. 18.00 – 20.30\n\n1. Ny kaj\n\nKajen blev godkendt.\n\n2. Ny kran\n\nUdsat.\n',
    );
    expect([paper.start, paper.end, paper.items[0]?.start]).toEqual(['18:00', '20:30', null]);
  });

  it('belong to the point below where they stand over each', () => {
    const paper = read(
      'Dagsorden for Havnerådet 3. marts 2026\n\nKl. 9.00-9.20\n1. Ny kaj\nVi ser på kajen.\n\nKl. 9.20-9.40\n2. Ny kran\nVi ser på kranen.\n',
    );
    expect(paper.items.map(({ title, start }) => [title, start])).toEqual([
      ['Ny kaj', '09:00'],
      ['Ny kran', '09:20'],
    ]);
  });
});

describe('what became of a point on its heading’s line', () => {
  it('stands behind a standing heading with no sign between', () => {
    const paper = read(
      'Referat af møde i Havnerådet 3. marts 2026\n\n1. Valg af mødeleder: Lene valgt.\n\n2. Valg af referent PK valgt.\n\n3. Godkendelse af dagsorden Ingen bemærkninger.\n\n4. Havnefest Boderne bliver bestilt i maj.\n\n5. Nyt fra Fjordby Havn\nDer er kommet en kran.\n\n6. Evt. Der er lys i kontoret.\n',
    );
    expect(paper.items.map(({ title, decision }) => [title, decision])).toEqual([
      ['Valg af mødeleder', 'Lene valgt'],
      ['Valg af referent', 'PK valgt'],
      ['Godkendelse af dagsorden', null],
      ['Havnefest', null],
      ['Nyt fra Fjordby Havn', null],
      ['Evt', null],
    ]);
  });
});

describe('letters that count the points', () => {
  const list = ['Valg af dirigent', 'Beretning', 'Regnskab', 'Eventuelt'];
  it('"Ad a." tells what "a." listed', () => {
    const paper = read(
      `Referat af generalforsamling i Havneklubben 3. marts 2026\n\nDagsorden\n\n${list.map((title, i) => `${'abcd'.charAt(i)}. ${title}\n`).join('\n')}\nAd a. Valg af dirigent\n\nLene blev valgt.\n\nAd b. Beretning\n\nBeretningen blev godkendt.\n`,
    );
    expect(paper.items.map(({ number, title, decision }) => [number, title, decision])).toEqual([
      ['a', list[0], 'Lene blev valgt'],
      ['b', list[1], 'Beretningen blev godkendt'],
      ['c', list[2], null],
      ['d', list[3], null],
    ]);
  });

  it('not where numbers do and "Ad a" answers a sub-point', () => {
    const paper = read(
      'Referat af møde i Havnerådet 3. marts 2026\n\n1. Ny kran\n\nKranen blev godkendt.\n\n2. Indkomne forslag\na) Ny bro\nb) Nyt skilt\n\nAd a)\nForslaget blev vedtaget.\nAd b)\nForslaget blev forkastet.\n',
    );
    expect(points(paper.items)).toEqual([
      ['1', 'Ny kran'],
      ['2', 'Indkomne forslag'],
    ]);
  });
});

describe('subjects inside a point', () => {
  it('are bullets with a text of their own', () => {
    const paper = read(
      'Referat af møde i Havnerådet 3. marts 2026\n\n1. Meddelelser\n• Formand\n\nDer er søgt om lån til kajen.\n\n• Næstformand\n• Bordet rundt\n\nRådet er enige om at holde åbent hus.\n\n2. Eventuelt\n• Skilte\n• Bænke\n',
    );
    expect(paper.items[0]?.children.map(({ title, decision }) => [title, decision])).toEqual([
      ['Formand', null],
      ['Næstformand', null],
      ['Bordet rundt', 'Rådet er enige om at holde åbent hus'],
    ]);
    expect(paper.items[1]?.children).toEqual([]);
  });

  it('are headings that run into their text, not people who speak', () => {
    const paper = read(
      'Referat af møde i Havnerådet 3. marts 2026\n\n1. Nyt fra husene\n\nKlubben: Der er maling på væggene.\n\nCaféen:\nDer er to nye borde.\n\nSFO: Har fået fire cykler.\n\n2. Runde\n\nLene: Jeg er glad for kranen.\n\nPoul: Den larmer.\n\nTorkil: Den skal smøres.\n',
    );
    expect(paper.items[0]?.children.map(({ title }) => title)).toEqual(['Klubben', 'Caféen', 'SFO']);
    expect(paper.items[1]?.children).toEqual([]);
  });
});

describe('decisions', () => {
  it('stand beside their points in a table of two columns', () => {
    const paper = read(
      'Havnerådet\nMødedato: 5. marts 2026\n\nPunkt\tBeslutning\n1. Ny kaj\tGodkendt\n2. Takster\tTaksterne hæves med 3 %\n3. Eventuelt\t-\n',
    );
    expect([paper.kind, paper.items.map(({ title, decision }) => [title, decision])]).toEqual([
      'minutes',
      [
        ['Ny kaj', 'Godkendt'],
        ['Takster', 'Taksterne hæves med 3 %'],
        ['Eventuelt', null],
      ],
    ]);
  });

  it('of another day are none of this meeting', () => {
    const paper = read(
      'Referat af møde i Havnerådet den 5. marts 2026\n\n1. Ny kaj\n\nByrådet besluttede på møde den 4. november, at kajen skal være bred. Rådet ser på skitserne.\n\n2. Valg\n\nBudgetmødet er fastsat til maj. Skurene gælder kun dem, der har valgt at bygge.\n\n3. Ny kran\n\nNyt fra leverandøren blev taget til efterretning. Det blev besluttet at købe kranen.\n',
    );
    expect(paper.items.map(({ decision }) => decision)).toEqual([null, null, 'Det blev besluttet at købe kranen']);
  });

  it('are the point’s own sentence before what is told under it', () => {
    const paper = read(
      'Referat af generalforsamling i Havneklubben 5. marts 2026\n\n1. Lene Vadgaard blev valgt til dirigent\n2. Regnskabet blev godkendt\n3. Poul Kringelholm blev valgt til bestyrelsen\nDet blev aftalt at mødes i maj.\n',
    );
    expect(paper.items[2]?.decision).toBe('Poul Kringelholm blev valgt til bestyrelsen');
  });

  it('are recommended in brackets after an election', () => {
    const paper = read(
      'Dagsorden til generalforsamling i Havneklubben 5. marts 2026\n\n1. Valg af formand (bestyrelsen indstiller genvalg af Lene Vadgaard)\n2. Valg af kasserer\nBestyrelsen indstiller Poul Kringelholm til nyvalg.\n3. Budget\nKassereren indstiller, at\n\nBilag\nBudget 2027\n',
    );
    expect(paper.items.map(({ presenters, recommendation }) => [presenters, recommendation])).toEqual([
      [[], 'bestyrelsen indstiller genvalg af Lene Vadgaard'],
      [[], 'Bestyrelsen indstiller Poul Kringelholm til nyvalg'],
      [[], null],
    ]);
  });
});

describe('what a point states about itself', () => {
  it('a point printed as the overview has it and again over its case is one', () => {
    const one = (number: number, title: string, mark: string, said: string) =>
      `${number}. ${title} (${mark})\n\n${number}.     ${title} (${mark})\n\nSagsnr.: 12-2026-${number}\nIndstilling\nBorgmesteren indstiller,\n1.    at sagen godkendes\nBeslutning i Havneudvalget den 3. marts 2026:\nFraværende: \n${said}\n\n`;
    const paper = read(
      `Havneudvalget – Referat – 3. marts 2026\n\n\n${one(1, 'Godkendelse af dagsorden', 'B', 'Godkendt.')}${one(2, 'Ny kaj', 'B', 'Brevet til naboerne er afsendt. Kajen males.')}${one(3, 'Siden sidst', 'O', 'Taget til efterretning.')}`,
    );
    expect(paper.items.map(({ number, title, type, decision }) => [number, title, type, decision])).toEqual([
      ['1', 'Godkendelse af dagsorden', 'decision', 'Godkendt'],
      ['2', 'Ny kaj', 'decision', 'Brevet til naboerne er afsendt'],
      ['3', 'Siden sidst', 'information', 'Taget til efterretning'],
    ]);
    expect(paper.items[0]?.recommendation).toBe('Borgmesteren indstiller, at sagen godkendes');
    expect(paper.apologies).toEqual([]);
  });

  it('who is absent stands under the decision, and is not what was decided', () => {
    const paper = read(
      'Havneudvalget – Referat – 3. marts 2026\n\n1. Ny kaj\n\nBeslutning i Havneudvalget den 3. marts 2026:\nFraværende:\nPalle Ebbesø\n\nGodkendt.\n\n2. Ny kran\n\nBeslutning i Havneudvalget den 3. marts 2026:\nFraværende:\nUdsat.\n',
    );
    expect(paper.items.map(({ decision }) => decision)).toEqual(['Godkendt', 'Udsat']);
  });

  it('text in lower case right under a short heading is its text', () => {
    const paper = read(
      'Referat fra møde i Bådlauget 3. marts 2026\n\n1. Nyt fra formanden.\nHavnen er blevet malet.\n2. Broen\nDer mangler stadig brædder til broen.\n3. Kranen\ner blevet smurt, så den nu kan dreje igen.\n4. Kassereren\nintet at berette\n5. Vinterpladser\nDer er plads til ti både.\n',
    );
    expect(points(paper.items)).toEqual([
      ['1', 'Nyt fra formanden'],
      ['2', 'Broen'],
      ['3', 'Kranen'],
      ['4', 'Kassereren'],
      ['5', 'Vinterpladser'],
    ]);
  });

  it('a heading on two lines stays one where no text stands below', () => {
    const paper = read('Dagsorden for Bådlauget 3. marts 2026\n\n1. Valg af dirigent\n2. Forslag om ny kran\nog ny kaj\n3. Eventuelt\n');
    expect(paper.items.map(({ title }) => title)).toEqual(['Valg af dirigent', 'Forslag om ny kran og ny kaj', 'Eventuelt']);
  });

  it('its type as a sentence of its own behind the title, and no type in a party', () => {
    const paper = read(
      'Dagsorden for Havnerådet 3. marts 2026\n\n1. Nyt fra havnen. Orientering.\n\n2. Status på kajen (økonomi og tid). Drøftelse.\n\n3. Rådsmedlem Frank Havgaards (O) udtræden af rådet\n\n4. Ny kran (O)\n\n5. Orienteringer\n',
    );
    expect(paper.items.map(({ title, type }) => [title, type])).toEqual([
      ['Nyt fra havnen', 'information'],
      ['Status på kajen (økonomi og tid)', 'discussion'],
      ['Rådsmedlem Frank Havgaards udtræden af rådet', null],
      ['Ny kran', 'information'],
      ['Orienteringer', 'information'],
    ]);
  });

  it('the first of several recommendations on one line', () => {
    const paper = read(
      'Dagsorden for Havnerådet 3. marts 2026\n\nPunkt 1: Ny kaj\n\nDet indstilles, at\n\n- Havnerådet godkender planen - Havnerådet vælger en formand\n\nPunkt 2: Eventuelt\n',
    );
    expect(paper.items[0]?.recommendation).toBe('Det indstilles, at Havnerådet godkender planen');
  });

  it('when to meet again is no decision', () => {
    const paper = read(
      'Referat af møde i Bådlauget 3. marts 2026\n\n1. Ny kran\nDet blev besluttet at købe kranen.\n2. Næste møde\nBestyrelsen aftalte at mødes igen i maj.\n',
    );
    expect(paper.items.map(({ decision }) => decision)).toEqual(['Det blev besluttet at købe kranen', null]);
  });

  it('stands in the line right below, where the paper names no minutes', () => {
    const paper = read(
      'Rådsmøde 3. marts 2026\n\nMødet holdes tirsdag kl. 19 på Havnegade 3\n\n1 Godkendelse af dagsorden\nGodkendt\n\n2 Ny kaj\nRådet godkendte tilbuddet.\n\n3 Ny kran\nUdsat.\n\n4 Eventuelt\n',
    );
    expect(paper.kind).toBe('minutes');
    expect(paper.items.map(({ decision }) => decision)).toEqual(['Godkendt', 'Rådet godkendte tilbuddet', 'Udsat', null]);
  });

  it('a last point without a number', () => {
    const paper = read(
      'Referat af møde i Bådlauget 3. marts 2026\n\n1. Ny kaj\nKajen er blevet malet.\n2. Ny kran\nKranen mangler smørelse.\n3. Fest\nDer er fest i juni.\n\nEventuelt\nPoul spurgte til nøglerne.\n',
    );
    expect(points(paper.items)).toEqual([
      ['1', 'Ny kaj'],
      ['2', 'Ny kran'],
      ['3', 'Fest'],
      [null, 'Eventuelt'],
    ]);
    expect(paper.items[3]?.text).toBe('Poul spurgte til nøglerne.');
  });

  it('apologies with a stand-in under a decision are none', () => {
    const paper = read(
      'Havnerådet\nReferat 3. marts 2026\n\n1. Ny kaj\n\nBeslutning i Havnerådet den 03-03-2026\n\nAfbud fra Palle Ebbesø stedfortræder Lise Nørreskov\n\nGodkendt.\n\n2. Ny kran\n\nBeslutning i Havnerådet den 03-03-2026\n\nUdsat.\n',
    );
    expect(paper.items[0]?.decision).toBe('Godkendt');
  });
});
