// How Danish papers say what the meeting is, where and when, and how their programmes name days and untimed points. All papers are our own.
import { describe, expect, it } from 'vitest';
import { importText } from '../../src/importers/importText.ts';
import { language } from '../../src/importers/language.ts';

const read = (...lines: string[]) => importText(lines.join('\n'));
const points = ['', '1. Godkendelse af dagsorden', '2. Regnskab', '3. Eventuelt'];

describe('days of a programme', () => {
  const slots = (paper: ReturnType<typeof importText>) => paper.items.map(({ day, start, title }) => [day, start, title]);

  it.each([
    ['Lørdag:', 'Søndag:'],
    ['LØRDAG', 'SØNDAG'],
    ['4. september 2027', '5. september 2027'],
    ['Den 4. september', 'Den 5. september'],
    ['Lørdag d. 4. september', 'Søndag d. 5. september'],
  ])('are headed by %j', (first, second) => {
    const paper = read(first, '9.00 Ankomst', '10.00 Sangprøve', second, '8.00 Morgenmad', '9.00 Koncert');
    expect(slots(paper)).toEqual([
      [1, '09:00', 'Ankomst'],
      [1, '10:00', 'Sangprøve'],
      [2, '08:00', 'Morgenmad'],
      [2, '09:00', 'Koncert'],
    ]);
    expect(paper.title).toBeNull();
  });

  it('date the paper from the first to the last', () => {
    const paper = read('Korstævne i Havrelund', '', '4. september 2027', '9.00 Ankomst', '10.00 Prøve', '', '5. september 2027', '9.00 Koncert');
    expect(paper).toMatchObject({ title: 'Korstævne i Havrelund', date: '2027-09-04', endDate: '2027-09-05' });
  });

  it('hold points without a single time', () => {
    const paper = read('Program', '', 'Fredag', ' • Ankomst', ' • Fællesmiddag', '', 'Lørdag', ' • Værksteder', ' • Tak for denne gang');
    expect(paper.kind).toBe('programme');
    expect(slots(paper)).toEqual([
      [1, null, 'Ankomst'],
      [1, null, 'Fællesmiddag'],
      [2, null, 'Værksteder'],
      [2, null, 'Tak for denne gang'],
    ]);
    expect(paper.items[1]?.type).toBe('break');
  });

  it('are none where one line with the date says when and where', () => {
    const paper = read(
      'Temadag for udvalget',
      'Tirsdag d. 9. marts 2027 kl. 9-15 på Fjordby Kro',
      '',
      '9.00 Kaffe',
      '9.30 Budget',
      '15.00 Tak for i dag',
    );
    expect(paper).toMatchObject({ date: '2027-03-09', start: '09:00', end: '15:00', location: 'Fjordby Kro' });
    expect(paper.items.every(({ day }) => day === null)).toBe(true);
  });
});

describe('points of a programme without a time', () => {
  const programme = (...lines: string[]) => read('Landsmøde 2027', '', ...lines).items.map(({ start, title }) => [start, title]);

  it('are the bullets between the slots where some stand under a pause', () => {
    expect(programme('9.30 – 10: Ankomst', '', '• Velkomst', '• Beretning', '', '12-13: Frokost', '', '• Valg', '', 'Kl. 15: Tak for i dag')).toEqual(
      [
        ['09:30', 'Ankomst'],
        [null, 'Velkomst'],
        [null, 'Beretning'],
        ['12:00', 'Frokost'],
        [null, 'Valg'],
        ['15:00', 'Tak for i dag'],
      ],
    );
  });

  it('are none where the bullets tell of their slot', () => {
    expect(programme('9.00 Beretning', '• Regnskab', '• Nye medlemmer', '12.00 Frokost', '13.00 Valg', '• Kasserer')).toEqual([
      ['09:00', 'Beretning'],
      ['12:00', 'Frokost'],
      ['13:00', 'Valg'],
    ]);
  });
});

describe('dates and times', () => {
  const { calendar, clock } = language();
  it.each([
    ['lørd. 1. november 2027', 2027, 11, 1, 5],
    ['Tirs. d. 8/4-27', 2027, 4, 8, 1],
    ['Torsdag, d.3.marts-2027', 2027, 3, 3, 3],
    ['15. maj ’27', 2027, 5, 15, null],
    ["8/4 '27", 2027, 4, 8, null],
    ['mandag den 8.4. kl. 19', null, 4, 8, 0],
  ])('reads %j', (text, year, month, day, weekday) => {
    expect(calendar.find(text)).toMatchObject([{ year, month, day, weekday }]);
  });

  it.each(['28. maj-10. juni 2027', '28. maj - 10 deltagere', 'kan man d. 8'])('sees no short year in %j', (text) => {
    expect(calendar.find(text).every(({ year }) => year === null || year === 2027)).toBe(true);
  });

  it.each([
    ['kl. 1930', '19:30', null],
    ['kl. 0900-1100', '09:00', '11:00'],
    ['12-13: Frokost', '12:00', '13:00'],
  ])('reads %j', (text, start, end) => expect(clock.opening(text)).toMatchObject({ start, end }));

  it.each(['2017-2019', '2-4: Samlet behandling', '13-12: Frokost'])('sees no time in %j', (text) => expect(clock.opening(text)).toBeNull());

  it("a time over the first point alone is the meeting's", () => {
    const paper = read('Bestyrelsesmøde d. 3. maj 2027', 'Kl. 18.00 – 20.30', ...points);
    expect(paper).toMatchObject({ start: '18:00', end: '20:30' });
    expect(paper.items[0]?.start).toBeNull();
  });

  it('needs no "kl." behind the label of the time', () => {
    expect(read('Referat Bestyrelsesmøde 12/5-27', 'Tid: 17-19', ...points)).toMatchObject({ date: '2027-05-12', start: '17:00', end: '19:00' });
  });

  it('takes the year from the heading when the weekday agrees', () => {
    const paper = (heading: string) => read(heading, '', 'Mødet afholdes lørdag den 6. november', ...points).date;
    expect(paper('Årsmøde 2027')).toBe('2027-11-06');
    expect(paper('Årsmøde 2028')).toBeNull();
  });
});

describe('what the meeting is', () => {
  it.each([
    ['Ekstraordinært provstiudvalgsmøde', 'Provstiudvalget'],
    ['Dagsorden, Havnegruppemøde', 'Havnegruppen'],
    ['Referat fra ældrerådsmøde', 'Ældrerådet'],
    ['Dagsorden til FU-møde', 'FU'],
  ])('%j names its body', (title, body) => expect(read(`${title} den 3. maj 2027`, ...points)).toMatchObject({ title, body }));

  it('a board that the paper never names is not made up', () => {
    expect(read('Bestyrelsesmøde', 'Den 3. maj 2027', ...points).body).toBeNull();
    expect(read('Bestyrelsesmøde', 'Den 3. maj 2027', ...points, 'Bestyrelsen ønsker nye stole.').body).toBe('Bestyrelsen');
  });

  it.each([
    [['De Glade Gæs', 'Referat af bestyrelsesmøde den 3. maj 2027'], 'De Glade Gæs'],
    [['Referat af bestyrelsesmøde d. 3. maj 2027, De Glade Gæs'], 'De Glade Gæs'],
    [['Referat fra Generalforsamling Havrelund Kajakklub 3/5-2027'], 'Havrelund Kajakklub'],
  ])('%j names whose meeting it is', (lines, body) => {
    expect(read(...lines, ...points, 'Bestyrelsen ønsker nye stole.')).toMatchObject({ body, date: '2027-05-03' });
  });

  it('the body that decides is the one that meets', () => {
    const paper = read(
      '12. maj 2027 – Ordinært møde',
      '',
      '1. Bænke',
      'Havnerådet besluttede at male dem.',
      '2. Evt.',
      'Havnerådet drøftede vejret.',
    );
    expect(paper).toMatchObject({ title: 'Ordinært møde', body: 'Havnerådet', date: '2027-05-12' });
  });

  it.each([
    'Der indkaldes herved til ordinær generalforsamling i Havrelund Roklub onsdag den 19. maj 2027 kl. 19.00.',
    'Medlemmerne inviteres til ordinær generalforsamling i Havrelund Roklub, der afholdes den 19. maj 2027 i klubhuset.',
  ])('a notice without a heading: %s', (notice) => {
    expect(read(notice, ...points)).toMatchObject({
      title: expect.stringMatching(/^ordinær generalforsamling i Havrelund Roklub/),
      date: '2027-05-19',
    });
  });

  it('neither a section nor the first point names it', () => {
    expect(read('Resume', 'Rådet skal tage stilling til stolene.', ...points).title).not.toBe('Resume');
    expect(read('Godkendelse af referat fra sidst', '', '1. Stole', '2. Borde', '3. Lamper').title).toBeNull();
  });

  it("the paper's own heading goes before the web page's", () => {
    const paper = read('Generalforsamling 24.03.2027', '', 'Referat af generalforsamling onsdag den 24. marts 2027', ...points);
    expect(paper.title).toBe('Referat af generalforsamling');
  });
});

describe('where it is', () => {
  const place = (...lines: string[]) => read('Årsmøde 2027', ...lines, ...points).location;

  it.each([
    ['Årsmødet holdes hos Lup & Lak i Havrelund. Det bliver en dag med mange emner.', 'Lup & Lak i Havrelund'],
    ['Årsmødet afholdes tirsdag den 4. maj 2027 kl. 19 i klubhuset.', 'klubhuset'],
    ['Tirsdag den 4. maj 2027 kl. 19.00, Ved Fjorden 20', 'Ved Fjorden 20'],
    ['Tirsdag den 4. maj 2027 (videokonference)', 'videokonference'],
    ['Fjordby Skole, lokale 12', 'Fjordby Skole, lokale 12'],
  ])('%j', (line, location) => expect(place(line)).toBe(location));

  it('cells of a web page that lost what stood between them', () => {
    const paper = read('Referat', 'Mandag d. 3. maj 2027, kl. 10:15', 'MødestedRådssalen', 'UdvalgHavneudvalget', ...points);
    expect(paper).toMatchObject({ location: 'Rådssalen', body: 'Havneudvalget', start: '10:15' });
  });

  it('where meetings are held as a rule is not told of this one', () => {
    expect(place('Møderne holdes normalt på rådhuset kl. 16.00.')).toBeNull();
  });
});
