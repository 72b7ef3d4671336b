import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { treeOfDocx } from '../../src/importers/convert/docx.ts';
import { sourceOfTree } from '../../src/importers/convert/tree.ts';
import { importFile } from '../../src/importers/importFile.ts';
import { language } from '../../src/importers/language.ts';

type Child = Paragraph | Table;

/** A point of Word's own automatic list: "items" and "points" are numbered lists, "dots" is a bulleted one. */
const point = (text: string, reference: 'items' | 'points' | 'dots', level = 0): Paragraph =>
  new Paragraph({ text, numbering: { reference, level } });
const paragraph = (text: string, options: IParagraphOptions = {}): Paragraph => new Paragraph({ ...options, children: [new TextRun(text)] });

async function wordFile(children: Child[]): Promise<Uint8Array> {
  const decimal = [
    { level: 0, format: 'decimal', text: '%1.' },
    { level: 1, format: 'decimal', text: '%2.' },
  ] as const;
  const dots = [
    { level: 0, format: 'bullet', text: '•' },
    { level: 1, format: 'bullet', text: '•' },
  ] as const;
  const config = [
    { reference: 'items', levels: decimal },
    { reference: 'points', levels: decimal },
    { reference: 'dots', levels: dots },
  ];
  const document = new Document({ numbering: { config }, footnotes: { 1: { children: [paragraph('Se bilag 2')] } }, sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

async function linesOf(children: Child[]): Promise<string[]> {
  const { text } = sourceOfTree(await treeOfDocx(await wordFile(children), 'a.docx'), language('da'));
  return text.split('\n');
}

describe('a Word file', () => {
  it('goes on counting where a list was interrupted, and counts anew where a list stands inside the points of another', async () => {
    const children = [
      point('Velkomst', 'items'),
      paragraph('Formanden byder velkommen.'),
      point('Økonomi', 'items'),
      paragraph('Indstilling'),
      point('at rapporten godkendes', 'points'),
      point('at byrådet får den', 'points'),
      point('Eventuelt', 'items'),
      paragraph('Indstilling'),
      point('at mødet slutter', 'points'),
    ];
    expect(await linesOf(children)).toEqual([
      '1. Velkomst',
      'Formanden byder velkommen.',
      '',
      '2. Økonomi',
      'Indstilling',
      '1. at rapporten godkendes',
      '2. at byrådet får den',
      '',
      '3. Eventuelt',
      'Indstilling',
      '1. at mødet slutter',
    ]);
  });

  it('keeps headings, lists in lists, line breaks, links, empty lines and columns', async () => {
    const children = [
      paragraph('Direktionsmøde', { heading: HeadingLevel.HEADING_1 }),
      point('Budget', 'dots'),
      point('Anlæg', 'dots', 1),
      point('Drift', 'dots'),
      new Paragraph({ children: [new TextRun('Sted: Lokale 1'), new TextRun({ text: 'Tid: 9-10', break: 1 })] }),
      paragraph(''),
      new Paragraph({ children: [new ExternalHyperlink({ link: 'https://fjordby.example/', children: [new TextRun('Bilag')] }), new TextRun(' 1')] }),
      paragraph('Ane Kratholm\tdirektør'),
    ];
    expect(await linesOf(children)).toEqual([
      'Direktionsmøde',
      '• Budget',
      '  • Anlæg',
      '• Drift',
      'Sted: Lokale 1',
      'Tid: 9-10',
      '',
      'Bilag 1',
      'Ane Kratholm\tdirektør',
    ]);
  });

  it('puts footnotes after the text', async () => {
    const noted = new Paragraph({ children: [new TextRun('Regnskabet'), new FootnoteReferenceRun(1)] });
    expect(await linesOf([noted, paragraph('Slut')])).toEqual(['Regnskabet[1]', 'Slut', '[1] Se bilag 2']);
  });

  it('keeps cells in their columns where one covers others', async () => {
    const cell = (text: string, options: { columnSpan?: number; rowSpan?: number } = {}) =>
      new TableCell({ ...options, children: [paragraph(text)] });
    const rows = [
      new TableRow({ children: [cell('A', { columnSpan: 2 }), cell('B', { rowSpan: 2 }), cell('E')] }),
      new TableRow({ children: [cell('C'), cell('D'), cell('F')] }),
    ];
    expect(await linesOf([new Table({ rows })])).toEqual(['A |  | B | E', 'C | D |  | F']);
  });

  it('whose agenda is numbered by Word reads like one numbered by hand', async () => {
    const bytes = await wordFile([
      paragraph('Dagsorden for direktionsmøde den 8. april 2026', { heading: HeadingLevel.HEADING_1 }),
      point('Godkendelse af referat', 'items'),
      paragraph('Referatet er udsendt.'),
      point('Anlægsplan 2027-30', 'items'),
      paragraph('Indstilling'),
      point('at planen godkendes', 'points'),
      point('at den sendes til byrådet', 'points'),
      point('Eventuelt', 'items'),
    ]);
    const paper = await importFile({ name: 'a.docx', type: '', bytes });
    expect(paper.items.map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Godkendelse af referat'],
      ['2', 'Anlægsplan 2027-30'],
      ['3', 'Eventuelt'],
    ]);
  });
});
