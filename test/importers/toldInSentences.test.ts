// Date, time, place, body and presenters where a paper tells them in sentences or over several lines. All papers are our own.
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/importers/importText.ts';

const read = (...lines: string[]) => importText(lines.join('\n'));

describe('date, time and place', () => {
  it('are told by the sentence that says when the meeting is held, not by the date of the page', () => {
    const paper = read(
      'Borgermøde om badebroen',
      '',
      '2. marts 2026',
      '',
      'Havneudvalget inviterer til borgermøde og til en snak om de foreløbige tanker om, hvilken bro der skal bygges, og hvor den kan ligge. Mødet foregår tirsdag den 3. marts kl. 19.00-21.00 i mødelokale 2, Strandgade 20. Alle er velkomne.',
      '',
      'PROGRAM',
      '',
      'Kl. 19.00 Velkomst v/ Rikke Vindum',
      '',
      'Kl. 19.20 Input til medlemmer af Strand- og Havneudvalget (foregår i grupper)',
      '',
      'Kl. 20.20 Pause',
    );
    expect(paper).toMatchObject({ date: '2026-03-03', start: '19:00', end: '21:00' });
    expect(paper.items.map(({ presenters }) => presenters)).toEqual([['Rikke Vindum'], [], []]);
  });

  it('take no year from the date of a rule', () => {
    const paper = read(
      'Mandag den 31. august kl. 17 til 18.30 i Strandkirkens lokaler.',
      'Havneprovstiet byder på kaffe og kage.',
      'Mødet har følgende dagsorden efter regel nr. 12 af 25. juni 2026 om valg af medlemmer til stiftets råd og udvalg.',
      '- Valg af dirigent.',
      '- Redegørelse for året.',
      '- Eventuelt.',
    );
    expect(paper.date).toBeNull();
  });

  it('stand on lines of their own over the timetable, and once more with the house', () => {
    const paper = read(
      'Stormøde',
      'lørdag 4-9-2027',
      'kl. 10 - kl. 16',
      'Dag om havnens fremtid.',
      '',
      'Program for stormøde i Fjordby Forsamlingshus den 4. september 2027.',
      '10.00 Dørene åbner',
      '10.15 Velkomst',
      '12.30 Frokost',
      '15.30 Afrunding',
    );
    expect(paper).toMatchObject({ date: '2027-09-04', start: '10:00', end: '16:00', location: 'Fjordby Forsamlingshus' });
    expect(paper.items.map(({ start }) => start)).toEqual(['10:00', '10:15', '12:30', '15:30']);
  });
});

describe('the body', () => {
  it('is the one that acts, where the title only says that a board meets', () => {
    const paper = read(
      'Rådsmøde 27.10.2026',
      '',
      '1. Godkendelse af dagsorden',
      'Godkendt.',
      '',
      '2. Badebroen',
      'Kirkerådet godkendte tegningen. Kirkerådet vedtog den brede bro.',
    );
    expect(paper.body).toBe('Kirkerådet');
  });
});

describe('presenters', () => {
  it('are told by their initials in a bracket', () => {
    const paper = read(
      'Referat',
      '',
      'Pkt. 1 Godkendelse af referat',
      'Godkendt.',
      '',
      'Pkt. 2 Nyt fra elevrådet (KVI & FHA)',
      'Elevrådet holder fest.',
    );
    expect(paper.items[1]?.presenters).toEqual(['KVI', 'FHA']);
  });
});
