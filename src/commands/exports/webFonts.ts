import type { PdfFonts } from '../../exporters/printers/pdf.ts';
import { Failure } from '../../meeting/errors.ts';

async function read(address: URL): Promise<Uint8Array> {
  try {
    const answer = await fetch(address);
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  } catch (cause) {
    throw new Failure('Offline', 'The letters of the PDF could not be fetched', { cause });
  }
  throw new Failure('Offline', 'The letters of the PDF could not be fetched');
}

/** Liberation Sans, which pdf.js brings along (SIL Open Font License), from where the app is served. */
export async function webFonts(): Promise<PdfFonts> {
  const [regular, bold, italic] = await Promise.all([
    read(new URL('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf', import.meta.url)),
    read(new URL('pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf', import.meta.url)),
    read(new URL('pdfjs-dist/standard_fonts/LiberationSans-Italic.ttf', import.meta.url)),
  ]);
  return { regular, bold, italic };
}
