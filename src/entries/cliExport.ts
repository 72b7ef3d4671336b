// npm run --silent dagsorden -- export --format FORMAT [--edition open|closed] FILE.json
import { readFile } from 'node:fs/promises';
import { exportPaper, PAPER_FORMATS, type PaperFormat } from '../exporters/exportPaper.ts';
import { PAPER_EDITIONS, type PaperEdition } from '../exporters/paper/paper.ts';
import { NotAPaper, readPaper } from '../exporters/paper/readPaper.ts';
import { nodeFonts } from './nodeFonts.ts';

/** What was asked for, checked; null where it is not understood. */
export function exportChoice(format: string | undefined, edition: string | undefined): { format: PaperFormat; edition: PaperEdition } | null {
  const known = PAPER_FORMATS.find((each) => each === format);
  const read = PAPER_EDITIONS.find((each) => each === (edition ?? 'open'));
  return known === undefined || read === undefined ? null : { format: known, edition: read };
}

/**
 * Prints the paper in one JSON file.
 * @throws ExportRefused with the one sentence that says why not
 */
export async function exportJson(file: string, choice: { readonly format: PaperFormat; readonly edition: PaperEdition }): Promise<Uint8Array> {
  const paper = readPaperFile(parseJson(await readText(file), file), file);
  try {
    return (await exportPaper(paper, { ...choice, fonts: nodeFonts })).bytes;
  } catch (error) {
    if (error instanceof Error && error.name === 'NoDate')
      throw new ExportRefused(
        file,
        'dagsordenen har ingen dato og kan ikke stå i en kalender / the agenda has no date and cannot stand in a calendar',
      );
    throw error;
  }
}

/** Why a file was not exported, in Danish and English. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';

  constructor(file: string, sentence: string) {
    super(`${file}: ${sentence}`);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw new ExportRefused(file, code === 'ENOENT' ? 'filen findes ikke / there is no such file' : 'filen kan ikke læses / the file cannot be read');
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const papers = text.split('\n').filter((line) => line.startsWith('{"file":')).length;
    throw new ExportRefused(
      file,
      papers > 1
        ? `filen holder ${papers} dagsordener; gem én ad gangen / the file holds ${papers} agendas; keep one in a file`
        : 'filen er ikke JSON; brug det, som "dagsorden import" skrev / the file is no JSON; use what "dagsorden import" printed',
    );
  }
}

function readPaperFile(value: unknown, file: string) {
  try {
    return readPaper(value);
  } catch (error) {
    if (!(error instanceof NotAPaper)) throw error;
    throw new ExportRefused(
      file,
      error.reason === 'noItems'
        ? 'der er ingen dagsorden i filen / there is no agenda in the file'
        : `feltet "${error.where ?? ''}" er ikke, som docs/export.md siger / the field "${error.where ?? ''}" is not as docs/export.md says`,
    );
  }
}
