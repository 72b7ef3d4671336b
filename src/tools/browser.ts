import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { folders } from './folders.ts';

/** A Chromium-family browser and how to start it; fits Playwright's launch options. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** The whole environment of the browser process. */
  readonly env: Record<string, string>;
  /** For people: which browser this is and where it comes from. */
  readonly origin: string;
}

export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/** Quiet, and able to run as root in a container. */
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * The browser for tests and pictures. On Linux on x64 it is the one that came from the npm registry with the other dependencies: the
 * same for everybody, and half the work of an installed one, whose headless mode opens whole windows (unpacked once into
 * .local/browser, with its own libraries and fonts for machines that have none). Elsewhere it is an installed Chrome, Edge or Chromium.
 * DAGSORDEN_BROWSER names another, or says `installed`. Throws NoBrowser with what to install.
 */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): FoundBrowser {
  const chosen = environment['DAGSORDEN_BROWSER'] ?? '';
  if (chosen === 'installed') return installedBrowser(environment);
  if (chosen !== '') {
    if (!mayRun(chosen)) throw new NoBrowser(`DAGSORDEN_BROWSER names "${chosen}", which is not a program.`);
    return { executablePath: chosen, args, env: plain(environment), origin: `${chosen} (DAGSORDEN_BROWSER)` };
  }
  return process.platform === 'linux' && process.arch === 'x64' ? bundledBrowser(environment) : installedBrowser(environment);
}

function installedBrowser(environment: NodeJS.ProcessEnv): FoundBrowser {
  const executablePath = candidates(environment).find(mayRun);
  if (executablePath === undefined) throw new NoBrowser('No browser found. Install Chrome, Edge or Chromium, or name one in DAGSORDEN_BROWSER.');
  return { executablePath, args, env: plain(environment), origin: `${executablePath} (installed)` };
}

function candidates(environment: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return roots.flatMap((root) => [join(root, 'Google/Chrome/Application/chrome.exe'), join(root, 'Microsoft/Edge/Application/msedge.exe')]);
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'];
  const path = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => path.map((folder) => join(folder, name)));
}

function bundledBrowser(environment: NodeJS.ProcessEnv): FoundBrowser {
  const { version } = JSON.parse(readFileSync(join(folders.modules, '@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  const home = join(folders.local, 'browser', version);
  const executablePath = join(home, 'chromium');
  if (!existsSync(executablePath)) unpack(home);
  return { executablePath, args, env: surroundings(environment, home, executablePath), origin: `Chromium of @sparticuz/chromium ${version}` };
}

/** Unpacks beside the final place and renames, so that two runs at once never meet half a browser. */
function unpack(home: string): void {
  const draft = `${home}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  // The package unpacks to the folder for temporary files, and its libraries only when it believes to be on AWS Lambda.
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folders.root,
    env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new NoBrowser(`The browser from the npm registry could not be unpacked: ${run.stderr.trim()}`);
  }
  writeFileSync(
    join(draft, 'fonts/fonts.conf'),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${join(home, 'fonts/fonts')}</dir><cachedir>${join(home, 'font-cache')}</cachedir></fontconfig>\n`,
  );
  try {
    renameSync(draft, home);
  } catch (error) {
    // Another run was first: its copy is as good as ours.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium'))) throw error;
  }
}

/** A machine may lack the libraries (nss, expat) or any font at all; the package carries both. */
function surroundings(environment: NodeJS.ProcessEnv, home: string, executablePath: string): Record<string, string> {
  const env = plain(environment);
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(home, 'fonts');
  if (spawnSync(executablePath, ['--version'], { env }).status === 0) return env;
  const own = join(home, 'al2023/lib');
  env['LD_LIBRARY_PATH'] = env['LD_LIBRARY_PATH'] === undefined ? own : `${own}:${env['LD_LIBRARY_PATH']}`;
  const second = spawnSync(executablePath, ['--version'], { env, encoding: 'utf8' });
  if (second.status !== 0) throw new NoBrowser(`The browser from the npm registry does not run here: ${second.stderr.trim()}`);
  return env;
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // "Not there" and "not executable" mean the same to us: look further.
    return false;
  }
}

function plain(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
