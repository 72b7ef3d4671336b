import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PdfFonts } from '../exporters/printers/pdf.ts';

const read = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(fileURLToPath(import.meta.resolve(`pdfjs-dist/standard_fonts/LiberationSans-${name}.ttf`))));

/** Liberation Sans, which pdf.js brings along (SIL Open Font License). */
export async function nodeFonts(): Promise<PdfFonts> {
  const [regular, bold, italic] = await Promise.all([read('Regular'), read('Bold'), read('Italic')]);
  return { regular, bold, italic };
}
