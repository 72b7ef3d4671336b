import { unzipSync, strFromU8 } from 'fflate';
import { nodeFonts } from '../../src/entries/nodeFonts.ts';
import { exportPaper, type Exported, type PaperFormat } from '../../src/exporters/exportPaper.ts';
import type { Paper, PaperEdition } from '../../src/exporters/paper/paper.ts';

export const exported = (paper: Paper, format: PaperFormat, edition: PaperEdition = 'closed'): Promise<Exported> =>
  exportPaper(paper, { format, edition, fonts: nodeFonts });

/** Everything an export holds, as letters: every part of a Word file, the text and the information of a PDF. */
export async function lettersOf({ bytes }: Exported, format: PaperFormat): Promise<string> {
  if (format === 'docx')
    return Object.entries(unzipSync(bytes))
      .map(([name, part]) => `${name}\n${strFromU8(part)}`)
      .join('\n');
  if (format === 'pdf') return pdfLetters(bytes);
  return new TextDecoder().decode(bytes);
}

async function pdfLetters(bytes: Uint8Array): Promise<string> {
  const document = await openPdf(bytes);
  const info = JSON.stringify(await document.getMetadata());
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
    pages.push(JSON.stringify(await page.getAnnotations()), JSON.stringify(await page.getStructTree()));
  }
  await document.destroy();
  return [info, ...pages].join('\n');
}

export async function openPdf(bytes: Uint8Array) {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return pdfjs.getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
}
