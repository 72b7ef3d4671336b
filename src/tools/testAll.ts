/**
 * The second half of `npm test`: every check there is, each named and timed, and one summary at the end.
 * `npm test -- types unit` runs only the steps named.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureJourneyBuild } from './build/journeyBuild.ts';
import { BuildFailed } from './build/ensureBuild.ts';
import { NoBrowser, findBrowser } from './browser.ts';
import { folders } from './folders.ts';
import { runProgram } from './runProgram.ts';
import { playwrightCounts, vitestCounts } from './testCounts.ts';
import type { Counts } from './testCounts.ts';

interface Step {
  readonly name: string;
  readonly what: string;
  run(): Promise<boolean>;
}

const results = join(folders.local, 'test');
const unitReport = join(results, 'unit.json');
const journeyReport = join(results, 'journeys.json');
const program = (...path: string[]) => join(folders.modules, ...path);

const steps: readonly Step[] = [
  { name: 'types', what: 'TypeScript, strict', run: () => runProgram(program('typescript', 'bin', 'tsc'), []) },
  {
    name: 'lint',
    what: 'ESLint: rooms, hooks, accessibility',
    run: () => runProgram(program('eslint', 'bin', 'eslint.js'), ['.', '--max-warnings', '0']),
  },
  { name: 'format', what: 'Prettier', run: () => runProgram(program('prettier', 'bin', 'prettier.cjs'), ['--check', '--log-level', 'warn', '.']) },
  {
    name: 'unit',
    what: 'unit, property and contract tests',
    run: () =>
      runProgram(program('vitest', 'vitest.mjs'), [
        'run',
        '--config',
        'test/vitest.config.ts',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
        // Colours of a terminal are noise in a log.
        ...(process.stdout.isTTY ? [] : ['--no-color']),
      ]),
  },
  { name: 'build', what: 'production build, budget of JavaScript', run: buildForJourneys },
  { name: 'journeys', what: 'whole meetings in a real browser', run: runJourneys },
];

async function buildForJourneys(): Promise<boolean> {
  try {
    await ensureJourneyBuild(console.log);
    return true;
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    console.error(error.message);
    return false;
  }
}

async function runJourneys(): Promise<boolean> {
  try {
    console.log(`Browser: ${findBrowser().origin}`);
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    console.error(error.message);
    return false;
  }
  return runProgram(program('@playwright', 'test', 'cli.js'), ['test', '--config', 'test/playwright.config.ts', '--pass-with-no-tests'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport,
  });
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

async function testAll(wanted: readonly string[]): Promise<boolean> {
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`There is no step "${unknown.join('", "')}". Steps: ${steps.map(({ name }) => name).join(', ')}.`);
    return false;
  }
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const began = Date.now();
  const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const outcomes: { name: string; passed: boolean; took: string }[] = [];
  for (const [index, { name, what, run }] of chosen.entries()) {
    console.log(`\n[${index + 1}/${chosen.length}] ${name}: ${what}`);
    const stepBegan = Date.now();
    // Journeys against an app that did not build would only repeat the same fault.
    const blocked = name === 'journeys' && outcomes.some((outcome) => outcome.name === 'build' && !outcome.passed);
    if (blocked) console.log('Not run, because the build failed.');
    const passed = !blocked && (await run());
    outcomes.push({ name, passed, took: seconds(stepBegan) });
    console.log(`${passed ? 'ok' : 'FAILED'} ${name} in ${seconds(stepBegan)}`);
  }
  console.log(`\n${outcomes.map(({ name, passed, took }) => `  ${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(9)} ${took}`).join('\n')}`);
  const failedSteps = outcomes.filter(({ passed }) => !passed).map(({ name }) => name);
  const counts = [vitestCounts(unitReport), playwrightCounts(journeyReport)].reduce(add);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`\n${failedSteps.length === 0 ? 'All steps passed' : `Failed steps: ${failedSteps.join(', ')}`} in ${seconds(began)}.`);
  console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
  return failedSteps.length === 0;
}

const add = (a: Counts, b: Counts): Counts => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });

process.exit((await testAll(process.argv.slice(2))) ? 0 : 1);
