// One reading in a process of its own: how long the first one takes, libraries and all, and how much memory it takes at most.
// `node child.ts HOW FILE` prints one JSON object.
import { readFileSync } from 'node:fs';
import { barePdf, bareWord } from './bare.ts';

export interface Reading {
  milliseconds: number;
  /** Megabytes the process took at most, less those it had before. */
  megabytes: number;
  /** What came of it: the number of letters, or why the file was refused. */
  outcome: string;
}

const hows = {
  bareWord: async (bytes: Uint8Array) => (await bareWord(bytes)).length,
  barePdf: async (bytes: Uint8Array) => (await barePdf(bytes)).length,
  ours: async (bytes: Uint8Array) => {
    const { importFile } = await import('../../../importers/importFile.ts');
    return (await importFile({ name: 'paper', type: '', bytes })).source.length;
  },
} satisfies Record<string, (bytes: Uint8Array) => Promise<number>>;

export type How = keyof typeof hows;

const peak = (): number => process.resourceUsage().maxRSS / 1_024;

if (import.meta.main) {
  const [how, file] = process.argv.slice(2);
  const read = Object.entries(hows).find(([name]) => name === how)?.[1];
  if (!read || file === undefined) throw new TypeError(`child.ts ${Object.keys(hows).join('|')} FILE`);
  const bytes = new Uint8Array(readFileSync(file));
  const before = peak();
  const start = performance.now();
  const outcome = await read(bytes).then(
    (letters) => `${letters} letters`,
    (error: unknown) => `refused: ${error instanceof Error && 'reason' in error ? String(error.reason) : String(error)}`,
  );
  const reading: Reading = { milliseconds: performance.now() - start, megabytes: peak() - before, outcome };
  process.stdout.write(JSON.stringify(reading));
}
