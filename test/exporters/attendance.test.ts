import { describe, expect, test } from 'vitest';
import { attendanceCsv } from '../../src/exporters/attendanceCsv.ts';
import { minutesDocument } from '../../src/exporters/document/minutesDocument.ts';
import { printMarkdown } from '../../src/exporters/printers/markdown.ts';
import { printPlainText } from '../../src/exporters/printers/plainText.ts';
import { importText } from '../../src/importers/importText.ts';
import { closeInEdition } from '../../src/meeting/closedEdition.ts';
import { editionOf, joinEdition } from '../../src/meeting/edition.ts';
import { withRollCall } from '../../src/meeting/editionRollCall.ts';
import type { Apology, Audience, Person } from '../../src/meeting/meeting.ts';
import type { PresenceNote } from '../../src/meeting/presence.ts';
import { withoutClosed } from '../../src/meeting/withoutClosed.ts';
import type { PresenceNoteKind } from '../../src/meeting/words.ts';
import { agendaOf, at, fileOf } from '../meeting/agendas.ts';

const person = (name: string): Person => ({ id: name, name, email: null });
const published = '2026-09-03T12:05:00.000Z';
let made = 0;
const note = (name: string, kind: PresenceNoteKind, more: Partial<PresenceNote> = {}): PresenceNote => {
  made += 1;
  return {
    id: `n${made}`,
    person: person(name),
    kind,
    itemId: null,
    time: null,
    insteadOf: null,
    guest: false,
    onTheDay: false,
    undoes: [],
    notedAt: new Date(Date.UTC(2026, 8, 3, 8, 0, made)).toISOString(),
    notedBy: 'Ulla Skarvad',
    ...more,
  };
};
const apology = (name: string, more: Partial<Apology> = {}): Apology => ({
  id: name,
  person: person(name),
  scope: { kind: 'meeting' },
  substitute: null,
  receivedAt: '2026-09-01T08:00:00Z',
  enteredBy: name,
  withdrawnAt: null,
  ...more,
});

const agenda = agendaOf(['1 Velkomst', '2 Budget 2027', '3 Ansættelse af chef (lukket)', '4 Eventuelt'], { title: 'Møde i Havneudvalget' });
const [, i2, i3, i4] = agenda.items.map(({ id }) => id);
const notes = [
  note('Ane Kratholm', 'present'),
  note('Bo Lundager', 'arrived', { itemId: i2!, time: at('10.15') }),
  note('Bo Lundager', 'left', { itemId: i4!, time: at('11.00') }),
  note('Torkil Bækhøj', 'present', { insteadOf: person('Ida Vestergaard') }),
  note('Rikke Vindum', 'online'),
  note('Poul Kringelholm', 'present'),
  note('Lene Skovbo', 'absent'),
  note('Grethe Sønderby', 'apology', { onTheDay: true }),
  note('Karen Ankersen', 'present', { guest: true }),
  note('Ane Kratholm', 'recused', { itemId: i2! }),
  note('Ane Kratholm', 'recused', { itemId: i3! }),
];
const file = fileOf(agenda, {
  apologies: [
    apology('Ida Vestergaard', { substitute: 'Torkil Bækhøj' }),
    apology('Poul Kringelholm', { scope: { kind: 'items', itemIds: [i3!, i4!] } }),
    apology('Freja Damsbo'),
  ],
});
const edition = <Who extends Audience>(who: Who) => withRollCall(editionOf(file, who, 1, published), file, notes);
const print = (language: 'da' | 'en' = 'da', who: Audience = 'outside') =>
  printPlainText(minutesDocument({ edition: edition(who), language, detail: 'full' }));

describe('minutes after a roll call', () => {
  test('tell who was there, came late, left early, was a guest, excused or stayed away; nobody twice', () => {
    const lines = print()
      .split('\n')
      .map((line) => line.replace(/\u00a0/g, ' ').trim());
    for (const line of [
      '- Ane Kratholm',
      '- Bo Lundager (kom kl. 10.15 under punkt 2; gik kl. 11.00 under punkt 4)',
      '- Torkil Bækhøj (stedfortræder for Ida Vestergaard)',
      '- Rikke Vindum (online)',
      '- Poul Kringelholm (afbud til punkt 3, punkt 4)',
      '- Karen Ankersen',
      '- Ida Vestergaard (i stedet: Torkil Bækhøj)',
      '- Freja Damsbo',
      '- Grethe Sønderby (på mødedagen)',
      '- Lene Skovbo',
    ])
      expect(lines).toContain(line);
    for (const title of ['Til stede', 'Gæster', 'Afbud', 'Udeblevet']) expect(lines.filter((line) => line.includes(title))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('Poul Kringelholm'))).toHaveLength(1);
    expect(lines.some((line) => line.includes('Deltog ikke i behandlingen (inhabil): Ane Kratholm'))).toBe(true);
    expect(print('en')).toContain('Bo Lundager (arrived at 10:15 during item 2; left at 11:00 during item 4)');
  });
  test('are as before where nobody called the roll, and an apology alone is no roll call', () => {
    const plain = editionOf(file, 'outside', 1, published);
    expect(withRollCall(plain, file, [])).toEqual(plain);
    expect(printPlainText(minutesDocument({ edition: plain, language: 'da', detail: 'full' }))).not.toContain('Til stede');
  });
  test('tell those outside nothing of who was recused from a closed item, and the circle all of it', () => {
    expect(edition('outside').lines.map(({ recused }) => recused ?? [])).toEqual([[], ['Ane Kratholm'], [], []]);
    expect(edition('circle').lines.map(({ recused }) => recused ?? [])).toEqual([[], ['Ane Kratholm'], ['Ane Kratholm'], []]);
    const closed = edition('circle').lines.filter(({ openness }) => openness === 'closed');
    expect(joinEdition(edition('outside'), closed)).toEqual(edition('circle'));
    const kept = withoutClosed({ ...file, minutes: edition('circle') }).minutes!;
    expect(kept.lines[2]?.recused).toBeUndefined();
    const since = closeInEdition(edition('outside'), [{ itemId: i2!, neutralTitle: 'Sag', publicDecision: '' }]);
    expect(JSON.stringify(since.outside.lines[1])).not.toContain('Ane Kratholm');
    expect(JSON.stringify(since.outside)).not.toContain('Budget 2027');
    expect(since.outside.attendance?.present.find(({ name }) => name === 'Bo Lundager')?.moves[0]?.item).toMatchObject({
      title: 'Sag',
      openness: 'closed',
    });
    expect(since.closed[0]?.recused).toEqual(['Ane Kratholm']);
  });
  test.each([
    ['plain text', () => print()],
    ['Markdown', () => printMarkdown(minutesDocument({ edition: edition('outside'), language: 'da', detail: 'full' }))],
  ])('are read back by the importer: %s', (_, printed) => {
    const paper = importText(printed());
    for (const name of ['Ane Kratholm', 'Bo Lundager', 'Torkil Bækhøj', 'Rikke Vindum']) expect(paper.participants).toContain(name);
    for (const name of ['Ida Vestergaard', 'Freja Damsbo', 'Grethe Sønderby', 'Lene Skovbo']) expect(paper.participants).not.toContain(name);
    const away = new Map(paper.apologies.map(({ name, substitute }) => [name, substitute]));
    expect([...away.keys()]).toEqual(expect.arrayContaining(['Ida Vestergaard', 'Freja Damsbo', 'Grethe Sønderby']));
    expect(away.get('Ida Vestergaard')).toBe('Torkil Bækhøj');
    expect(paper.items.some(({ title }) => title.endsWith('Budget 2027'))).toBe(true);
    expect(paper.items.some(({ title }) => title.includes('Skovbo'))).toBe(false);
  });
});

describe('attendance as CSV', () => {
  const row = (name: string) => ({ person: person(name), meetings: 3, present: 1, excused: 1, absent: 0, notNoted: 1 });
  test('is a table that a Danish spreadsheet opens, and nobody’s name is a formula or another column', () => {
    expect(attendanceCsv([row('Ane Kratholm'), row('=HYPERLINK("x")'), row('Bo; Lundager\nx')], 'da')).toBe(
      [
        '\uFEFFNavn;Møder;Til stede;Afbud;Udeblevet;Ikke noteret',
        'Ane Kratholm;3;1;1;0;1',
        `"'=HYPERLINK(""x"")";3;1;1;0;1`,
        '"Bo; Lundager x";3;1;1;0;1',
        '',
      ].join('\r\n'),
    );
  });
});
