// Forms in which Danish papers print points, attachments and speakers; each paper here is a few lines of our own.
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/importers/importText.ts';

const read = (...lines: string[]) => importText(lines.join('\n'));
const titles = (paper: ReturnType<typeof importText>) => paper.items.map(({ title }) => title);

describe('columns set apart by spaces, without a header', () => {
  const paper = read(
    'Dagsorden for driftsgruppen i Havrelund',
    'Dato: 4. maj 2026',
    '',
    '1   Siden sidst                                 9:00  10 min.  O',
    '',
    '2   Nye nøgler til depotet                      9:10  20 min.  D   LV',
    '',
    '    Pause                                       9:30   5 min.',
    '',
    '3   Aftale med vognmanden (lukket punkt)        9:35  15 min.  B   PK',
    '',
    '4   Evt.                                        9:50',
  );

  it('gives each point its time, length, type and presenter', () => {
    expect(titles(paper)).toEqual(['Siden sidst', 'Nye nøgler til depotet', 'Pause', 'Aftale med vognmanden', 'Evt']);
    expect(paper.items[1]).toMatchObject({ number: '2', start: '09:10', minutes: 20, type: 'discussion', presenters: ['LV'] });
    expect(paper.items[2]).toMatchObject({ number: null, start: '09:30', minutes: 5, type: 'break' });
    expect(paper.items[3]).toMatchObject({ closed: true, type: 'decision', presenters: ['PK'] });
  });

  it('leaves two such lines among others alone', () => {
    const prose = read('Referat fra Fjordby', '', '1. Regnskab', 'Gæld   10 min.', '', '2. Eventuelt', 'Ingenting blev sagt.');
    expect(titles(prose)).toEqual(['Regnskab', 'Eventuelt']);
  });
});

describe('an agenda quoted in a mail', () => {
  it.each(['> ', '>', '>> ', '| '])('is read behind %j', (mark) => {
    const paper = read(
      'Dagsorden for Ældrerådet den 3. juni 2026',
      '',
      ...['1) Velkomst - 5 min.', '2) Rampen ved søen', '3) Evt.'].map((line) => mark + line),
    );
    expect(titles(paper)).toEqual(['Velkomst', 'Rampen ved søen', 'Evt']);
    expect(paper.items[0]?.minutes).toBe(5);
  });

  it('takes the date and the place the covering letter moved it to', () => {
    const paper = read(
      'Fra: Ulla Skarvad',
      'Sendt: 2. juni 2026 10:12',
      'Emne: Dagsorden',
      '',
      'Hej alle',
      '',
      'Mødet er desværre flyttet. Vi mødes i stedet torsdag den 11. juni 2026 kl. 15.00-16.30 i Biblioteket. Vel mødt.',
      '',
      'Ældrerådets junimøde',
      'Tirsdag den 9. juni 2026 kl. 15.00-16.30',
      '',
      '1. Velkomst',
      '2. Evt.',
    );
    expect(paper).toMatchObject({ date: '2026-06-11', body: 'Ældrerådet' });
    expect(paper.location).toContain('Biblioteket');
  });
});

describe('attachments', () => {
  it.each([
    ['Bilag 1: Udkast til plan', '1', 'Udkast til plan', null],
    ['Bilag 4.2  Breve fra naboer (Lukket)', '4.2', 'Breve fra naboer', true],
    ['Bilag A: Kort over stien', 'A', 'Kort over stien', null],
    ['Bilag nr. 3 - Tilbud (pdf, 120 KB)', '3', 'Tilbud', null],
    ['Bilag 2b. Oversigt', '2b', 'Oversigt', null],
  ])('%s', (line, number, title, closed) => {
    const paper = read('Dagsorden for Stiudvalget', '', '1. Ny sti', line, '', '2. Eventuelt');
    expect(paper.attachments).toMatchObject([{ number, title, closed, itemIndex: [0] }]);
  });

  it('in columns: number, openness, title and document number', () => {
    const paper = read(
      'Dagsorden for Stiudvalget',
      '',
      '1. Ny sti',
      '',
      'Bilag',
      '1   Åben    Plan for stien      7701230',
      '2   Lukket  Pris pr. meter      7701231',
      '',
      '2. Eventuelt',
    );
    expect(paper.attachments).toMatchObject([
      { number: '1', title: 'Plan for stien', documentId: '7701230', closed: false },
      { number: '2', title: 'Pris pr. meter', documentId: '7701231', closed: true },
    ]);
  });

  it('end where a line is none, and stand in the head too', () => {
    const paper = read(
      'Referat fra Stiudvalget',
      'Til stede: Ane Kratholm, Poul Kringelholm',
      'Bilag 1: Kort',
      '',
      '1. Ny sti',
      'Bilag 2: Plan',
      'Planen blev godkendt.',
      '',
      '2. Evt.',
      'Intet.',
    );
    expect(paper.attachments.map(({ title, itemIndex }) => [title, itemIndex])).toEqual([
      ['Kort', null],
      ['Plan', [0]],
    ]);
    expect(paper.items[0]?.decision).toBe('Planen blev godkendt');
  });
});

describe('headings that run into their text', () => {
  it('in lettered points', () => {
    const paper = read(
      'Referat fra bådelauget',
      '',
      '1. Opgaver',
      'a) Bro: Lene har hentet to priser. Den laveste pris accepteres.',
      'b) Skilte: er bestilt. De kommer i maj.',
      '',
      '2. Evt.',
      'Intet.',
    );
    expect(paper.items[0]?.children).toMatchObject([
      { number: 'a', title: 'Bro', decision: 'Den laveste pris accepteres' },
      { number: 'b', title: 'Skilte', decision: null },
    ]);
  });

  it('in a paper without numbers', () => {
    const paper = read(
      'Referat af bestyrelsesmøde',
      '',
      'Til stede: Ane Kratholm',
      '',
      'Godkendelse af dagsorden: Godkendt',
      '',
      'Nyt fra formanden:',
      '',
      'Broen er lukket.',
      '',
      'Byggesager:',
      '',
      'Skuret blev godkendt.',
      '',
      'Eventuelt:',
      '',
      'Intet nyt.',
    );
    expect(titles(paper)).toEqual(['Godkendelse af dagsorden', 'Nyt fra formanden', 'Byggesager', 'Eventuelt']);
    expect(paper.items[0]?.decision).toBe('Godkendt');
  });

  it('subjects on lines of their own inside a point are its sub-points', () => {
    const paper = read(
      'Referat af bestyrelsesmøde',
      '',
      '1. Hjemmeside',
      '',
      'Hvad har vi nu?',
      '',
      'Siden er fra 2009 og kan ikke læses på en telefon.',
      '',
      'Hvad vil vi have?',
      '',
      'Det blev vedtaget, at Mona henter to tilbud på en ny.',
      '',
      '2. Evt.',
      '',
      'Intet.',
    );
    expect(paper.items[0]?.children).toMatchObject([
      { title: 'Hvad har vi nu?' },
      { title: 'Hvad vil vi have?', decision: 'Det blev vedtaget, at Mona henter to tilbud på en ny' },
    ]);
  });
});

describe('talks and speakers under a slot', () => {
  const paper = read(
    'Program for havnedagen',
    '',
    '10.00 – 10.30',
    'Hvor højt går vandet?',
    'Oceanograf Ingrid Tagrør, Fjordby Universitet',
    '',
    '10.30 – 11.15',
    'To korte bud',
    '- Moler af sten v/ Per Gyvelbo',
    '- Diger med stier v./ Mona Thuesen, Fjordby',
    '',
    '11.15 – 12.00',
    'Debat om penge',
    'I panelet: Lene Vadgaard, Poul Kringelholm og Ane Kratholm',
    '',
    '12.00 – 12.30',
    'Spørgsmål v./ deltagerne',
  );

  it('are read with their speakers, whatever these are called', () => {
    expect(paper.items.map(({ presenters }) => presenters)).toEqual([
      ['Ingrid Tagrør'],
      [],
      ['Lene Vadgaard', 'Poul Kringelholm', 'Ane Kratholm'],
      ['deltagerne'],
    ]);
    expect(paper.items[1]?.children).toMatchObject([
      { title: 'Moler af sten', presenters: ['Per Gyvelbo'] },
      { title: 'Diger med stier', presenters: ['Mona Thuesen'] },
    ]);
  });
});

describe('marks of a point', () => {
  it.each([
    ['Velkomst (B, 5 min.)', { title: 'Velkomst', type: 'decision', minutes: 5 }],
    ['Status (O, ½ time, Lene Vadgaard)', { title: 'Status', type: 'information', minutes: 30, presenters: ['Lene Vadgaard'] }],
    ['Lån [D – lukket]', { title: 'Lån', type: 'discussion', closed: true }],
    ['Køb af båd (Ane Kratholm)', { title: 'Køb af båd', type: null, presenters: ['Ane Kratholm'] }],
    ['Vej 7 (del 2, resten)', { title: 'Vej 7 (del 2, resten)', type: null, minutes: null }],
  ])('%s', (line, item) => {
    expect(read('Dagsorden for Stiudvalget', '', `1. ${line}`, '2. Eventuelt').items[0]).toMatchObject(item);
  });

  it('a star behind the title, by the legend', () => {
    const paper = read(
      'Dagsorden for Stiudvalget',
      '',
      'Punkter mærket med * er faste.',
      '',
      '1. Velkomst *',
      '2. Ny sti',
      '3. Eventuelt *    5 min.',
    );
    expect(paper.items.map(({ title, fixed }) => [title, fixed])).toEqual([
      ['Velkomst', true],
      ['Ny sti', false],
      ['Eventuelt', true],
    ]);
  });
});

describe('the head', () => {
  it.each([
    [['Ungerådets septembermøde', 'den 9. september 2026'], 'Ungerådet'],
    [['Ny Visitation – styregruppemøde nr. 4', 'Dato: 9. september 2026'], 'Ny Visitation'],
    [['Tangsø Vandværk a.m.b.a.', '', 'Ordinær generalforsamling den 9. september 2026'], 'Tangsø Vandværk a.m.b.a'],
  ])('names the body in %j', (head, body) => {
    expect(read(...head, '', '1. Velkomst', '2. Regnskab', '3. Eventuelt').body).toBe(body);
  });

  it('tells the actual end, the times with seconds and the place without them', () => {
    const paper = read(
      'Referat af møde i Stiudvalget',
      'STARTTIDSPUNKT',
      '04-06-2026 09:00:00',
      'Sted: Salen, kl. 9.00',
      'Mødet sluttede kl. 11.20.',
      '',
      '1. Velkomst',
      'Godkendt.',
      '2. Eventuelt',
      'Intet.',
    );
    expect(paper).toMatchObject({ date: '2026-06-04', start: '09:00', end: '11:20', location: 'Salen' });
  });
});

describe('columns parted by bars', () => {
  it('are read as a table, with what stands under a row', () => {
    const paper = read(
      'Dagsorden for skolebestyrelsen ved Havrelund Skole',
      '',
      'Nr. | Punkt | Type | Tid | Ved',
      '1 | Velkomst | O | 17.00-17.05 | Mona',
      '2 | Ny mobilpolitik | D | 17.05-17.40 | Rikke og Poul',
      '  | Formål: At høre forældrenes mening.',
      '3 | Pause | | 17.40-18.00 |',
      '4 | Regnskabet | B | 18.00-18.20 | Poul',
    );
    expect(titles(paper)).toEqual(['Velkomst', 'Ny mobilpolitik', 'Pause', 'Regnskabet']);
    expect(paper.items[1]).toMatchObject({
      number: '2',
      start: '17:05',
      end: '17:40',
      type: 'discussion',
      presenters: ['Rikke', 'Poul'],
      purpose: 'At høre forældrenes mening',
    });
  });
});

describe('answers to the points of an agenda', () => {
  it.each(['Ad dagsordenens punkt', 'Ad pkt. nr.', 'Ad dagsordenspunkt', 'Ad'])('are opened by "%s 1"', (words) => {
    const paper = read('Referat fra følgegruppen', '', `${words} 1 – Status`, 'Planen holder.', '', `${words} 2 – Eventuelt`, 'Intet.');
    expect(paper.items.map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Status'],
      ['2', 'Eventuelt'],
    ]);
  });
});

describe('people by their initials only', () => {
  const paper = read(
    'Referat fra institutrådet',
    '',
    'Mødt: HKN (formand), LBA, OSM, VIA (studerende)',
    'Afbud: JER, UPK (feltarbejde)',
    '',
    '1. Meddelelser',
    'Intet nyt.',
    '',
    '2. Eksamen',
    'Drøftet.',
  );

  it('are people, where a list has nothing else', () => {
    expect(paper.chair).toBe('HKN');
    expect(paper.participants).toEqual(['HKN', 'LBA', 'OSM', 'VIA']);
    expect(paper.apologies).toMatchObject([
      { name: 'JER', note: null },
      { name: 'UPK', note: 'feltarbejde' },
    ]);
  });
});

describe('letters over numbers', () => {
  const paper = read(
    'Referat af hovedbestyrelsesmøde',
    '',
    'A.  Velkomst',
    '',
    '    Formanden bød velkommen.',
    '',
    'B.  Klubberne',
    '',
    '    1.  Ny klub i Havrelund (LV)',
    '        Klubben blev optaget.',
    '    2.  Priser i 2027',
    '        Udsat.',
    '',
    'C.  Økonomi',
    '',
    '    1.  Regnskab (PK)',
    '        Taget til efterretning.',
    '    2.  Budget',
    '        Godkendt.',
    '',
    'D.  Eventuelt',
  );

  it('are the points, and the numbers that begin anew are under them', () => {
    expect(paper.items.map(({ number, title }) => `${number} ${title}`)).toEqual(['A Velkomst', 'B Klubberne', 'C Økonomi', 'D Eventuelt']);
    expect(paper.items.map(({ children }) => children.map(({ number, title }) => `${number} ${title}`))).toEqual([
      [],
      ['1 Ny klub i Havrelund', '2 Priser i 2027'],
      ['1 Regnskab', '2 Budget'],
      [],
    ]);
  });
});

describe('a recommendation on one line', () => {
  it('ends there, and what became of it is the decision', () => {
    const paper = read(
      'Referat af bestyrelsesmøde i Havrelund Vandværk',
      '',
      '1. Kontingent',
      '',
      'Indstilling: Kontingentet er uændret i 2027.',
      '',
      'Bestyrelsen godkendte indstillingen.',
      '',
      '2. Eventuelt',
    );
    expect(paper.items[0]).toMatchObject({
      recommendation: 'Kontingentet er uændret i 2027',
      decision: 'Bestyrelsen godkendte indstillingen',
    });
  });
});
