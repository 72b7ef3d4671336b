import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClosed } from '../../src/meeting/agenda.ts';
import { editionOf } from '../../src/meeting/edition.ts';
import type { MeetingFile, Treatment } from '../../src/meeting/meeting.ts';
import { extractOf } from '../../src/exporters/paper/extract.ts';
import { paperOfAgenda } from '../../src/exporters/paper/paperOfAgenda.ts';
import { paperOfMinutes } from '../../src/exporters/paper/paperOfMinutes.ts';
import { withFollowUps } from '../../src/meeting/editionFollowUp.ts';
import { importFile } from '../../src/importers/importFile.ts';
import { followUpOf } from '../meeting/followUps.ts';
import { agendaOf, anyAgenda, fileOf } from '../meeting/agendas.ts';
import { MARK } from './anyPaper.ts';
import { exported, lettersOf } from './paperText.ts';

const context = { language: 'da', organisation: 'Fjordby Kommune' } as const;

/** The mark stands in every word of what is closed. */
const marked = anyAgenda.map((agenda): MeetingFile => {
  const items = agenda.items.map((item) => ({ ...item, neutralTitle: 'Personsag', block: null }));
  const closed = items.map((item) =>
    isClosed(items, item)
      ? {
          ...item,
          title: `${MARK} titel`,
          presenters: [`${MARK} Navn`],
          sections: [{ role: 'recommendation' as const, heading: `${MARK} hoved`, text: `${MARK} tekst` }],
          attachments: [{ number: '1', title: `${MARK} bilag`, documentId: MARK, openness: 'closed' as const, url: `https://x.example/${MARK}` }],
        }
      : { ...item, attachments: [{ number: null, title: `${MARK} bilag`, documentId: null, openness: 'closed' as const, url: null }] },
  );
  const treatments = closed.map((item): Treatment => ({
    itemId: item.id,
    openness: isClosed(closed, item) ? 'closed' : 'open',
    outcome: null,
    decision: isClosed(closed, item) ? `${MARK} beslutning` : 'Godkendt med rettelser.',
    publicDecision: isClosed(closed, item) ? 'Ført til protokol' : '',
    notTreated: false,
  }));
  return fileOf({ ...agenda, items: closed }, { treatments });
});

/** What follows from each item that is closed, wherever it was read. */
const marking = ({ agenda: { items } }: MeetingFile) =>
  items.filter((item) => isClosed(items, item)).map((item) => followUpOf({ id: item.id, itemId: item.id, what: `${MARK} opgave`, owner: null }));

describe('the open edition of a meeting', () => {
  test('holds nothing closed, of the agenda nor of the minutes, whoever makes it', async () => {
    await fc.assert(
      fc.asyncProperty(marked, async (file) => {
        const papers = [
          paperOfAgenda(file, context),
          paperOfMinutes(withFollowUps(editionOf(file, 'circle', 1, '2026-09-03T12:05:00Z'), marking(file), null), file, context),
          paperOfMinutes(withFollowUps(editionOf(file, 'outside', 1, '2026-09-03T12:05:00Z'), marking(file), null), file, context),
        ];
        for (const paper of papers)
          for (const format of ['txt', 'docx', 'json', 'sbsys', 'oparl'] as const)
            expect((await lettersOf(await exported(paper, format, 'open'), format)).includes(MARK), format).toBe(false);
      }),
      { numRuns: 25 },
    );
  });
});

describe('minutes', () => {
  const agenda = agendaOf(['1 Budget', '> 1.a Drift', '2 Personsag om Vej og Park (lukket)'], { chair: 'Grethe Sønderby' });
  const [budget, , person] = agenda.items;
  const file = fileOf(
    {
      ...agenda,
      items: agenda.items.map((item, place) => ({
        ...item,
        neutralTitle: place === 2 ? 'Personsag' : null,
        sections: place === 0 ? [{ role: 'recommendation', heading: null, text: 'At budgettet godkendes' }] : [],
      })),
    },
    {
      treatments: [
        { itemId: budget!.id, openness: 'open', outcome: null, decision: 'Vedtaget.', publicDecision: '', notTreated: false },
        { itemId: person!.id, openness: 'closed', outcome: null, decision: 'Opsiges.', publicDecision: 'Sagen blev drøftet', notTreated: false },
      ],
    },
  );
  const paper = paperOfMinutes(editionOf(file, 'circle', 2, '2026-09-03T12:05:00Z'), file, context);
  const text = async (edition: 'open' | 'closed', of = paper) => lettersOf(await exported(of, 'txt', edition), 'txt');

  test('have the decision after the recommendation, and say when they were published', async () => {
    const words = (await text('closed')).replace(/\s+/g, ' ');
    expect(words).toContain('1. Budget Indstilling At budgettet godkendes Beslutning Vedtaget.');
    expect(words).toContain('2. Lukket punkt: Personsag om Vej og Park Beslutning Opsiges.');
    expect(words).toMatch(/Udgivet torsdag den 3\. september 2026 .* Udgave 2/);
  });

  test('tell those outside the neutral title and the decision meant for them', async () => {
    const words = (await text('open')).replace(/\s+/g, ' ');
    expect(words).toContain('2. Lukket punkt: Personsag Beslutning Sagen blev drøftet');
    expect(words).not.toMatch(/Opsiges|Vej og Park/);
  });

  test('of one item are an extract with its decision', async () => {
    const words = await text('open', extractOf(paper, budget!.id)!);
    expect(words).toContain('UDSKRIFT AF REFERAT');
    expect(words).toContain('Vedtaget.');
    expect(words).toContain('1.a Drift');
    expect(words).not.toContain('Personsag');
  });

  test('have what is to be done after the decision, in words that say just what was typed, and it is read back as follow-up', async () => {
    const typed = '1) Indhente *tilbud* [nr. 2] #havn';
    const followUps = [
      followUpOf({ id: 'a', itemId: budget!.id, what: typed, due: '2026-12-01' }),
      followUpOf({ id: 'b', itemId: budget!.id, owner: null, due: null }),
    ];
    const with2 = paperOfMinutes(withFollowUps(editionOf(file, 'circle', 2, '2026-09-03T12:05:00Z'), followUps, null), file, context);
    const words = (await text('open', with2)).replace(/\s+/g, ' ');
    expect(words).toMatch(
      /Beslutning Vedtaget\. Opfølgning .{0,3}1\) Indhente \*tilbud\* \[nr\. 2\] #havn \(ansvarlig: Ane Kratholm, frist: 1\. december 2026\)/,
    );
    const { bytes } = await exported(with2, 'docx', 'open');
    const read = await importFile({ name: 'x.docx', type: '', bytes });
    const [first] = read.items;
    expect(read.items.map(({ title }) => title)).toEqual(
      (await importFile({ name: 'x.docx', type: '', bytes: (await exported(paper, 'docx', 'open')).bytes })).items.map(({ title }) => title),
    );
    expect(first?.sections.find(({ role }) => role === 'followUp')?.text).toContain('Skrive notat');
  });

  test('as OParl have what OParl asks of a meeting and its items', async () => {
    const meeting = JSON.parse(await lettersOf(await exported(paper, 'oparl', 'open'), 'oparl')) as { agendaItem: object[] };
    expect(meeting).toMatchObject({ type: 'https://schema.oparl.org/1.1/Meeting', start: expect.stringMatching(/Z$/) as string });
    expect(meeting.agendaItem).toMatchObject([
      { type: 'https://schema.oparl.org/1.1/AgendaItem', order: 1, number: '1', name: 'Budget', public: true, resolutionText: 'Vedtaget.' },
      { order: 2, number: '1.a', 'dagsorden:superordinated': expect.stringMatching(/agendaItem\/1$/) as string },
      { order: 3, name: 'Personsag', public: false, resolutionText: 'Sagen blev drøftet' },
    ]);
  });
});
