// How fast papers are read: lines and megabytes a second at three lengths (time grows linearly when the last column
// stays level), the worst of 2,000 damaged papers, and PDF and Word beside the bare library on the same file.
import { readdirSync, readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { importFile } from '../../importers/importFile.ts';
import { importText } from '../../importers/importText.ts';
import { damage, randomOf } from '../../../test/importers/damage.ts';
import { makeDocx } from '../../../test/importers/make/docx.ts';
import { makePdf } from '../../../test/importers/make/pdf.ts';

const folder = new URL('../../../test/importers/papers/raw/', import.meta.url).pathname;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The best of several, so that a busy machine says less. */
async function best(times: number, work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let i = 0; i < times; i++) least = Math.min(least, await timed(work));
  return least;
}

export async function run(): Promise<void> {
  const papers = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(`${folder}${file}`, 'utf8'));
  papers.forEach((text) => importText(text));
  const lines = papers.join('\n').split('\n');

  console.log('     lines      MB   seconds   lines/s   MB/s   µs/line');
  for (const count of [1_000, 10_000, 100_000]) {
    const text = Array.from({ length: count }, (_, i) => lines[i % lines.length]).join('\n');
    const seconds = (await timed(() => importText(text))) / 1_000;
    const megabytes = Buffer.byteLength(text) / 1e6;
    const cells = [String(count).padStart(10), megabytes.toFixed(2).padStart(7), seconds.toFixed(2).padStart(9)];
    cells.push(
      (count / seconds).toFixed(0).padStart(9),
      (megabytes / seconds).toFixed(2).padStart(6),
      ((seconds * 1e6) / count).toFixed(0).padStart(9),
    );
    console.log(cells.join(' '));
  }

  const random = randomOf(20_260_401);
  let worst = 0;
  for (let i = 0; i < 2_000; i++) {
    const text = damage(papers[random(papers.length)] ?? '', papers, random);
    worst = Math.max(worst, await timed(() => importText(text)));
  }
  console.log(`2,000 damaged papers: no throw, the slowest took ${worst.toFixed(0)} ms`);

  const long = papers.join('\n\f\n');
  const word = Buffer.from(await makeDocx(long));
  const bareWord = await best(3, () => mammoth.extractRawText({ buffer: word }));
  const ourWord = await best(3, () => importFile({ name: 'a.docx', type: '', bytes: new Uint8Array(word) }));
  console.log(`docx: ${ourWord.toFixed(0)} ms, mammoth alone ${bareWord.toFixed(0)} ms, ratio ${(ourWord / bareWord).toFixed(2)}`);

  const pdf = makePdf(long);
  const { textOfPdf } = await import('../../importers/convert/pdf.ts');
  const barePdf = await best(3, () => textOfPdf(pdf, 'a.pdf'));
  const ourPdf = await best(3, () => importFile({ name: 'a.pdf', type: '', bytes: pdf }));
  console.log(`pdf: ${ourPdf.toFixed(0)} ms, text extraction alone ${barePdf.toFixed(0)} ms, ratio ${(ourPdf / barePdf).toFixed(2)}`);
}
