/**
 * `npm run bench [-- NAME …]`: measures. Each file of src/tools/bench/ exports `run(args)` and prints its own table;
 * without a name they all run, one after another, so that none disturbs the other.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, 'bench');
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

interface Bench {
  run(benchArguments: readonly string[]): Promise<void> | void;
}

async function load(name: string): Promise<Bench> {
  const module: unknown = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  if (typeof module !== 'object' || module === null || !('run' in module) || typeof module.run !== 'function') {
    throw new TypeError(`src/tools/bench/${name}.ts does not export run().`);
  }
  return module as Bench;
}

const words = process.argv.slice(2);
const first = words[0];
if (first !== undefined && !existsSync(join(folder, `${first}.ts`))) {
  console.error(`There is no bench "${first}". Known: ${known.join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const name of first === undefined ? known : [first]) {
    console.log(`\n${name}`);
    await (await load(name)).run(words.slice(1));
  }
}
