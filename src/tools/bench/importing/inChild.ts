import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { How, Reading } from './child.ts';

/** Reads a file once in a process of its own. */
export async function inChild(how: How, file: string): Promise<Reading> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'child.ts'), how, file], { timeout: 300_000 });
  return JSON.parse(stdout) as Reading;
}
