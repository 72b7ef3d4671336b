// How papers are read: how fast at several lengths, whether the time grows linearly (ten times the lines, or a line twice as long, of
// whatever it holds), the worst of 2,000 damaged papers, Word and PDF beside the bare libraries, and the memory it all takes.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { importFile } from '../../importers/importFile.ts';
import { importText } from '../../importers/importText.ts';
import { damage, randomOf } from '../../../test/importers/damage.ts';
import { makeDocx } from '../../../test/importers/make/docx.ts';
import { longPaper } from '../../../test/importers/make/longPaper.ts';
import { makePackedPdf, makePdf } from '../../../test/importers/make/pdf.ts';
import { savedByWord } from '../../../test/importers/make/savedByWord.ts';
import { barePdf, bareWord } from './importing/bare.ts';
import { inChild } from './importing/inChild.ts';
import { printed } from './importing/printed.ts';

const raw = new URL('../../../test/importers/papers/raw/', import.meta.url).pathname;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const row = (...cells: (string | number)[]): void =>
  console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(34) : String(cell).padStart(10))).join(' '));

export async function run(): Promise<void> {
  const papers = readdirSync(raw)
    .sort()
    .map((file) => readFileSync(`${raw}${file}`, 'utf8'));
  papers.forEach((text) => importText(text));
  await lines(papers);
  await longLines();
  await damaged(papers);
  const folder = mkdtempSync(join(tmpdir(), 'dagsorden-bench-'));
  try {
    await besideLibraries(papers, folder);
    await memory(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function lines(papers: readonly string[]): Promise<void> {
  const all = papers.join('\n').split('\n');
  console.log('\nPapers, line after line');
  row('lines', 'MB', 'seconds', 'lines/s', 'MB/s', 'µs/line');
  for (const count of [1_000, 10_000, 100_000]) {
    const text = Array.from({ length: count }, (_, i) => all[i % all.length]).join('\n');
    const seconds = (await timed(() => importText(text))) / 1_000;
    const megabytes = Buffer.byteLength(text) / 1e6;
    row(
      count,
      megabytes.toFixed(2),
      seconds.toFixed(2),
      (count / seconds).toFixed(0),
      (megabytes / seconds).toFixed(2),
      ((seconds * 1e6) / count).toFixed(0),
    );
  }
}

const kinds = {
  '": "': ': ',
  '"a "': 'a ',
  digits: '7',
  '"- "': '- ',
  '" ."': ' .',
  '"("': '(',
  times: '9.00-',
  'no spaces': 'x',
  names: 'Ane Holm og ',
};
const places = {
  'alone: ': ['', ''],
  'a point’s heading: ': ['1. Velkomst\n2. ', '\n3. Eventuelt\n'],
  'present: ': ['Deltagere: ', '\n1. Velkomst\n2. Økonomi\n'],
} as const;

async function longLines(): Promise<void> {
  console.log('\nOne line of megabytes (ms)');
  const sizes = [0.5, 1, 2, 4];
  row('what the line holds', ...sizes.map((size) => `${size} MB`));
  for (const [place, [before, after]] of Object.entries(places)) {
    for (const [kind, unit] of Object.entries(kinds)) {
      const times: string[] = [];
      for (const size of sizes) {
        const text = `${before}${unit.repeat(Math.ceil((size * 1e6) / unit.length))}${after}`;
        times.push((await timed(() => importText(text))).toFixed(0));
      }
      row(`${place}${kind}`, ...times);
    }
  }
}

async function damaged(papers: readonly string[]): Promise<void> {
  const random = randomOf(20_260_401);
  let worst = 0;
  for (let i = 0; i < 2_000; i++) {
    const text = damage(papers[random(papers.length)] ?? '', papers, random);
    worst = Math.max(worst, await timed(() => importText(text)));
  }
  console.log(`\n2,000 damaged papers: no throw, the slowest took ${worst.toFixed(0)} ms`);
}

/** Milliseconds of processor time, which a busy machine does not stretch as it does the clock's. */
async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/**
 * Warm: in turn, in one process, the median of many, by the clock and by the processor. Cold: the first reading of a process, its
 * libraries loaded on the way.
 */
async function besideLibraries(papers: readonly string[], folder: string): Promise<void> {
  console.log('\nBeside the bare library (ms)');
  row('file', 'ours', 'bare', 'ratio', 'ours cpu', 'bare cpu', 'ratio', 'ours cold', 'bare cold', 'ratio');
  const all = papers.join('\n\f\n');
  const long = longPaper(40);
  const files: [string, 'bareWord' | 'barePdf', Uint8Array | null][] = [
    ['Word, 40 pages, as Word saves it', 'bareWord', savedByWord(await makeDocx(long))],
    ['Word, 40 pages, bare XML', 'bareWord', await makeDocx(long)],
    ['Word, ten papers, bare XML', 'bareWord', await makeDocx(all)],
    ['PDF, 40 pages, printed', 'barePdf', await printed(long)],
    ['PDF, 40 pages, typed', 'barePdf', makePdf(long)],
    ['PDF, ten papers, typed', 'barePdf', makePdf(all)],
  ];
  for (const [name, bare, bytes] of files) {
    if (!bytes) {
      console.log(`${name}: there is no browser to print it`);
      continue;
    }
    const works = {
      ours: () => importFile({ name: 'paper', type: '', bytes }),
      bare: () => (bare === 'bareWord' ? bareWord(bytes) : barePdf(bytes)),
    };
    const warm: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    const processor: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    for (let round = 0; round < 24; round++) {
      for (const who of ['ours', 'bare'] as const) {
        let time = 0;
        const busy = await processorTime(async () => (time = await timed(works[who])));
        if (round < 4) continue;
        warm[who].push(time);
        processor[who].push(busy);
      }
    }
    const file = join(folder, 'paper');
    writeFileSync(file, bytes);
    const cold: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    for (let round = 0; round < 3; round++) {
      cold.ours.push((await inChild('ours', file)).milliseconds);
      cold.bare.push((await inChild(bare, file)).milliseconds);
    }
    const pair = ({ ours, bare: theirs }: typeof warm) => [
      median(ours).toFixed(0),
      median(theirs).toFixed(0),
      (median(ours) / median(theirs)).toFixed(2),
    ];
    row(name, ...pair(warm), ...pair(processor), ...pair(cold));
  }
  const source = importText(long).source;
  const recognising: number[] = [];
  for (let round = 0; round < 20; round++) recognising.push(await timed(() => importText(source)));
  console.log(`of which recognising the 40 pages, whatever the format: ${median(recognising).toFixed(0)} ms`);
}

const paragraph = '<w:p><w:r><w:t>Udvalget drøftede sagen og tog den til efterretning.</w:t></w:r></w:p>';

function wordXml(megabytes: number): Uint8Array {
  const body = paragraph.repeat(Math.floor((megabytes * 1e6) / paragraph.length));
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml) });
}

/** What a process of its own takes at most for one file, over what it had before. */
async function memory(folder: string): Promise<void> {
  console.log('\nMemory, each in a process of its own');
  row('file', 'MB', 'peak MB', 'ms', 'outcome');
  const line = 'Udvalget drøftede sagen og tog den til efterretning.\n';
  const files: [string, () => Uint8Array][] = [
    ['40 pages of text', () => strToU8(longPaper(40))],
    ['100,000 lines', () => strToU8(longPaper(40).repeat(100).split('\n').slice(0, 100_000).join('\n'))],
    ['100,000 lines alike', () => strToU8(line.repeat(100_000))],
    ['one line of 5 MB', () => strToU8('ord '.repeat(1_250_000))],
    ['200,000 lines', () => strToU8(line.repeat(199_999))],
    ['HTML of 300,000 tags', () => strToU8(`<p>${line}</p>`.repeat(149_999))],
    ['Word, 8 MB of XML', () => wordXml(8)],
    ['Word, 20 MB of XML: too much', () => wordXml(20)],
    ['Word, a bomb of 1 GB', () => zipSync({ 'word/document.xml': [new Uint8Array(1 << 30), { level: 9 }] })],
    ['PDF, 400 pages', () => makePdf(longPaper(400))],
    ['PDF, a bomb of 1 GB', () => makePackedPdf([new Uint8Array(1 << 30)], { times: 2 })],
    ['PDF, a bomb of a hundred streams', () => makePackedPdf(Array.from({ length: 100 }, () => new Uint8Array(10 << 20)))],
  ];
  for (const [name, make] of files) {
    const file = join(folder, 'paper');
    const bytes = make();
    writeFileSync(file, bytes);
    const { megabytes, milliseconds, outcome } = await inChild('ours', file);
    row(name, (bytes.length / 1e6).toFixed(2), megabytes.toFixed(0), milliseconds.toFixed(0), outcome);
  }
}
