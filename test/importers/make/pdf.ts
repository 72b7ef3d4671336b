import { deflateSync } from 'node:zlib';

// A small PDF writer for fixtures: printed lines at fixed places, a form feed makes a page. Latin letters only.

/** Windows-1252 codes of the signs papers use beyond Latin-1. */
const beyond = new Map<string, number>([
  ['•', 0x95],
  ['–', 0x96],
  ['—', 0x97],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['…', 0x85],
]);

function encode(text: string): number[] {
  return [...text].map((sign) => {
    const code = sign.codePointAt(0) ?? 63;
    return code < 256 ? code : (beyond.get(sign) ?? 63);
  });
}

function literal(text: string): string {
  return encode(text)
    .map((code) =>
      code === 40 || code === 41 || code === 92
        ? `\\${String.fromCharCode(code)}`
        : code > 126
          ? `\\${code.toString(8).padStart(3, '0')}`
          : String.fromCharCode(code),
    )
    .join('');
}

export interface PrintedPdf {
  /** Printed text; wide gaps and tabs stay gaps. */
  text: string;
  encrypted?: boolean;
}

/** Prints text in 10 pt Courier, 12 pt apart. */
export function makePdf(text: string): Uint8Array {
  const printable = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/[\uf0b7\uf0a7]/g, '•');
  const pages = printable.split('\f').flatMap(cutPage);
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>');
  pages.forEach((lines, i) => {
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2400 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`);
    const stream = lines.flatMap((line, row) => drawLine(line, 800 - row * 12)).join('\n');
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  });
  return assemble(objects, '');
}

function cutPage(page: string): string[][] {
  const lines = page.split('\n');
  const pages: string[][] = [];
  for (let i = 0; i < Math.max(1, lines.length); i += 64) pages.push(lines.slice(i, i + 64));
  return pages;
}

function drawLine(line: string, y: number): string[] {
  const expanded = line.replace(/\t/g, '        ');
  const parts = [...expanded.matchAll(/\S+(?: {1,2}\S+)*/g)];
  return parts.map((part) => `BT /F1 10 Tf 1 0 0 1 ${40 + part.index * 6} ${y} Tm (${literal(part[0])}) Tj ET`);
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((object, i) => {
    offsets.push(body.length);
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body, 'latin1'));
}

/** A page with a drawing and no text, as a scanner leaves it. */
export function makeScannedPdf(): Uint8Array {
  const stream = '0.5 g 50 50 400 600 re f';
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents 4 0 R >>',
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ],
    '',
  );
}

/** Says that it is encrypted with a password nobody has. */
export function makeEncryptedPdf(): Uint8Array {
  const key = '00'.repeat(32);
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${key}> /U <${key}> >>`,
    ],
    `/Encrypt 3 0 R /ID [<${'11'.repeat(16)}> <${'11'.repeat(16)}>] `,
  );
}

/** One page that draws this, each piece a stream of its own, packed `times` times; the document lists the page `pages` times. */
export function makePackedPdf(pieces: readonly Uint8Array[], { times = 1, pages = 1 } = {}): Uint8Array {
  const known = new Map<Uint8Array, string>();
  const streamOf = (piece: Uint8Array): string => {
    let packed = piece;
    // The fastest packing: what is packed here may be hundreds of megabytes.
    for (let i = 0; i < times; i++) packed = deflateSync(packed, { level: 1 });
    const filters = '/FlateDecode '.repeat(times);
    return `<< /Length ${packed.length} /Filter [${filters}] >>\nstream\n${Buffer.from(packed).toString('latin1')}\nendstream`;
  };
  const streams = pieces.map((piece) => {
    const stream = known.get(piece) ?? streamOf(piece);
    known.set(piece, stream);
    return stream;
  });
  const contents = pieces.map((_, i) => `${5 + i} 0 R`).join(' ');
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${'4 0 R '.repeat(pages)}] /Count ${pages} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Resources << /Font << /F1 3 0 R >> >> /Contents [${contents}] >>`,
      ...streams,
    ],
    '',
  );
}
