// node src/tools/run.mjs COMMAND [WORD …]: every npm script. Sets up what is missing and continues in the command's program, so that
// each of them stands alone in a fresh clone. Plain JavaScript, because it runs on the machine's own Node (20 or newer).
import { handOver } from './setUp.mjs';

/** @type {Readonly<Record<string, readonly [program: string, ...words: string[]]>>} command → program, seen from the root, and its first words */
const commands = {
  start: ['src/tools/startAll.ts'],
  test: ['src/tools/testAll.ts'],
  build: ['node_modules/webpack/bin/webpack.js', '--mode', 'production'],
  package: ['src/tools/package.ts'],
  tenant: ['src/tenant/main.ts'],
  bench: ['src/tools/bench.ts'],
  storm: ['test/storm/storm.ts'],
  trust: ['src/tools/trust.ts'],
  tour: ['src/tools/tour.ts'],
  dagsorden: ['src/entries/cli.ts'],
  journeys: ['src/tools/journeys.ts'],
  types: ['node_modules/typescript7/bin/tsc'],
  lint: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--write', '.'],
  'format:check': ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
  unit: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts'],
};

const [name = '', ...words] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  console.error(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}
handOver([...command, ...words]);
