import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../src/importers/importFile.ts';
import { importText } from '../../src/importers/importText.ts';
import type { ImportedPaper } from '../../src/importers/paper.ts';
import { makeDocx } from './make/docx.ts';
import { makePdf } from './make/pdf.ts';
import { f1, scorePaper, type Score } from './score.ts';

const papers = new URL('./papers/', import.meta.url).pathname;

function names(folder: string): string[] {
  return readdirSync(`${folder}gold`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
}

const rawOf = (folder: string, name: string) => readFileSync(`${folder}raw/${name}.txt`);
const goldOf = (folder: string, name: string) => JSON.parse(readFileSync(`${folder}gold/${name}.json`, 'utf8')) as Record<string, unknown>;

function add(total: Score, score: Score): Score {
  return {
    right: total.right + score.right,
    spurious: total.spurious + score.spurious,
    missed: total.missed + score.missed,
    misses: [...total.misses, ...score.misses],
  };
}

const nothing: Score = { right: 0, spurious: 0, missed: 0, misses: [] };

async function scoreFolder(folder: string, read: (raw: Buffer, name: string) => Promise<ImportedPaper>): Promise<Score> {
  let total = nothing;
  for (const name of names(folder)) {
    const paper = await read(rawOf(folder, name), name);
    total = add(total, scorePaper(goldOf(folder, name), paper as unknown as Record<string, unknown>));
  }
  return total;
}

describe('our own papers', () => {
  it.each(names(papers))('reads %s as a person would', (name) => {
    const score = scorePaper(goldOf(papers, name), importText(rawOf(papers, name).toString('utf8')) as unknown as Record<string, unknown>);
    expect(f1(score), score.misses.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('reads the same structure from Word and PDF as from text', async () => {
    const text = await scoreFolder(papers, (raw) => Promise.resolve(importText(raw.toString('utf8'))));
    const word = await scoreFolder(papers, async (raw, name) =>
      importFile({ name: `${name}.docx`, type: '', bytes: await makeDocx(raw.toString('utf8')) }),
    );
    const pdf = await scoreFolder(papers, (raw, name) => importFile({ name: `${name}.pdf`, type: '', bytes: makePdf(raw.toString('utf8')) }));
    expect(f1(word), word.misses.join('\n')).toBeGreaterThanOrEqual(f1(text));
    expect(f1(pdf), pdf.misses.join('\n')).toBeGreaterThanOrEqual(f1(text));
  });
});

const shared = new URL('../../../shared/corpus/', import.meta.url).pathname;

describe.skipIf(!existsSync(shared))('real papers (skipped: the reference folder is not here)', () => {
  it.each([
    ['seeds', 0.97],
    ['dev', 0.92],
  ])('reads %s', async (folder, bar) => {
    const score = await scoreFolder(`${shared}${folder}/`, (raw) => Promise.resolve(importText(raw.toString('utf8'))));
    expect(f1(score)).toBeGreaterThanOrEqual(bar);
  });
});
