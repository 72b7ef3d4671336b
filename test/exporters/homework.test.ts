import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { intakeOf } from '../../src/commands/intake/intakeOf.ts';
import { invitationHtml } from '../../src/exporters/invitationHtml.ts';
import { paperOfAgenda } from '../../src/exporters/paper/paperOfAgenda.ts';
import { importFile } from '../../src/importers/importFile.ts';
import { homeworkOf, withHomework, type Homework } from '../../src/meeting/homework.ts';
import { agendaOf, fileOf } from '../meeting/agendas.ts';
import { exported, lettersOf } from './paperText.ts';
import { wordsInHtml } from './wordsIn.ts';

const context = { language: 'da', organisation: 'Fjordby Kommune' } as const;
const BUDGET: readonly Homework[] = [
  { what: 'Læs bilag 2 og skriv tre spørgsmål', owner: 'Ane Kratholm', due: '2026-08-28' },
  { what: 'Indhent tal fra Vej & Park', owner: null, due: '2026-09-01' },
];

function fileWith(homework: readonly Homework[], language: 'da' | 'en' = 'da') {
  const agenda = agendaOf(['1 Budget 2027', '2 Personsag (lukket)', '3 Eventuelt']);
  const case_ = { role: 'background', heading: 'Sagsfremstilling', text: 'Budgettet behandles.' } as const;
  const items = agenda.items.map((item, at) => (at < 2 ? { ...item, sections: withHomework([case_], homework, language) } : item));
  return fileOf({ ...agenda, items });
}

describe('homework that was printed', () => {
  it.each(['docx', 'md', 'txt', 'html'] as const)('is read back as homework from %s', async (format) => {
    const { bytes } = await exported(paperOfAgenda(fileWith(BUDGET), context), format);
    let id = 0;
    const again = intakeOf(await importFile({ name: `x.${format === 'md' ? 'txt' : format}`, type: '', bytes }), () => `i${(id += 1)}`);
    expect(again.agenda.items.map((item) => [item.title, homeworkOf(item)])).toEqual([
      ['Budget 2027', BUDGET],
      ['Personsag', BUDGET],
      ['Eventuelt', []],
    ]);
    expect(again.agenda.items[0]?.sections[0]).toMatchObject({ role: 'background', text: 'Budgettet behandles.' });
  });

  test('is read back whatever is to be done, by whom and when', async () => {
    const what = fc.constantFrom('Læs bilag 2', 'Ring til Rikke', 'Gennemgå budget 2027, afsnit 4', 'Tag stilling til indstillingen', '3 spørgsmål');
    const owner = fc.constantFrom('Ane Kratholm', 'Poul Kringelholm, direktør', 'Rikke Vindum / HR', 'Alle (undtagen formanden)', null);
    const due = fc.constantFrom('2026-08-28', '2026-09-01', null);
    const any = fc.array(fc.record({ what, owner, due }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(any, fc.constantFrom('docx' as const, 'txt' as const), async (homework, format) => {
        const { bytes } = await exported(paperOfAgenda(fileWith(homework), context), format);
        let id = 0;
        const again = intakeOf(await importFile({ name: `x.${format}`, type: '', bytes }), () => `i${(id += 1)}`);
        expect(again.agenda.items.map((item) => homeworkOf(item))).toEqual([homework, homework, []]);
      }),
      { numRuns: 25 },
    );
  });

  test('stands in every printed form; of a closed item in the closed edition alone', async () => {
    const paper = paperOfAgenda(fileWith(BUDGET), context);
    for (const format of ['docx', 'md', 'txt', 'html', 'pdf', 'sbsys'] as const) {
      const times = async (edition: 'open' | 'closed') =>
        (await lettersOf(await exported(paper, format, edition), format)).split('tre spørgsmål').length - 1;
      // A PDF holds its words once more in its structure.
      expect((await times('closed')) / (await times('open')), format).toBe(2);
    }
  });

  test('is a field of the JSON export, by its schema', async () => {
    const paper = paperOfAgenda(fileWith(BUDGET), context);
    const valid = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync(new URL('../../docs/export.schema.json', import.meta.url), 'utf8')) as object,
    );
    for (const [edition, inside] of [
      ['closed', BUDGET],
      ['open', []],
    ] as const) {
      const json = JSON.parse(await lettersOf(await exported(paper, 'json', edition), 'json')) as { items: { homework: unknown }[] };
      expect(valid(json), JSON.stringify(valid.errors)).toBe(true);
      expect(json.items.map(({ homework }) => homework)).toEqual([BUDGET, inside, []]);
    }
  });
});

test('the invitation tells what is to be done for open items, a line each, in the language of the board', () => {
  const link = 'https://dagsorden.fjordby.example/index.html#/m?s=site&k=key';
  const html = invitationHtml(fileWith(BUDGET).agenda, link, 'da');
  const words = wordsInHtml(html).join(' ');
  expect(words.split('tre spørgsmål')).toHaveLength(2);
  expect(html).toContain('Forberedelse: Læs bilag 2 og skriv tre spørgsmål (ansvarlig: Ane Kratholm, frist: 28. august 2026)');
  expect(invitationHtml(fileWith(BUDGET).agenda, link, 'en')).toContain('(owner: Ane Kratholm, due: 28 August 2026)');
});
