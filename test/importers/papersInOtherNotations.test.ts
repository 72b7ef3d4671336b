// The same few facts in the many ways Danish papers print them: numbers, times, types, lists, tables, attendance.
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

describe('numbers of points', () => {
  const topics = ['Godkendelse af dagsorden', 'Ny bro ved åen', 'Eventuelt'];
  const told = ['Dagsordenen blev godkendt.', 'Rådet vedtog den brede bro.', 'Intet.'];
  const roman = ['I', 'II', 'III'];
  it.each<[string, (i: number) => string, (i: number) => string | null]>([
    ['1. Title', (i) => `${i + 1}. `, (i) => `${i + 1}`],
    ['1: Title', (i) => `${i + 1}: `, (i) => `${i + 1}`],
    ['1 – Title', (i) => `${i + 1} – `, (i) => `${i + 1}`],
    ['1/ Title', (i) => `${i + 1}/ `, (i) => `${i + 1}`],
    ['(1) Title', (i) => `(${i + 1}) `, (i) => `${i + 1}`],
    ['#1 Title', (i) => `#${i + 1} `, (i) => `${i + 1}`],
    ['§ 1 Title', (i) => `§ ${i + 1} `, (i) => `${i + 1}`],
    ['Punkt 1: Title', (i) => `Punkt ${i + 1}: `, (i) => `${i + 1}`],
    ['Pkt. 1 – Title', (i) => `Pkt. ${i + 1} – `, (i) => `${i + 1}`],
    ['Ad pkt. 1: Title', (i) => `Ad pkt. ${i + 1}: `, (i) => `${i + 1}`],
    ['SAG NR. 41 over the title', (i) => `SAG NR. ${i + 41}\n`, (i) => `${i + 41}`],
    ['a number alone over the title', (i) => `${i + 1}.\n`, (i) => `${i + 1}`],
    ['I. Title', (i) => `${roman[i] ?? ''}. `, (i) => roman[i] ?? null],
    ['Ad I. Title', (i) => `Ad ${roman[i] ?? ''}. `, (i) => roman[i] ?? null],
    ['A. Title', (i) => `${'ABC'.charAt(i)}. `, (i) => 'ABC'.charAt(i)],
    ['1.0 Title', (i) => `${i + 1}.0 `, (i) => `${i + 1}.0`],
  ])('%s', (_, before, number) => {
    const paper = read(head + topics.map((topic, i) => `${before(i)}${topic}\n\n${told[i] ?? ''}\n`).join('\n'));
    expect(paper.items.map((item) => [item.number, item.title])).toEqual(topics.map((topic, i) => [number(i), topic]));
    expect(paper.items[1]?.decision).toBe('Rådet vedtog den brede bro');
  });

  it('are taken from the list where the headings below print none', () => {
    const list = topics.map((topic, i) => `${i + 1}. ${topic}`).join('\n');
    const paper = read(`${head}Dagsorden:\n${list}\n\n${topics.map((topic, i) => `**${topic}**\n\n${told[i] ?? ''} Der var kaffe.\n`).join('\n')}`);
    expect(paper.items.map(({ number, title }) => [number, title])).toEqual(topics.map((topic, i) => [`${i + 1}`, topic]));
  });

  it('of a list in one notation and the minutes in another are merged by title', () => {
    const list = topics.map((topic, i) => `${i + 1}) ${topic}`).join('\n');
    const paper = read(
      `${head}Dagsorden\n\n${list}\n\nReferat:\n\n${topics.map((topic, i) => `${i + 41}. ${topic}\n${told[i] ?? ''}\n`).join('\n')}`,
    );
    expect(paper.items.map(({ number, title }) => [number, title])).toEqual(topics.map((topic, i) => [`${i + 41}`, topic]));
  });

  it('3a and 3b under point 3 are its sub-points', () => {
    const paper = read('Dagsorden for Trafikrådet 3. marts 2026\n\nPkt. 2: Skilte\n\nPkt. 3: Broen\n3a. Tidsplan\n3b. Farve\n\nPkt. 4: Eventuelt\n');
    expect(paper.items[1]?.children.map(({ number, title }) => [number, title])).toEqual([
      ['3a', 'Tidsplan'],
      ['3b', 'Farve'],
    ]);
  });
});

describe('points without numbers', () => {
  it('run into their text', () => {
    const paper = read(
      `${head}Broen: Tømreren fremlagde to tegninger. Rådet vedtog den brede bro.\n\nSkilte: Der mangler fire skilte ved havnen.\n\nEventuelt: Der er fundet en hue.\n`,
    );
    expect(paper.items.map(({ title }) => title)).toEqual(['Broen', 'Skilte', 'Eventuelt']);
    expect(paper.items[0]?.decision).toBe('Rådet vedtog den brede bro');
  });

  it('run into their text behind numbers', () => {
    const paper = read(
      `${head}1) Broen: Tømreren fremlagde to tegninger. Rådet vedtog den brede bro.\n\n2) Skilte: Der mangler fire skilte ved havnen.\n\n3) Eventuelt: Intet.\n`,
    );
    expect(paper.items.map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Broen'],
      ['2', 'Skilte'],
      ['3', 'Eventuelt'],
    ]);
  });

  it.each(['• ', '- ', ''])('are lines under the agenda, opened by "%s"', (sign) => {
    const paper = read(
      `Personalemøde 3. marts 2026\n\nDagsorden:\n${['Siden sidst', 'Ferieplaner', 'Kaffemaskine'].map((line) => sign + line).join('\n')}\n`,
    );
    expect(paper.items.map(({ title }) => title)).toEqual(['Siden sidst', 'Ferieplaner', 'Kaffemaskine']);
  });
});

describe('tables', () => {
  const expected = [
    ['1', 'Velkomst', '09:00', 'Lene Vadgaard'],
    ['2', 'Bro ved åen', '09:10', 'Poul Kringelholm'],
    ['3', 'Eventuelt', '09:40', undefined],
  ];
  it.each([
    [
      'one cell on each line',
      'Nr.\n\nEmne\n\nTid\n\nAnsvarlig\n\n1\n\nVelkomst\n\n9.00-\n\n9.10\n\nLene Vadgaard\n\n2\n\nBro ved åen\n\n9.10-9.40\n\nPoul Kringelholm\n\n3\n\nEventuelt\n\n9.40-10.00\n',
    ],
    [
      'markdown',
      '| Nr. | Emne | Tid | Ansvarlig |\n|---|---|---|---|\n| 1 | Velkomst | 9.00-9.10 | Lene Vadgaard |\n| 2 | Bro ved åen | 9.10-9.40 | Poul Kringelholm |\n| 3 | Eventuelt | 9.40-10.00 | |\n',
    ],
    [
      'tabs',
      'Nr.\tEmne\tTid\tAnsvarlig\n1\tVelkomst\t9.00-9.10\tLene Vadgaard\n2\tBro ved åen\t9.10-9.40\tPoul Kringelholm\n3\tEventuelt\t9.40-10.00\t\n',
    ],
  ])('%s', (_, table) => {
    const paper = importText(`Dagsorden for Trafikrådet 3. marts 2026\n\n${table}`);
    expect(paper.items.map(({ number, title, start, presenters }) => [number, title, start, presenters[0]])).toEqual(expected);
  });

  it('a pause without a number is a row of its own', () => {
    const paper = importText(
      'Dagsorden for Trafikrådet 3. marts 2026\n\nPkt.\nEmne\nTid\nVed\n1\nVelkomst\n9.00-9.10\nLene\n2\nBroen\n9.10-9.40\nPoul\nPause\n9.40-9.50\n3\nEventuelt\n9.50-10.00\n',
    );
    expect(paper.items.map(({ number, title, type }) => [number, title, type])).toEqual([
      ['1', 'Velkomst', null],
      ['2', 'Broen', null],
      [null, 'Pause', 'break'],
      ['3', 'Eventuelt', null],
    ]);
  });
});

describe('how long, when and what for', () => {
  it.each(["Broen 30'", 'Broen (30 m)', 'Broen [30 min.]', 'Broen, 30 minutter', 'Broen – ½ time', '(30 min.) Broen', 'Broen (30 min)'])(
    '%s',
    (heading) => {
      const paper = read(`Dagsorden for Trafikrådet 3. marts 2026\n\n1. Velkomst\n2. ${heading}\n3. Eventuelt\n`);
      expect(paper.items[1]).toMatchObject({ title: 'Broen', minutes: 30 });
    },
  );

  it.each(['Broen (B)', 'Broen [B]', 'B: Broen', 'Broen – til beslutning', 'Broen\nTil beslutning.', 'Broen\nBeslutningspunkt'])('%s', (heading) => {
    const paper = read(`Dagsorden for Trafikrådet 3. marts 2026\n\n1. Velkomst\n\n2. ${heading}\n\n3. Eventuelt\n`);
    expect(paper.items[1]).toMatchObject({ title: 'Broen', type: 'decision' });
  });

  it.each(['- 9.10-9.40: Broen', '9.10-9.40\tBroen', 'Broen kl. 9.10-9.40', 'Kl. 9.10 - 9.40\nBroen', 'Fra kl. 9.10 til 9.40: Broen'])(
    '%s',
    (slot) => {
      const slots = ['8.00-9.10', '9.10-9.40', '9.40-9.55', '10.00-10.30'].map((time, i) =>
        slot
          .replace(/9\.10.{1,5}9\.40/, i === 1 ? (/9\.10.{1,5}9\.40/.exec(slot)?.[0] ?? '') : time)
          .replace('Broen', ['Velkomst', 'Broen', 'Skilte', 'Tak'][i] ?? ''),
      );
      const paper = read(`Program for temadag\n3. marts 2026\n\n${slots.join('\n\n')}\n`);
      expect(paper.items.map(({ title }) => title)).toEqual(['Velkomst', 'Broen', 'Skilte', 'Tak']);
      expect(paper.items[1]).toMatchObject({ start: '09:10', end: '09:40' });
    },
  );

  it('a time above a numbered heading is the time of that point', () => {
    const paper = read(
      'Dagsorden for Trafikrådet 3. marts 2026\n\nKl. 9.00-9.10\nPunkt 1: Velkomst\n\nKl. 9.10-9.40\nPunkt 2: Broen\nTo tegninger.\n',
    );
    expect(paper.items.map(({ number, start, end }) => [number, start, end])).toEqual([
      ['1', '09:00', '09:10'],
      ['2', '09:10', '09:40'],
    ]);
  });
});

describe('attendance', () => {
  const points = '\n1. Velkomst\nDer blev budt velkommen.\n\n2. Broen\nUdsat.\n\n3. Eventuelt\nIntet.\n';
  it.each([
    'Afbud: Karla Vindeby (ferie)',
    'Afbud: Karla Vindeby (KV, ferie)',
    'Afbud: Karla Vindeby (mor til Palle) - ferie',
    'Afbud fra Karla Vindeby pga. ferie',
    'Karla Vindeby havde meldt afbud pga. ferie.',
  ])('%s', (absence) => {
    const paper = read(`${head}Til stede: Lene Vadgaard, Poul Kringelholm\n${absence}\n${points}`);
    expect(paper.apologies).toEqual([{ name: 'Karla Vindeby', note: 'ferie', substitute: null }]);
    expect(paper.participants).toEqual(['Lene Vadgaard', 'Poul Kringelholm']);
  });

  it.each([
    'Alle medlemmer var mødt, bortset fra Karla Vindeby og Frank Havgaard, der havde meldt afbud.',
    'Der var afbud fra Karla Vindeby og Frank Havgaard.',
    'Karla Vindeby og Frank Havgaard havde meldt afbud.',
    'Fraværende medlemmer:\nKarla Vindeby\nFrank Havgaard',
  ])('%s', (absence) => {
    const paper = read(`${head}${absence}\n${points}`);
    expect(paper.apologies.map(({ name }) => name)).toEqual(['Karla Vindeby', 'Frank Havgaard']);
  });

  it.each([
    'Afbud: Karla Vindeby. Lise Nørreskov deltog som stedfortræder.',
    'Afbud: Karla Vindeby\n\nLise Nørreskov deltog som suppleant for Karla Vindeby.',
  ])('%s', (absence) => {
    expect(read(`${head}${absence}\n${points}`).apologies[0]?.substitute).toBe('Lise Nørreskov');
  });

  it('crosses in columns tell who came', () => {
    const table = 'Medlemmer\tTil stede\tMed afbud\nLene Vadgaard (formand)\tX\t\nKarla Vindeby\t\tX\nPoul Kringelholm\tX\t\n';
    const paper = read(`${head}${table}${points}`);
    expect(paper.participants).toEqual(['Lene Vadgaard', 'Poul Kringelholm']);
    expect(paper.apologies.map(({ name }) => name)).toEqual(['Karla Vindeby']);
    expect(paper.chair).toBe('Lene Vadgaard');
  });

  it.each([
    'Til stede: Formand Lene Vadgaard, Poul Kringelholm',
    'Til stede: Lene Vadgaard (LV), formand, Poul Kringelholm (PK)',
    'Tilstedeværende medlemmer af Trafikrådet\nLene Vadgaard, A (formand)\nPoul Kringelholm, V\nPer Gyvelbo, C',
    'Rådets formand: Lene Vadgaard',
  ])('%s', (list) => {
    expect(read(`${head}${list}\n${points}`).chair).toBe('Lene Vadgaard');
  });
});

describe('sections', () => {
  it('the web words glued to every heading are noise', () => {
    const point = (number: number, title: string, decision: string) =>
      `${number}. ${title}\nfold punktet ind Resume\n\nKort om ${title.toLowerCase()}.\n\nfold punktet ind Indstilling\n\nDet indstilles, at sagen drøftes.\n\nfold punktet ind Beslutning\n\n${decision}\n`;
    const paper = read(`${head}${point(1, 'Broen', 'Udsat.')}\n${point(2, 'Skilte', 'Godkendt.')}`);
    expect(paper.items.map(({ title, recommendation, decision }) => [title, recommendation, decision])).toEqual([
      ['Broen', 'Det indstilles, at sagen drøftes', 'Udsat'],
      ['Skilte', 'Det indstilles, at sagen drøftes', 'Godkendt'],
    ]);
  });

  it('who was away, under the heading of the decision, is not the decision', () => {
    const point = (number: number, title: string) =>
      `${number}. ${title}\n\nBeslutning i Trafikrådet den 03-03-2026\nIkke til stede: Karla Vindeby\n\nGodkendt.\n`;
    const paper = read(`${head}${point(1, 'Broen')}\n${point(2, 'Skilte')}`);
    expect(paper.items.map(({ decision }) => decision)).toEqual(['Godkendt', 'Godkendt']);
  });

  it('sections under numbered points make no case form', () => {
    const paper = read(
      'Dagsorden for Trafikrådet 3. marts 2026\n\n1. Broen\n\nSagsfremstilling\nTo tegninger er kommet.\n\nIndstilling\nDet indstilles, at sagen drøftes.\n\n2. Eventuelt\n',
    );
    expect(paper.kind).toBe('agenda');
    expect(paper.items.map(({ title }) => title)).toEqual(['Broen', 'Eventuelt']);
  });

  it('listed points answered by sentences keep their titles', () => {
    const paper = read(
      'Referat af generalforsamling i Bakkens Bådelaug 4. marts 2026\n\nDagsorden:\n1. Valg af dirigent\n2. Beretning\n3. Regnskab\n\nAd 1: Lene Vadgaard blev valgt.\nAd 2: Formanden aflagde beretning. Beretningen blev godkendt.\nAd 3: Regnskabet blev godkendt.\n',
    );
    expect(paper.items.map(({ title }) => title)).toEqual(['Valg af dirigent', 'Beretning', 'Regnskab']);
    expect(paper.chair).toBe('Lene Vadgaard');
  });
});
