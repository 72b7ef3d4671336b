import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { main } from '../../src/entries/cli.ts';
import { importText } from '../../src/importers/importText.ts';

const paper = new URL('../importers/papers/raw/f02-hmu-fjordby-dagsorden.txt', import.meta.url).pathname;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dagsorden-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the program writes, and how it ends. */
async function run(...args: readonly string[]) {
  const written = { out: [] as Uint8Array[], error: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((chunk: string | Uint8Array, done?: unknown) => {
    written.out.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
    if (typeof done === 'function') (done as () => void)();
    return true;
  });
  const error = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    written.error += String(chunk);
    return true;
  });
  try {
    return { code: await main(args), out: Buffer.concat(written.out), error: written.error };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const reading = () => fileOf('paper.json', `${JSON.stringify({ file: 'x', ...importText(readFileSync(paper, 'utf8')) })}\n`);

test.each([
  ['docx', 'PK'],
  ['pdf', '%PDF-1.7'],
  ['html', '<!doctype html>'],
  ['md', 'Fjordby Kommune'],
  ['ics', 'BEGIN:VCALENDAR'],
  ['json', '{'],
])('%s is written as it is', async (format, begin) => {
  const { code, out, error } = await run('export', '--format', format, reading());
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out.subarray(0, begin.length).toString('latin1')).toBe(Buffer.from(begin).toString('latin1'));
});

test('the edition is open unless the closed one is asked for', async () => {
  const closed = 'personalemæssige konsekvenser';
  expect((await run('export', '--format', 'md', reading())).out.toString()).not.toContain(closed);
  expect((await run('export', '--format', 'md', '--edition', 'closed', reading())).out.toString()).toContain(closed);
});

test.each<[string, () => string, RegExp]>([
  ['a file that is not there', () => join(folder, 'none.json'), /findes ikke \/ there is no such file/],
  ['a file that is no JSON', () => fileOf('a.json', 'Dagsorden'), /ikke JSON/],
  ['several agendas in one file', () => fileOf('b.json', '{"file":"1","items":[]}\n{"file":"2","items":[]}\n'), /holder 2 dagsordener/],
  ['JSON of something else', () => fileOf('c.json', '{"name":"x"}'), /ingen dagsorden/],
  ['a field of another kind', () => fileOf('d.json', '{"items":[{"title":5}]}'), /"items\.0\.title"/],
])('%s gets one sentence', async (_, file, sentence) => {
  const { code, out, error } = await run('export', '--format', 'md', file());
  expect(code).toBe(1);
  expect(out).toHaveLength(0);
  expect(error).toMatch(sentence);
  expect(error.trim().split('\n')).toHaveLength(1);
});

test('an agenda without a day cannot stand in a calendar', async () => {
  const { code, error } = await run('export', '--format', 'ics', fileOf('e.json', '{"items":[{"title":"x","closed":false}]}'));
  expect([code, error]).toEqual([1, expect.stringContaining('ingen dato')]);
});

test.each([
  [['export', '--format', 'doc', 'x']],
  [['export', 'x']],
  [['export', '--format', 'md', '--edition', 'all', 'x']],
  [['export', '--format', 'md']],
])('%j is not understood', async (args) => {
  const { code, error } = await run(...args);
  expect(code).toBe(2);
  expect(error).toContain('dagsorden export --format');
});
