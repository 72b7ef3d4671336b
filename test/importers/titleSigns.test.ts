import { describe, expect, it } from 'vitest';
import { importText } from '../../src/importers/importText.ts';

const titled = (title: string) =>
  importText(`Dagsorden\n\n1. Velkomst\n2. ${title}\n3. Eventuelt\n`).items.map(({ number, title: read }) => [number, read]);

describe('a title that begins with a sign', () => {
  it.each([
    ...['☕ Kaffe og budget', '@Mette', '#Klima', '👩🏽‍💻 Digitalisering', '🇩🇰 Flagdag', '❤️ Frivillige', '✔ Godkendelse', '€ og valuta', '& mere'],
    ...[
      '“Fælles om børn”',
      '»Danmark«',
      '(Lukket) Personsag',
      '[Udkast] Plan',
      '½ stilling',
      '%-satser',
      '$ budget',
      '+1 i gruppen',
      '/slash',
      '… og hvad så?',
    ],
    ...['§ 17, stk. 4-udvalg', '100 dage', '!Vigtigt', '=regnskab', '¿Que?', '№ 5', 'Ωmega'],
  ])('is a point of its own, and whole: %s', (title) => {
    expect(titled(title)).toEqual([
      ['1', 'Velkomst'],
      ['2', title],
      ['3', 'Eventuelt'],
    ]);
  });

  it.each(['8', '12'])('under the number %s', (number) => {
    const items = importText(`Dagsorden\n\n1. Velkomst\n\n${number}. @Mette\n`).items.flatMap((item) => [item, ...item.children]);
    expect(items.map(({ title }) => title)).toContain('@Mette');
  });
});

describe('names that hold a street', () => {
  const street = [
    'Grethe Gade',
    'Kirsten Vej',
    'Bo Allé',
    'Søren Sal',
    'Anne Gadegaard',
    'Mads Østergade',
    'Lene Vejlund',
    'Jens Møllevej',
    'Kaj Torv',
    'Ole Plads',
  ];
  const forms: readonly [string, (names: string) => string][] = [
    ['present', (names) => `Til stede: ${names}\nAfbud: Ulla Skarvad\n`],
    ['absent', (names) => `Fraværende: ${names}\n`],
    ['apologies, a line each', (names) => `Afbud:\n${names.replaceAll(', ', '\n')}\n`],
    ['taking part', (names) => `Deltagere: ${names}\n`],
    ['apologies in a sentence', (names) => `Afbud fra ${names}\n`],
  ];
  it.each(forms)('are among those %s', (_form, written) => {
    for (const name of street) {
      const paper = importText(`Referat af møde i udvalget\n\n${written(`${name}, Ane Kratholm`)}\n1. Velkomst\nBeslutning: Godkendt.\n2. Budget\n`);
      expect(JSON.stringify({ ...paper, source: null, items: null, unplaced: null })).toContain(name);
    }
  });
});
