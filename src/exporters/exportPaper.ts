import { paperDocument, type PaperDocument } from './document/paperDocument.ts';
import type { Paper, PaperEdition } from './paper/paper.ts';
import type { PdfFonts } from './printers/pdf.ts';

export const PAPER_FORMATS = ['docx', 'pdf', 'html', 'md', 'txt', 'ics', 'json', 'oparl', 'sbsys'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

export interface Exported {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** MIME type. */
  readonly type: string;
  /** "Referat 2026-03-10 Skolebestyrelsen.docx" */
  readonly name: string;
}

const TYPES: Readonly<Record<PaperFormat, { readonly type: string; readonly ending: string }>> = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
  html: { type: 'text/html', ending: 'html' },
  md: { type: 'text/markdown', ending: 'md' },
  txt: { type: 'text/plain', ending: 'txt' },
  ics: { type: 'text/calendar', ending: 'ics' },
  json: { type: 'application/json', ending: 'json' },
  oparl: { type: 'application/json', ending: 'oparl.json' },
  sbsys: { type: 'application/xml', ending: 'xml' },
};

export interface ExportChoice {
  readonly format: PaperFormat;
  readonly edition: PaperEdition;
  /** Where the fonts of a PDF are fetched: from disk, or from where the app is served. */
  readonly fonts: () => Promise<PdfFonts>;
}

/**
 * Prints a paper. The printers with a library of their own are loaded when they are first asked for; the others come with this file, since the name of
 * every chunk stands in every page.
 */
export async function exportPaper(paper: Paper, choice: ExportChoice): Promise<Exported> {
  const { format, edition } = choice;
  const printed = await print(paper, choice);
  const bytes = typeof printed === 'string' ? new TextEncoder().encode(printed) : new Uint8Array(printed);
  const { type, ending } = TYPES[format];
  return { bytes, type, name: `${fileName(paper, paperDocument({ ...paper, items: [] }, edition), edition)}.${ending}` };
}

async function print(paper: Paper, { format, edition, fonts }: ExportChoice): Promise<string | Uint8Array> {
  const document = () => paperDocument(paper, edition);
  switch (format) {
    case 'docx':
      return (await import('./printers/word.ts')).printWord(document());
    case 'pdf':
      return (await import('./printers/pdf.ts')).printPdf(document(), await fonts());
    case 'html':
      return (await import(/* webpackMode: "eager" */ './printers/page.ts')).printPage(document());
    case 'md':
      return (await import(/* webpackMode: "eager" */ './printers/markdown.ts')).printMarkdown(document());
    case 'txt':
      return (await import(/* webpackMode: "eager" */ './printers/plainText.ts')).printPlainText(document());
    case 'ics':
      return (await import(/* webpackMode: "eager" */ './printers/calendar.ts')).printCalendar(paper, edition);
    case 'json':
      return (await import(/* webpackMode: "eager" */ './printers/json.ts')).printJson(paper, edition);
    case 'oparl':
      return (await import(/* webpackMode: "eager" */ './printers/oparl.ts')).printOparl(paper, edition);
    case 'sbsys':
      return (await import(/* webpackMode: "eager" */ './printers/sbsys.ts')).printSbsys(paper, edition);
  }
}

/** A name that SharePoint and Windows take: none of their signs, not too long. */
function fileName({ date, body, title }: Paper, { paper }: PaperDocument, edition: PaperEdition): string {
  const words = [paper.word, date, body ?? title, edition === 'closed' ? paper.editionWords.split(' – ')[0] : null];
  const name = words
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ')
    .replace(/["*:<>?/\\|#%~&{}\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name.slice(0, 100).replace(/[ .]+$/, '') || 'Dagsorden';
}
