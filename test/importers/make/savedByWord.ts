// A Word file as Word itself saves it: every paragraph and run marked with the session it was written in, fonts and language on every
// run, and runs cut where somebody stopped typing or the spelling was looked at. Libraries write a tenth of that.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { randomOf } from '../damage.ts';

const looks =
  '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="da-DK"/></w:rPr>';

/** Rewrites the plain paragraphs of a file made by make/docx.ts; its text stays the same. */
export function savedByWord(file: Uint8Array): Uint8Array {
  const entries = unzipSync(file);
  const random = randomOf(20_260_513);
  const session = () => `00${random(0xffffff).toString(16).toUpperCase().padStart(6, '0')}`;
  const run = (text: string) => `<w:r w:rsidRPr="${session()}">${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = entries['word/document.xml'];
  if (!body) throw new TypeError('Not a Word file');
  const xml = strFromU8(body)
    .replaceAll('<w:p>', () => `<w:p w:rsidR="${session()}" w:rsidRDefault="${session()}" w:rsidP="${session()}"><w:pPr>${looks}</w:pPr>`)
    .replace(/<w:r><w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g, (_, text: string) => {
      const words = text.split(/(?<= )/);
      const runs: string[] = [];
      while (words.length > 0) runs.push(run(words.splice(0, 4 + random(10)).join('')));
      return runs.join('<w:proofErr w:type="spellStart"/>');
    });
  return zipSync({ ...entries, 'word/document.xml': strToU8(xml) });
}
