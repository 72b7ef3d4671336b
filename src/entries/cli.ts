// npm run --silent dagsorden -- import FILE... | export --format FORMAT FILE.json | verify FILE.json
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importFile, type FileOptions } from '../importers/importFile.ts';
import { exportChoice, ExportRefused, exportJson } from './cliExport.ts';
import { verifyFile } from './cliVerify.ts';
import { Unreadable, type UnreadableReason } from '../importers/unreadable.ts';

const help = `dagsorden import FILE...
dagsorden export --format FORMAT FILE.json
dagsorden verify FILE.json

import reads meeting papers and prints one JSON object per file and line: kind, title, date, items, decisions …

  --format text|html|docx|pdf|auto   how to read the files (auto: by their first bytes)
  --pretty                           indented JSON
  --help                             this text

export prints what import printed of one paper, to standard output:

  --format docx|pdf|html|md|txt|ics|json|oparl|sbsys
  --edition open|closed              open (the default) leaves out what is closed

verify says whether minutes that were saved as JSON from Dagsorden are as they were published, and names what is not. Exit code 1 when something has
been changed, 3 when they were published before there were seals.

Exit code 1 when a file could not be read; the others are read all the same.
`;

const sentences: Record<UnreadableReason, string> = {
  encrypted: 'filen er beskyttet med adgangskode / the file is protected by a password',
  scanned: 'filen er et billede uden tekst (scannet) / the file is a picture without text (scanned)',
  notAnAgendaFile: 'filtypen kan ikke læses; brug Word, PDF, HTML eller tekst / this type of file cannot be read; use Word, PDF, HTML or text',
  tooLarge: 'filen er for stor / the file is too large',
  corrupt: 'filen er ødelagt eller ufuldstændig / the file is damaged or incomplete',
  zipBomb: 'filen fylder for meget, når den pakkes ud / the file is too large when unpacked',
  aborted: 'læsningen blev afbrudt / reading was stopped',
};

const formats = ['text', 'html', 'docx', 'pdf', 'auto'] as const;

/** Runs the command line; the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let parsed: { values: { format?: string; edition?: string; pretty?: boolean; help?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, edition: { type: 'string' }, pretty: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return 2;
  }
  const { values, positionals } = parsed;
  const [command, ...files] = positionals;
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (command === 'export') return exportOne(files, values);
  if (command === 'verify') return verifyOne(files);
  const format = formats.find((known) => known === (values.format ?? 'auto'));
  if (command !== 'import' || files.length === 0 || !format) {
    process.stderr.write(help);
    return 2;
  }
  let code = 0;
  for (const file of files) {
    try {
      const bytes = new Uint8Array(await readFile(file));
      const options: FileOptions = { format };
      const paper = await importFile({ name: file, type: '', bytes }, options);
      await write(`${JSON.stringify({ file, ...paper }, null, values.pretty ? 2 : undefined)}\n`);
    } catch (error) {
      code = 1;
      process.stderr.write(`${file}: ${describe(error)}\n`);
    }
  }
  return code;
}

async function verifyOne([file, ...more]: readonly string[]): Promise<number> {
  if (file === undefined || more.length > 0) {
    process.stderr.write(help);
    return 2;
  }
  const { code, words } = await verifyFile(file);
  await write(`${words}\n`);
  return code;
}

async function exportOne(files: readonly string[], { format, edition }: { readonly format?: string; readonly edition?: string }): Promise<number> {
  const choice = exportChoice(format, edition);
  const [file] = files;
  if (choice === null || file === undefined || files.length > 1) {
    process.stderr.write(help);
    return 2;
  }
  try {
    await write(await exportJson(file, choice));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof ExportRefused ? error.message : `${file}: ${describe(error)}`}\n`);
    return 1;
  }
}

/** Waits for the pipe, so that large output is not cut when the process ends. */
function write(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}

function describe(error: unknown): string {
  if (error instanceof Unreadable) {
    const { found, bytes, limit } = error.parameters;
    const extra = [found, bytes === undefined ? undefined : `${bytes} B > ${limit ?? '?'} B`].filter((part) => part !== undefined).join(', ');
    return `${sentences[error.reason]}${extra === '' ? '' : ` (${extra})`}`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'filen findes ikke / there is no such file';
  return `filen kan ikke læses / the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
