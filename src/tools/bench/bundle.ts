import { join } from 'node:path';
import { folders } from '../folders.ts';
import { runProgram } from '../runProgram.ts';

/** A production build with Microsoft's addresses, and what each page of it weighs. Ends with exit code 1 over the budget. */
export async function run(): Promise<void> {
  const passed = await runProgram(join(folders.modules, 'webpack', 'bin', 'webpack.js'), ['--mode', 'production', '--env', 'out=build/bench']);
  if (!passed) process.exitCode = 1;
}
