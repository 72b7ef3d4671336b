import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../folders.ts';

/** Everything a build is made of. The embedded tenant and the tests are not in it. */
const patterns = ['src/**/*.{ts,tsx,css,html}', 'appPackage/**/*', 'manifest/**/*', 'webpack.config.js', 'package-lock.json', 'tsconfig.json'];
const notInIt = /^src[\\/](tenant|tools[\\/](?!build|package|bundleReport))/;

/** A fingerprint of all sources: the same text gives the same print, whatever the files' dates say. */
export function sourcePrint(): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: folders.root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folders.root.length + 1))
    .filter((file) => !notInIt.test(file))
    .sort();
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(folders.root, file)))
      .update('\0');
  return hash.digest('hex');
}
