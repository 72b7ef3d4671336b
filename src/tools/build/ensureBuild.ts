import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { folders } from '../folders.ts';
import { APP_ID, TENANT_ID } from '../../tenant/known.ts';
import { writeManifest } from '../package/writePackage.ts';
import { localSettings, settingsAsEnvironment } from './settings.ts';
import { sourcePrint } from './sources.ts';

/** A build of the app that talks to the embedded tenant, and the manifest its host pages read. */
export interface LocalBuild {
  readonly folder: string;
  readonly manifest: string;
}

export class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
}

export interface LocalBuildOptions {
  /** Folder below build/. */
  readonly name: string;
  readonly tenantPort: number;
  readonly appPort: number;
  /** `warn`: too much JavaScript is said but does not stop the build. */
  readonly budget: 'fail' | 'warn';
  readonly say: (line: string) => void;
}

/**
 * Builds the app for the embedded tenant unless the last build is of the same sources and settings.
 * Throws BuildFailed with webpack's own words.
 */
export async function ensureBuild({ name, tenantPort, appPort, budget, say }: LocalBuildOptions): Promise<LocalBuild> {
  const folder = join(folders.builds, name);
  const build = { folder, manifest: join(folder, 'appPackage', 'manifest.json') };
  const settings = localSettings({ tenantPort, appPort, tenantId: TENANT_ID, clientId: APP_ID });
  const stamp = join(folder, 'built.json');
  const made = JSON.stringify({ sources: sourcePrint(), settings, budget });
  if (existsSync(stamp) && existsSync(build.manifest) && readFileSync(stamp, 'utf8') === made) {
    say(`The build in ${relative(folders.root, folder)} is up to date.`);
    return build;
  }
  say(`Building the app into ${relative(folders.root, folder)} …`);
  const began = Date.now();
  const report = await webpack(relative(folders.root, folder), budget, settingsAsEnvironment(settings));
  for (const line of report.split('\n').filter((each) => /^ {2}\w+ +initial|^JavaScript per page/.test(each))) say(line);
  const { version } = JSON.parse(readFileSync(join(folders.root, 'package.json'), 'utf8')) as { version: string };
  await writeManifest({ host: settings.host, clientId: settings.clientId, version }, build.manifest);
  writeFileSync(stamp, made);
  say(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
  return build;
}

function webpack(out: string, budget: 'fail' | 'warn', environment: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = join(folders.modules, 'webpack', 'bin', 'webpack.js');
    const child = spawn(process.execPath, [program, '--mode', 'production', '--env', `out=${out}`, '--env', `budget=${budget}`], {
      cwd: folders.root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.on('error', reject);
    child.on('close', (code) => {
      const text = output.join('');
      if (code === 0) resolve(text);
      else reject(new BuildFailed(text.trim()));
    });
  });
}
