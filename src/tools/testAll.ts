/**
 * The second half of `npm test`: every check there is, each named and timed, and one summary at the end.
 * `npm test -- types unit` runs only the steps named.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from './audit.ts';
import { ensureJourneyBuild } from './build/journeyBuild.ts';
import { BuildFailed } from './build/ensureBuild.ts';
import { NoBrowser, findBrowser } from './browser.ts';
import { folders } from './folders.ts';
import { runProgram } from './runProgram.ts';
import type { RunOptions } from './runProgram.ts';
import { playwrightCounts, vitestCounts } from './testCounts.ts';
import type { Counts } from './testCounts.ts';

interface Step {
  readonly name: string;
  readonly what: string;
  /** Uses one core, and says nothing worth watching: such steps that follow each other run side by side. */
  readonly single?: true;
  run(options?: RunOptions): Promise<boolean>;
}

const results = join(folders.local, 'test');
const unitReport = join(results, 'unit.json');
const journeyReport = join(results, 'journeys.json');
const program = (...path: string[]) => join(folders.modules, ...path);

const steps: readonly Step[] = [
  { name: 'types', what: 'TypeScript, strict', single: true, run: (options) => runProgram(program('typescript7', 'bin', 'tsc'), [], options) },
  {
    name: 'lint',
    what: 'ESLint: rooms, hooks, accessibility',
    single: true,
    run: (options) => runProgram(program('eslint', 'bin', 'eslint.js'), ['.', '--max-warnings', '0'], options),
  },
  {
    name: 'format',
    what: 'Prettier',
    single: true,
    run: (options) => runProgram(program('prettier', 'bin', 'prettier.cjs'), ['--check', '--log-level', 'warn', '.'], options),
  },
  {
    name: 'audit',
    what: 'known holes in the packages of the app',
    single: true,
    run: ({ hear = (text: string) => void process.stdout.write(text) } = {}) => audit((sentence) => hear(`${sentence}\n`)),
  },
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
  {
    name: 'storm',
    what: '300 seeded histories and those that once ended badly (docs/reliability.md)',
    run: () => runProgram(join(folders.root, 'test', 'storm', 'storm.ts'), ['--known', '--runs', '300', '--seed', '1']),
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
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport },
  });
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly took: string;
}

/** Steps that run at the same time, in the order of the steps. */
function inGroups(chosen: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of chosen) {
    const last = groups.at(-1);
    if (step.single === true && last?.[0]?.single === true) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** Runs steps at the same time. Of several, each is heard when it has ended, so that no two talk at once. */
async function runGroup(group: readonly Step[]): Promise<Outcome[]> {
  const alone = group.length === 1;
  const began = Date.now();
  for (const { name, what } of group) console.log(`\n${name}: ${what}`);
  return Promise.all(
    group.map(async ({ name, run }) => {
      const heard: string[] = [];
      const passed = await run(alone ? {} : { hear: (text) => void heard.push(text) });
      process.stdout.write(heard.join(''));
      const took = seconds(began);
      console.log(`${passed ? 'ok' : 'FAILED'} ${name} in ${took}`);
      return { name, passed, took };
    }),
  );
}

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
  const outcomes: Outcome[] = [];
  for (const group of inGroups(chosen)) {
    // Journeys against an app that did not build would only repeat the same fault.
    const blocked = group[0]?.name === 'journeys' && outcomes.some(({ name, passed }) => name === 'build' && !passed);
    if (blocked) console.log('\njourneys: not run, because the build failed.');
    outcomes.push(...(blocked ? [{ name: 'journeys', passed: false, took: '0 s' }] : await runGroup(group)));
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
