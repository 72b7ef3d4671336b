import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import webpack from 'webpack';
import type { Stats } from 'webpack';
import { BundleReport, faultsIn, limits } from '../../src/tools/bundleReport.ts';
import type { PageWeight } from '../../src/tools/bundleReport.ts';

const house = mkdtempSync(join(tmpdir(), 'dagsorden-bundle-'));
afterAll(() => rmSync(house, { recursive: true }));

/** A small house with the rooms of the real one, built by the real webpack. */
const files: Record<string, string> = {
  'src/entries/tab.js': `import('@azure/msal-browser').then(console.log); import('../ui/intake/IntakeScreen.js').then(console.log); import(\`../ui/i18n/\${document.documentElement.lang}/\${location.hash.slice(1)}.ts\`).then(console.log);`,
  'src/entries/stray.js': `import { read } from '../importers/importText.js'; console.log(read);`,
  'src/entries/redirect.js': `console.log('back');`,
  'src/importers/importText.js': `export const read = () => 'reads';`,
  'src/ui/intake/IntakeScreen.js': `export default 'takes in';`,
  'src/ui/i18n/da/agenda.ts': `export default { word: 'dagsorden' };`,
  'src/ui/i18n/en/agenda.ts': `export default { word: 'agenda, which takes some more room' };`,
  'src/ui/i18n/da/intake.ts': `export default { word: '${'indtag '.repeat(50)}' };`,
  'node_modules/@azure/msal-browser/package.json': `{ "name": "@azure/msal-browser", "main": "index.js", "sideEffects": false }`,
  'node_modules/@azure/msal-browser/index.js': `export const sign = 'signs in, and is not small ${Array.from({ length: 40 }, (_, n) => n * 7919).join('')}';`,
};

async function build(entry: string, out: string, warn: boolean): Promise<{ stats: Stats; weights: readonly PageWeight[]; lines: string[] }> {
  const lines: string[] = [];
  const report = new BundleReport({ warn, print: (line) => lines.push(line) });
  const compiler = webpack({
    mode: 'production',
    context: house,
    entry: { tab: entry },
    output: { path: join(house, out), chunkFilename: '[id].js' },
    plugins: [report],
  });
  if (compiler === null) throw new Error('webpack made no compiler');
  const stats = await new Promise<Stats>((resolve, reject) => compiler.run((error, done) => (done === undefined ? reject(error) : resolve(done))));
  await new Promise((resolve) => compiler.close(resolve));
  return { stats, weights: report.weights, lines };
}

describe('the report of the build', () => {
  beforeAll(() => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, file)), { recursive: true });
      writeFileSync(join(house, file), text);
    }
  });

  it('counts the sign-in and the heavier language with what the page loads, but no other screen', async () => {
    const { stats, weights, lines } = await build('./src/entries/tab.js', 'good', false);
    expect(stats.hasErrors()).toBe(false);
    const [tab] = weights;
    expect(tab?.strays).toEqual([]);
    expect(tab?.untilAgenda).toBeGreaterThan((tab?.initial ?? 0) + 100);
    expect(tab?.files).toHaveLength(2);
    expect(lines[1]).toMatch(/^ {2}tab +initial +\d+\.\d KB +until an agenda is on screen +\d+\.\d KB of 233\.0 KB$/);
  });

  it('fails the build when an importer is among what the page loads, and says how to mend it', async () => {
    const { stats } = await build('./src/entries/stray.js', 'stray', false);
    const words = stats.compilation.errors.map(({ message }) => message).join('\n');
    expect(words).toContain('importers: src/importers/importText.js');
    expect(words).toContain('dynamic import()');
  });

  it('only warns in a local build', async () => {
    const { stats } = await build('./src/entries/stray.js', 'warned', true);
    expect(stats.hasErrors()).toBe(false);
    expect(stats.hasWarnings()).toBe(true);
  });

  it.each([...limits])('names the heaviest files where %s is over its own limit', (page, limit) => {
    const weighing = (untilAgenda: number): PageWeight => ({
      page,
      initial: 1,
      untilAgenda,
      files: [{ file: 'assets/big.js', bytes: untilAgenda }],
      strays: [],
    });
    expect(faultsIn([weighing(limit)])).toEqual([]);
    expect(faultsIn([weighing(limit + 1)])[0]).toContain('assets/big.js');
  });

  it('has no limit for a page that never shows an agenda', () => {
    expect(faultsIn([{ page: 'redirect', initial: 1, untilAgenda: 1_000_000, files: [], strays: [] }])).toEqual([]);
  });
});
